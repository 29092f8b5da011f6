import '../service/preflight.ts';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, protocol } from 'electron';
import { ADDRESS_SCHEME } from '#contract/addresses.ts';
import { findBuild } from '../service/host/build.ts';
import { logFailure } from '../service/log.ts';
import { readAddress } from './addresses.ts';
import { readStart } from './arguments.ts';
import { lockApp } from './lock-down.ts';
import { APP_SCHEME, SWITCHES } from './policy.ts';
import { openShell } from './shell.ts';

// Schemes, switches and listeners count only before Electron is ready, and Electron waits with that for the whole of
// this module: so all of it happens in its first turn, and nothing is awaited at its top (that would wait for itself).
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
lockApp(app);

// macOS opens an address by an event, which may come before there is a window.
const early: string[] = [];
let follow = (address: string): void => void early.push(address);
app.on('open-url', (event, url) => {
  event.preventDefault();
  const address = readAddress(url);
  if (address !== undefined) follow(address);
});

async function run(): Promise<void> {
  const start = readStart(process.argv, app.isPackaged, process.env.INIT_CWD ?? process.cwd());
  if (start.as === 'command') {
    // The built command line reads its words after the program and the file, as under Node.
    process.argv.splice(1, process.argv.length - 1, 'jianbao', ...start.argv);
    await import(pathToFileURL(join(import.meta.dirname, 'cli.js')).href);
    app.exit(Number(process.exitCode ?? 0));
    return;
  }
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  if (app.isPackaged) app.setAsDefaultProtocolClient(ADDRESS_SCHEME);
  await app.whenReady();
  app.configureHostResolver({ secureDnsMode: 'off' });
  const build = findBuild(import.meta.dirname, app.isPackaged ? process.resourcesPath : undefined);
  await openShell(start, build, (listener) => {
    follow = listener;
    for (const address of early.splice(0)) listener(address);
  });
}

run().catch((error: unknown) => {
  logFailure('start', error);
  app.exit(1);
});
