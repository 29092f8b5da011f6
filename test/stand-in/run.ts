import { setTimeout as wait } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { ArchiveContract } from '#contract/archive.ts';
import type { HostContract } from '#contract/host.ts';
import { app, asked, Frame, ipcMain, nativeTheme, record, services, windows } from './electron.ts';

/**
 * The built shell on the stand-in, taken through its life: started, asked for ports, called, its service killed, its
 * page reloaded, closed. What was seen goes to the parent process as one message.
 *
 *   node --import ./test/stand-in/hook.ts test/stand-in/run.ts OUT/main/index.js
 */
const [, , main = '', ...args] = process.argv;
process.argv = [process.argv[0] ?? '', main, ...args];
const seen: Record<string, unknown> = {};
const ended = new Promise<number>((resolve) => app.once('stand-in-ended', resolve));

await import(main);
seen.beforeReady = record.map(([what]) => what);
seen.schemes = record.find(([what]) => what === 'schemes');
if (process.env.STAND_IN_SECOND === '1') {
  await ended;
  finish();
}
app.becomeReady();
const window = await until(() => windows[0]);
if (process.env.STAND_IN_REFUSED === '1') {
  seen.ended = await ended;
  finish();
}
const contents = window.webContents;
const page = contents.mainFrame;
window.emit('ready-to-show');

function askAs(frame: Frame | null, link: unknown): void {
  ipcMain.emit('jianbao:ask', { senderFrame: frame }, link);
}
function connect<T>(frame: Frame, link: string): Promise<T> {
  const before = frame.posted.length;
  askAs(frame, link);
  return until(() => frame.posted.slice(before).find(({ message }) => message.link === link)).then(({ port }) => {
    port.port.start();
    return createORPCClient(new RPCLink({ port: port.port as unknown as globalThis.MessagePort })) as T;
  });
}

// Ports: only for the page.
const child = new Frame('app://jianbao/', page);
const elsewhere = new Frame('https://evil.example/');
for (const frame of [child, elsewhere, null]) for (const link of ['archive', 'host']) askAs(frame, link);
const host = await connect<ContractRouterClient<HostContract>>(page, 'host');
const archive = await connect<ContractRouterClient<ArchiveContract>>(page, 'archive');
askAs(page, 'other');
seen.posted = [
  child.posted.length,
  elsewhere.posted.length,
  page.posted.map(({ channel, message }) => [channel, message.link]),
];

// Both halves of the contract over them.
seen.hostInfo = await host.info();
seen.archiveInfo = await archive.archive.info();
seen.place = await host.choosePlace({ purpose: 'export' });
seen.opened = [
  await host.openExternal({ url: 'https://example.org/a?b' }),
  await host.openExternal({ url: 'https://elsewhere.example/' }),
  await host.openExternal({ url: 'file:///etc/passwd' }).catch((error) => error.code),
];
await host.appearance.set({ theme: 'night', language: 'en' });
await host.print();
seen.pdf = [
  await host.savePdf({ title: '老街: a/b?' }),
  await host.savePdf({ title: '...' }),
  await host.savePdf({ title: 'a\n' }),
];
const png = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])]);
seen.picture = [
  await host.savePicture({ title: '老街: 剪报', picture: png }),
  await host.savePicture({ title: 'x', picture: new Blob(['#!/bin/sh\n']) }).catch((error) => error.code),
];
seen.theme = nativeTheme.themeSource;
seen.menu = asked.menu?.map(({ label }) => label);

// What a page could try.
const tried = (name: string, ...details: unknown[]) => {
  let prevented = false;
  contents.emit(
    name,
    {
      preventDefault: () => {
        prevented = true;
      },
    },
    ...details,
  );
  return prevented;
};
seen.navigation = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'].map((name) =>
  tried(name),
);
seen.window = contents.openHandler?.();
seen.permissions = [
  'media',
  'geolocation',
  'notifications',
  'fullscreen',
  'clipboard-read',
  'openExternal',
  'pointerLock',
].map((permission) => {
  let allowed: boolean | undefined;
  asked.permission?.({}, permission, (answer) => {
    allowed = answer;
  });
  return allowed;
});
seen.checks = [asked.check?.(), asked.device?.()];
seen.requests = ['app://jianbao/', 'https://example.com/', 'file:///etc/passwd', 'ws://127.0.0.1/'].map((url) => {
  let cancelled: boolean | undefined;
  asked.request?.({ url }, ({ cancel }) => {
    cancelled = cancel;
  });
  return cancelled;
});
const pages = await Promise.all(
  ['app://jianbao/', 'app://jianbao/../package.json', 'app://evil/'].map((url) => asked.page?.({ method: 'GET', url })),
);
seen.pages = pages.map((answer) => [
  answer?.status,
  answer?.headers.get('content-security-policy')?.includes('frame-src jbdoc:'),
]);

// The service dies: the page hears of it, asks again and goes on.
const states: unknown[] = [];
const hearing = host.commands().then(async (commands) => {
  for await (const command of commands) states.push(command);
});
hearing.catch(() => undefined);
await wait(50);
// The address that the program was started with waited for the page to listen.
await until(() => states[0]);
services[0]?.kill();
await until(() => states[1]);
const again = await connect<ContractRouterClient<ArchiveContract>>(page, 'archive');
seen.archiveAgain = (await again.archive.info()).name;
await until(() => states[2]);

// Menu, an address and a second start reach the page.
const file = asked.menu?.find(({ label }) => label === 'File')?.submenu as Electron.MenuItemConstructorOptions[];
(file[0]?.click as (() => void) | undefined)?.();
app.emit('second-instance', {}, ['jianbao', 'jianbao://article/7k2m9q4d']);
app.emit('open-url', { preventDefault: () => undefined }, 'jianbao://article/x/../y');
await until(() => states[4]);
seen.commands = states;

// A reload gets ports of its own; the old document's are dead.
contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
const reloaded = await connect<ContractRouterClient<HostContract>>(page, 'host');
seen.afterReload = (await reloaded.info()).kind;

// Another window has ports of its own; a menu acts in the one in front, and closing it leaves the first as it was.
seen.secondAsked = await reloaded.window.open({ fragment: '#/all' });
const second = await until(() => windows[1]);
const other = await connect<ContractRouterClient<HostContract>>(second.webContents.mainFrame, 'host');
const inSecond: unknown[] = [];
const listening = other.commands().then(async (commands) => {
  for await (const command of commands) inSecond.push(command);
});
listening.catch(() => undefined);
await wait(50);
(file[0]?.click as (() => void) | undefined)?.();
await until(() => inSecond[0]);
seen.inSecond = inSecond;
seen.inFirst = states.length;
second.emit('closed');
askAs(second.webContents.mainFrame, 'archive');
seen.secondPosted = second.webContents.mainFrame.posted.map(({ message }) => message.link);
seen.afterSecond = (await reloaded.info()).kind;

window.emit('close');
window.emit('closed');
app.emit('window-all-closed');
seen.ended = await ended;
finish();

async function until<T>(find: () => T | undefined): Promise<T> {
  for (let n = 0; n < 1_000; n += 1) {
    const found = find();
    if (found !== undefined) return found;
    await wait(10);
  }
  throw new Error(`waited for ${find} after ${record.map(([what]) => what)}`);
}

function finish(): never {
  process.send?.({ seen, record: JSON.parse(JSON.stringify(record)) }, () => process.exit());
  // The message has to leave first.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  return undefined as never;
}
