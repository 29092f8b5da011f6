import { EventPublisher, implement, type Router } from '@orpc/server';
import type { Appearance, HostCommand, HostInfo, Place } from '#contract/host.ts';
import { type HostContract, hostContract } from '#contract/host.ts';
import type { PlaceHandle } from '#contract/ids.ts';
import { type ExternalAddress, readExternal } from './external.ts';

/** What every PNG begins with: a page that is not ours any more has no other bytes written. */
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

type Saved = { readonly by: 'dialog' | 'page'; readonly saved: boolean } | 'PLACE_UNWRITABLE';

/** What a window may ask of its shell; each windowed host brings its own way of doing it. */
export interface HostActs {
  info(): HostInfo;
  choosePlace(): Promise<{ by: 'dialog'; place: Place | null } | { by: 'draw'; root: Place }>;
  openPlace(handle: PlaceHandle): Promise<PlaceListing | undefined>;
  createPlace(handle: PlaceHandle, name: string): Promise<Place | PlaceRefusal>;
  /** Opens an address that passed `readExternal`. False when nothing could or should open it. */
  openExternal(address: ExternalAddress & { allowed: true }): Promise<boolean>;
  print(): void;
  savePdf(title: string): Promise<Saved>;
  /** Bytes that are a PNG. */
  savePicture(title: string, png: Uint8Array): Promise<Saved>;
  saveTable(title: string, csv: string): Promise<Saved>;
  appearance: { get(): Appearance; set(change: Partial<Appearance>): Appearance };
  /** False where a page opens windows itself. */
  openWindow(fragment: string): boolean;
  setTitle(title: string): void;
}

export interface PlaceListing {
  place: Place;
  parent: Place | null;
  children: Place[];
  writable: boolean;
}
export type PlaceRefusal = 'NO_SUCH_PLACE' | 'NAME_REFUSED' | 'PLACE_UNWRITABLE';

/** What the shell tells the page; every window that listens hears all of it. */
export interface HostCommands {
  publish(command: HostCommand): void;
  listen(signal: AbortSignal | undefined): AsyncIteratorObject<HostCommand, unknown, void>;
}

/** An address may be opened before there is a window: it waits for the first one that listens. */
export function createCommands(): HostCommands {
  const publisher = new EventPublisher<{ command: HostCommand }>({ maxBufferedEvents: 100 });
  let waiting: HostCommand | undefined;
  return {
    publish(command) {
      if (publisher.size > 0) publisher.publish('command', command);
      else if (command.command === 'open') waiting = command;
    },
    listen(signal) {
      const commands = publisher.subscribe('command', { signal });
      if (waiting) publisher.publish('command', waiting);
      waiting = undefined;
      return commands;
    },
  };
}

export type HostRouter = Router<HostContract, Record<never, never>>;

export function hostRoutes(acts: HostActs, commands: HostCommands): HostRouter {
  const os = implement(hostContract);
  return os.router({
    info: os.info.handler(() => acts.info()),
    commands: os.commands.handler(({ signal }) => commands.listen(signal)),
    choosePlace: os.choosePlace.handler(() => acts.choosePlace()),
    places: {
      children: os.places.children.handler(async ({ input, errors }) => {
        const listing = await acts.openPlace(input.handle);
        if (listing === undefined) throw errors.NO_SUCH_PLACE();
        return listing;
      }),
      create: os.places.create.handler(async ({ input, errors }) => {
        const made = await acts.createPlace(input.handle, input.name);
        if (typeof made === 'string') throw errors[made]();
        return made;
      }),
    },
    openExternal: os.openExternal.handler(async ({ input, errors }) => {
      const address = readExternal(input.url);
      if (!address.allowed) throw errors.SCHEME_REFUSED();
      return { opened: await acts.openExternal(address) };
    }),
    print: os.print.handler(() => acts.print()),
    savePdf: os.savePdf.handler(async ({ input, errors }) => {
      const done = await acts.savePdf(input.title);
      if (typeof done === 'string') throw errors[done]();
      return done;
    }),
    savePicture: os.savePicture.handler(async ({ input, errors }) => {
      const bytes = new Uint8Array(await input.picture.arrayBuffer());
      if (!PNG.every((byte, at) => bytes[at] === byte)) throw errors.NOT_A_PICTURE();
      const done = await acts.savePicture(input.title, bytes);
      if (typeof done === 'string') throw errors[done]();
      return done;
    }),
    saveTable: os.saveTable.handler(async ({ input, errors }) => {
      const done = await acts.saveTable(input.title, input.csv);
      if (typeof done === 'string') throw errors[done]();
      return done;
    }),
    appearance: {
      get: os.appearance.get.handler(() => acts.appearance.get()),
      set: os.appearance.set.handler(({ input }) => acts.appearance.set(input)),
    },
    window: {
      open: os.window.open.handler(({ input }) => ({ opened: acts.openWindow(input.fragment) })),
      setTitle: os.window.setTitle.handler(({ input }) => acts.setTitle(input.title)),
    },
  });
}
