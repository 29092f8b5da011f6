import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type * as Electron from 'electron';
import { MessageChannelMain, type StandInPort } from './ports.ts';

/** Everything the shell asked of Electron, in order: `[what, …arguments]`. */
export const record: [what: string, ...details: unknown[]][] = [];
const noted =
  (what: string) =>
  (...details: unknown[]): void =>
    void record.push([what, ...details]);

class App extends EventEmitter {
  readonly isPackaged = false;
  ready = false;
  readonly commandLine = { appendSwitch: noted('appendSwitch') };
  readonly #ready = Promise.withResolvers<void>();
  enableSandbox = noted('enableSandbox');
  configureHostResolver = noted('configureHostResolver');
  setAsDefaultProtocolClient = noted('setAsDefaultProtocolClient');
  quit = (): void => {
    noted('quit')();
    const event = {
      prevented: false,
      preventDefault: () => {
        event.prevented = true;
      },
    };
    this.emit('before-quit', event);
    if (!event.prevented) this.emit('stand-in-ended', 0);
  };
  exit = (code: number): void => {
    noted('exit')(code);
    this.emit('stand-in-ended', code);
  };
  requestSingleInstanceLock = () => process.env.STAND_IN_SECOND !== '1';
  getPreferredSystemLanguages = () => ['zh-CN'];
  getPath = (name: string) => `${process.env.STAND_IN_FOLDER}/${name}`;
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  becomeReady(): void {
    noted('ready')();
    this.ready = true;
    this.#ready.resolve();
  }
}

/** A frame of the window; what is posted to it is kept for the scenario. */
export class Frame {
  readonly parent: Frame | null;
  url: string;
  readonly posted: { channel: string; message: { link: string }; port: StandInPort }[] = [];
  constructor(url: string, parent: Frame | null = null) {
    this.url = url;
    this.parent = parent;
  }
  postMessage(channel: string, message: { link: string }, [port]: StandInPort[]): void {
    if (port) this.posted.push({ channel, message, port });
  }
}

class WebContents extends EventEmitter {
  mainFrame = new Frame('');
  openHandler: (() => { action: string }) | undefined;
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler;
  }
  print = noted('print');
  printToPDF = async (options: Electron.PrintToPDFOptions) => {
    noted('printToPDF')(options);
    return Buffer.from('%PDF-');
  };
}

export const windows: StandInWindow[] = [];
class StandInWindow extends EventEmitter {
  readonly webContents = new WebContents();
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    noted('BrowserWindow')(options);
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    noted('loadURL')(url);
    this.webContents.mainFrame.url = url;
  }
  show = noted('show');
  focus = noted('focus');
  maximize = noted('maximize');
  restore = noted('restore');
  setTitle = noted('setTitle');
  isMinimized = () => true;
  isMaximized = () => false;
  getNormalBounds = () => ({ x: 10, y: 20, width: 900, height: 700 });
}

class UtilityProcess extends EventEmitter {
  readonly #worker: Worker;
  constructor(file: string) {
    super();
    this.#worker = new Worker(new URL('./utility-thread.ts', import.meta.url), {
      workerData: { file: pathToFileURL(file).href },
    });
    this.#worker.on('message', (message) => this.emit('message', message));
    this.#worker.on('error', (error) => noted('service error')(String(error)));
    this.#worker.on('exit', (code) => this.emit('exit', code));
  }
  postMessage(data: unknown, ports: StandInPort[] = []): void {
    const raw = ports.map(({ port }) => port);
    this.#worker.postMessage({ data, ports: raw }, raw);
  }
  kill(): boolean {
    void this.#worker.terminate();
    return true;
  }
}

export const services: UtilityProcess[] = [];
type Answer = (allowed: boolean) => void;
/** What the shell registered, for the scenario to ask. */
export const asked: {
  request?: (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void;
  permission?: (contents: unknown, permission: string, answer: Answer) => void;
  check?: () => boolean;
  device?: () => boolean;
  page?: (request: { method: string; url: string }) => Response;
  menu?: Electron.MenuItemConstructorOptions[];
} = {};

const ofSession = new EventEmitter();
const defaultSession = Object.assign(ofSession, {
  setPermissionRequestHandler: (handler: typeof asked.permission) => {
    asked.permission = handler;
  },
  setPermissionCheckHandler: (handler: typeof asked.check) => {
    asked.check = handler;
  },
  setDevicePermissionHandler: (handler: typeof asked.device) => {
    asked.device = handler;
  },
  setSpellCheckerEnabled: noted('setSpellCheckerEnabled'),
  webRequest: {
    onBeforeRequest: (handler: typeof asked.request) => {
      asked.request = handler;
    },
  },
});

export const app = new App();
export const session = { defaultSession };
export const ipcMain = new EventEmitter();
export const BrowserWindow = StandInWindow;
export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (template: Electron.MenuItemConstructorOptions[]) => {
    noted('menu')();
    asked.menu = template;
  },
};
export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false };
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown) => noted('schemes')(schemes, app.ready),
  handle: (scheme: string, handler: typeof asked.page) => {
    noted('handle')(scheme);
    asked.page = handler;
  },
};
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1600, height: 1000 } }] };
export const dialog = {
  showOpenDialog: async () => ({ canceled: false, filePaths: [process.env.STAND_IN_FOLDER] }),
  showMessageBox: async (_window: unknown, options: { message: string }) => {
    noted('ask')(options.message);
    return { response: options.message.includes('example.org') ? 1 : 0 };
  },
  showSaveDialog: async (_window: unknown, { defaultPath }: Electron.SaveDialogOptions) => {
    noted('save')(defaultPath);
    const canceled = defaultPath === 'jianbao.pdf';
    return { canceled, filePath: canceled ? '' : `${process.env.STAND_IN_FOLDER}/${defaultPath}` };
  },
  showErrorBox: noted('error box'),
};
export const shell = { openExternal: async (url: string) => noted('openExternal')(url) };
export const utilityProcess = {
  fork(file: string): UtilityProcess {
    noted('fork')(file);
    const service = new UtilityProcess(file);
    services.push(service);
    return service;
  },
};
export { MessageChannelMain };

/** `true` when every member of ours is one that Electron declares, apart from what the scenario itself uses. */
type Held<Ours, Theirs, Extra = never> = Exclude<keyof Ours, keyof Theirs | Extra> extends never ? true : never;

// A name that Electron does not have fails the type check.
const held: [
  Held<App, Electron.App, 'becomeReady' | 'ready'>,
  Held<StandInWindow, Electron.BrowserWindow>,
  Held<WebContents, Electron.WebContents, 'openHandler'>,
  Held<Frame, Electron.WebFrameMain, 'posted'>,
  Held<UtilityProcess, Electron.UtilityProcess>,
  Held<StandInPort, Electron.MessagePortMain, 'port'>,
  Held<typeof defaultSession, Electron.Session>,
  Held<typeof nativeTheme, Electron.NativeTheme>,
  Held<typeof protocol, Electron.Protocol>,
  Held<typeof screen, Electron.Screen>,
  Held<typeof dialog, Electron.Dialog>,
  Held<typeof shell, Electron.Shell>,
  Held<typeof utilityProcess, typeof Electron.utilityProcess>,
  Held<typeof Menu, typeof Electron.Menu>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true];
void held;
