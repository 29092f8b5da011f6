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
import { serveConnection } from '../service/connection.ts';
import { openAppearance } from '../service/host/appearance.ts';
import type { Build } from '../service/host/build.ts';
import { defaultArchive } from '../service/host/folders.ts';
import { keepService } from '../service/host/keeper.ts';
import { readPageFiles } from '../service/host/page.ts';
import { createCommands, hostRoutes } from '../service/host/routes.ts';
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
import { ASK_CHANNEL, openPortDesk } from './port-desk.ts';
import { sayRefused } from './refusal.ts';
import { forkUtility } from './utility-service.ts';
import { windowOptions } from './window-options.ts';
import { placeWindow, readWindowState, writeWindowState } from './window-state.ts';

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

  const commands = createCommands();
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
      if (state === 'lost') ports.forgetArchive();
      commands.publish({ command: 'service', state });
    },
    refuse: (port) => port.close(),
  });
  let window: BrowserWindow | undefined;
  const acts = hostActs({
    window: () => window,
    appearance,
    version: build.version,
    grant: (places) => keeper.grant(places),
    onAppearance: setMenu,
  });
  const routes = hostRoutes(acts, commands);
  const ports = openPortDesk({
    mainFrame: () => window?.webContents.mainFrame,
    createChannel: () => new MessageChannelMain(),
    serve(link, port) {
      if (link === 'archive') keeper.connect({ is: 'connect' }, port);
      else serveConnection(acceptPort(port as unknown as PortLike), createHandler(routes));
    },
  });
  ipcMain.on(ASK_CHANNEL, (event, link) => ports.ask(event, link));

  function setMenu(): void {
    const act = (action: string) => commands.publish({ command: 'menu', action });
    const template = menuTemplate({ language: languageNow(appearance), mac: process.platform === 'darwin', act });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  function follow(address: string | undefined): void {
    if (address) commands.publish({ command: 'open', address });
  }

  function keepState(from: BrowserWindow): void {
    try {
      writeWindowState(stateFile, { bounds: from.getNormalBounds(), maximised: from.isMaximized() });
    } catch (error) {
      // A full disk must not keep a window from closing.
      logFailure('window state', error);
    }
  }

  function showWindow(): void {
    const displays = screen.getAllDisplays().map(({ workArea }) => workArea);
    const kept = readWindowState(stateFile);
    const bounds = placeWindow(kept, displays);
    const opened = new BrowserWindow(
      windowOptions({ bounds, preload: build.preload, night: nativeTheme.shouldUseDarkColors }),
    );
    window = opened;
    if (kept?.maximised) opened.maximize();
    opened.once('ready-to-show', () => opened.show());
    opened.on('close', () => keepState(opened));
    opened.on('closed', () => {
      window = undefined;
      ports.forgetDocument();
    });
    opened.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) ports.forgetDocument();
    });
    void opened.loadURL(APP_PAGE);
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
