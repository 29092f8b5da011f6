import { spawn } from 'node:child_process';
import { serveConnection } from '../service/connection.ts';
import type { OpenArchiveOrder } from '../service/control.ts';
import { openAppearance } from '../service/host/appearance.ts';
import type { Build } from '../service/host/build.ts';
import { keepService, type ServiceProcess } from '../service/host/keeper.ts';
import { readLanguages } from '../service/host/languages.ts';
import { readPageFiles } from '../service/host/page.ts';
import { createCommands, type HostActs, hostRoutes } from '../service/host/routes.ts';
import { createHandler } from '../service/limits.ts';
import { acceptSocket } from '../service/sockets.ts';
import { openPlaces } from './places.ts';
import { type LoopbackServer, listen, refuseSocket } from './server.ts';
import { forkService, type Page } from './service-process.ts';
import { createSession, type Session } from './session.ts';

export interface HostOptions {
  readonly build: Build;
  /** Absolute. */
  readonly archive: string;
  readonly create: boolean;
  readonly who: string;
  /** Folders outside it are never shown or written to. */
  readonly root: string;
  /** A file: how the window looks. */
  readonly appearance: string;
  /** A service that was started already and has opened nothing yet. */
  readonly service?: ServiceProcess<Page> | undefined;
}

export interface LoopbackHost {
  /** Listens for one authority. Asked for a second time only when a launched browser failed. */
  serve(options: Serve): Promise<{ session: Session; server: LoopbackServer }>;
  close(): Promise<void>;
}

interface Serve {
  readonly ownBrowser: boolean;
  authorityAt(port: number): string;
  onWindowAsked(): Promise<object>;
}

/** Opens the archive in a service of its own, and answers the host's half of what a page asks. @throws ArchiveRefused */
export async function openHost(options: HostOptions): Promise<LoopbackHost> {
  const { build, archive, create, who, root, appearance } = options;
  let { service } = options;
  const commands = createCommands();
  const open: OpenArchiveOrder = { is: 'open', archive, create, who, workers: build.workers, samples: build.samples };
  const keeper = keepService<Page>({
    start() {
      const begun = service ?? forkService(build.service);
      service = undefined;
      return begun;
    },
    open,
    onState: (state) => commands.publish({ command: 'service', state }),
    refuse: ({ socket }) => refuseSocket(socket),
  });
  // Read while the service opens the archive.
  const files = readPageFiles(build.page);
  const looks = openAppearance(appearance);
  await keeper.opened;
  const places = await openPlaces(root, (granted) => keeper.grant(granted));
  const servers: LoopbackServer[] = [];

  function acts(ownBrowser: boolean): HostActs {
    return {
      info: () => ({
        kind: 'loopback',
        version: build.version,
        platform: process.platform,
        ownBrowser,
        languages: readLanguages(process.env),
      }),
      choosePlace: async () => ({ by: 'draw', root: places.root }),
      openPlace: places.open,
      createPlace: places.create,
      openExternal: ({ url }) => openElsewhere(url),
      // A browser prints from inside its page.
      print: () => commands.publish({ command: 'menu', action: 'print' }),
      savePdf: async () => ({ by: 'page', saved: false }),
      savePicture: async () => ({ by: 'page', saved: false }),
      saveTable: async () => ({ by: 'page', saved: false }),
      appearance: {
        get: looks.get,
        set(change) {
          const now = looks.set(change);
          commands.publish({ command: 'appearance' });
          return now;
        },
      },
      // A window that a page opens takes the page's right to be answered along.
      openWindow: () => false,
      // The title of an app window is its page's.
      setTitle: () => undefined,
    };
  }

  return {
    async serve({ ownBrowser, authorityAt, onWindowAsked }) {
      const session = createSession(Date.now);
      const routes = hostRoutes(acts(ownBrowser), commands);
      const server = await listen({
        files,
        session,
        authorityAt,
        onWindowAsked,
        onSocket(link, socket, handshake) {
          if (link === 'archive') keeper.connect({ is: 'connect' }, { socket, handshake });
          else {
            acceptSocket(socket, handshake).then(
              (connection) => serveConnection(connection, createHandler(routes)),
              () => undefined, // The page left before it was let in.
            );
          }
        },
      });
      servers.push(server);
      return { session, server };
    },
    async close() {
      await Promise.all(servers.map((server) => server.close()));
      await keeper.close();
    },
  };
}

/** The person's own browser or mail program; the app window itself knows no address but ours. */
async function openElsewhere(url: string): Promise<boolean> {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : ['xdg-open', url];
  if (command === undefined) return false;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
