import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { MessagePortMain } from 'electron';
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeTheme,
  protocol,
  screen,
  session,
} from 'electron';
import type { HostCommand } from '#contract/host.ts';
import { serveConnection } from '../service/connection.ts';
import { openAppearance } from '../service/host/appearance.ts';
import type { Build } from '../service/host/build.ts';
import { defaultArchive } from '../service/host/folders.ts';
import { keepService } from '../service/host/keeper.ts';
import { readPageFiles } from '../service/host/page.ts';
import { createCommands, type HostCommands, hostRoutes } from '../service/host/routes.ts';
import { createHandler } from '../service/limits.ts';
import { logFailure } from '../service/log.ts';
import { acceptPort, type PortLike } from '../service/ports.ts';
import { findAddress } from './addresses.ts';
import { answerApp } from './app-pages.ts';
import type { Start } from './arguments.ts';
import { applyTheme, hostActs, languageNow } from './host-acts.ts';
import { lockSession } from './lock-down.ts';
import { menuTemplate } from './menu.ts';
import { APP_PAGE, APP_SCHEME } from './policy.ts';
import { ASK_CHANNEL, openPortDesk, type PortDesk } from './port-desk.ts';
import { sayRefused } from './refusal.ts';
import { forkUtility } from './utility-service.ts';
import { windowOptions } from './window-options.ts';
import { placeWindow, readWindowState, type WindowState, writeWindowState } from './window-state.ts';

const STAGGER = 28;

/** Opens the archive in its service and the window on it. Called once, when Electron is ready and this is the only instance. */
export async function openShell(
  start: Start & { as: 'window' },
  build: Build,
  onAddress: (listener: (address: string) => void) => void,
): Promise<void> {
  const settings = app.getPath('userData');
  const stateFile = join(settings, 'window.json');
  const appearance = openAppearance(join(settings, 'appearance.json'));
  applyTheme(appearance.get());
  lockSession(session.defaultSession);
  const files = readPageFiles(build.page);
  protocol.handle(APP_SCHEME, ({ method, url }) => {
    const { status, headers, body } = answerApp(files, method, url);
    return new Response(body, { status, headers });
  });

  /** Every window has ports and commands of its own: a menu acts in the window that is in front. */
  const windows = new Map<BrowserWindow, { readonly desk: PortDesk; readonly commands: HostCommands }>();
  const archive = start.archive ?? defaultArchive(app.getPath('documents'));
  const keeper = keepService<MessagePortMain>({
    start: () => forkUtility(build.service),
    open: {
      is: 'open',
      archive: resolve(archive),
      create: true,
      who: start.who ?? userInfo().username,
      workers: build.workers,
      samples: build.samples,
    },
    onState(state) {
      for (const { desk, commands } of windows.values()) {
        if (state === 'lost') desk.forgetArchive();
        commands.publish({ command: 'service', state });
      }
    },
    refuse: (port) => port.close(),
  });
  /** The one in front, or that was there last. */
  let window: BrowserWindow | undefined;
  // Each desk answers the main frame of its own window and nobody else.
  ipcMain.on(ASK_CHANNEL, (event, link) => {
    for (const { desk } of windows.values()) desk.ask(event, link);
  });

  function attend(opened: BrowserWindow): PortDesk {
    const commands = createCommands();
    const acts = hostActs({
      window: () => (windows.has(opened) ? opened : undefined),
      appearance,
      version: build.version,
      openWindow: showWindow,
      grant: (places) => keeper.grant(places),
      onAppearance() {
        setMenu();
        for (const { commands: others } of windows.values()) others.publish({ command: 'appearance' });
      },
    });
    const routes = hostRoutes(acts, commands);
    const desk = openPortDesk({
      mainFrame: () => (windows.has(opened) ? opened.webContents.mainFrame : undefined),
      createChannel: () => new MessageChannelMain(),
      serve(link, port) {
        if (link === 'archive') keeper.connect({ is: 'connect' }, port);
        else serveConnection(acceptPort(port as unknown as PortLike), createHandler(routes));
      },
    });
    windows.set(opened, { desk, commands });
    return desk;
  }

  function publish(command: HostCommand): void {
    if (window) windows.get(window)?.commands.publish(command);
  }

  function setMenu(): void {
    const act = (action: string) => publish({ command: 'menu', action });
    const template = menuTemplate({ language: languageNow(appearance), mac: process.platform === 'darwin', act });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  function follow(address: string | undefined): void {
    if (address) publish({ command: 'open', address });
  }

  function keepState(from: BrowserWindow): void {
    try {
      writeWindowState(stateFile, { bounds: from.getNormalBounds(), maximised: from.isMaximized() });
    } catch (error) {
      // A full disk must not keep a window from closing.
      logFailure('window state', error);
    }
  }

  /** Another window does not hide the one that it was opened from. */
  function besides(from: BrowserWindow): WindowState {
    const { x, y, width, height } = from.getNormalBounds();
    return { bounds: { x: x + STAGGER, y: y + STAGGER, width, height }, maximised: false };
  }

  function showWindow(fragment = ''): void {
    const displays = screen.getAllDisplays().map(({ workArea }) => workArea);
    const kept = readWindowState(stateFile);
    const bounds = placeWindow(window ? besides(window) : kept, displays);
    const opened = new BrowserWindow(
      windowOptions({ bounds, preload: build.preload, night: nativeTheme.shouldUseDarkColors }),
    );
    const isFirst = windows.size === 0;
    window = opened;
    const desk = attend(opened);
    opened.on('focus', () => {
      window = opened;
    });
    if (kept?.maximised && isFirst) opened.maximize();
    opened.once('ready-to-show', () => opened.show());
    opened.on('close', () => keepState(opened));
    opened.on('closed', () => {
      windows.delete(opened);
      if (window === opened) window = [...windows.keys()].at(-1);
      desk.forgetDocument();
    });
    opened.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) desk.forgetDocument();
    });
    void opened.loadURL(APP_PAGE + fragment);
  }

  function bringToFront(): void {
    if (!window) showWindow();
    else {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    }
  }

  app.on('second-instance', (_event, argv) => {
    bringToFront();
    follow(findAddress(argv));
  });
  onAddress((address) => {
    bringToFront();
    follow(address);
  });
  app.on('activate', bringToFront);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    // The service first finishes what it committed; the window goes with the program.
    void keeper.close().then(() => {
      closed = true;
      app.quit();
    });
  });
  process.once('disconnect', () => app.quit());

  setMenu();
  showWindow();
  follow(start.address);
  await keeper.opened.catch((error: unknown) => {
    sayRefused(archive, error, languageNow(appearance));
    app.exit(1);
  });
}
