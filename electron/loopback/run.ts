import { createHash } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Build } from '../service/host/build.ts';
import { settingsFolder } from '../service/host/folders.ts';
import { ArchiveRefused, type ServiceProcess } from '../service/host/keeper.ts';
import { type AppWindow, launchWindow } from './app-window.ts';
import { APP_AUTHORITY, browserFlags, decideWindow, findBrowser, type WindowWay } from './browser.ts';
import { type LoopbackHost, openHost } from './host.ts';
import { type ElectronAbsence, type Shown, say, sayNoFolder, sayRefusal } from './sentences.ts';
import type { Page } from './service-process.ts';
import { askForWindow, writeServing } from './serving.ts';

export interface LoopbackOptions {
  readonly build: Build;
  /** Absolute. */
  readonly archive: string;
  readonly create: boolean;
  readonly who: string;
  readonly root: string;
  /** Open a window in an installed browser where that is possible; otherwise the address is printed. */
  readonly window: boolean;
  /** A service that was started already and has opened nothing yet. */
  readonly service?: ServiceProcess<Page>;
  /** How it is told what happened; one line on standard output by default. */
  readonly tell?: (shown: Shown) => void;
  /** Why Electron does not show it, where one would expect it to. */
  readonly electron?: ElectronAbsence;
}

/** A browser that neither ended nor asked for the page by now is a slow one. */
const FAILED_MILLISECONDS = 4_000;

/** Shows one archive until its window is closed or the process is asked to end. @returns the exit status */
export async function runLoopback(options: LoopbackOptions): Promise<number> {
  if (!statSync(options.root, { throwIfNoEntry: false })?.isDirectory()) {
    options.service?.kill();
    sayNoFolder(options.root);
    return 1;
  }
  const { tell = say } = options;
  const first = await askForWindow(options.archive);
  if (first !== undefined) {
    options.service?.kill();
    tell('front' in first ? { shown: 'front' } : { shown: 'already', address: first.address });
    return 0;
  }
  let host: LoopbackHost;
  try {
    host = await openHost({ ...options, appearance: join(settingsFolder(), 'appearance.json') });
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error;
    sayRefusal(options.archive, error.code);
    return 1;
  }
  const asked = untilAsked();
  try {
    const way = decideWindow({
      wanted: options.window,
      platform: process.platform,
      root: process.getuid?.() === 0,
      environment: process.env,
      browser: findBrowser(process.env, process.platform),
    });
    const ended = way.by === 'launch' && (await showWindow(host, options, way.browser, asked));
    if (!ended) await showAddress(host, options, way, asked);
  } finally {
    await host.close();
  }
  return 0;
}

/** True when the window was there and is closed; false when no window could be opened. */
async function showWindow(
  host: LoopbackHost,
  { archive, electron = 'no-window', tell = say }: LoopbackOptions,
  browser: string,
  asked: Promise<void>,
): Promise<boolean> {
  let window: AppWindow | undefined;
  const { session, server } = await host.serve({
    ownBrowser: false,
    authorityAt: () => APP_AUTHORITY,
    onWindowAsked: async () => ({ front: (await window?.bringToFront()) ?? false }),
  });
  const profile = join(settingsFolder(), 'browser', createHash('sha256').update(archive).digest('hex').slice(0, 16));
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const forget = writeServing(archive, {
    pid: process.pid,
    port: server.port,
    authority: APP_AUTHORITY,
    token: session.token,
  });
  window = launchWindow(browser, browserFlags(server.port, session.issueCode(), profile));
  const failed = window.closed.then(() => true);
  const late = wait(FAILED_MILLISECONDS, false, { ref: false });
  if (await Promise.race([session.opened.then(() => false), failed, late])) {
    forget();
    await server.close();
    return false;
  }
  tell({ shown: 'window', browser, electron });
  await Promise.race([window.closed, asked]);
  window.close();
  forget();
  return true;
}

async function showAddress(
  host: LoopbackHost,
  { archive, electron = 'no-window', tell = say }: LoopbackOptions,
  way: WindowWay,
  asked: Promise<void>,
): Promise<void> {
  let authority = '';
  const address = () => `http://${authority}/#code=${session.issueCode()}`;
  const { session, server } = await host.serve({
    ownBrowser: true,
    authorityAt: (port) => {
      authority = `127.0.0.1:${port}`;
      return authority;
    },
    onWindowAsked: async () => ({ address: address() }),
  });
  const forget = writeServing(archive, { pid: process.pid, port: server.port, authority, token: session.token });
  tell({
    shown: 'address',
    address: address(),
    because: way.by === 'print' ? way.because : 'browser-failed',
    electron,
    renewable: process.stdin.isTTY,
  });
  // The code in an address is good for half a minute: Enter makes another.
  const renew = () => tell({ shown: 'address-again', address: address() });
  if (process.stdin.isTTY) process.stdin.on('data', renew).resume();
  await asked;
  process.stdin.off('data', renew).pause();
  forget();
}

/** Settles when a person or the parent process asks this one to end. */
function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    process.once('disconnect', () => resolve());
  });
}
