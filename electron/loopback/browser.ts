import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Chromium-family browsers by the names they are started with, the plainest first. */
const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'vivaldi-stable',
];
const MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser', 'Vivaldi'];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

/** Where an installed browser of the Chromium family may lie. `JIANBAO_BROWSER` names one, or `none`. */
export function browserCandidates(environment: Environment, platform: NodeJS.Platform): string[] {
  const named = environment.JIANBAO_BROWSER;
  if (named === 'none') return [];
  if (named) return [named];
  if (platform === 'darwin') {
    const folders = ['/Applications', join(environment.HOME ?? '/', 'Applications')];
    return MAC.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === 'win32') {
    const folders = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    return WINDOWS.flatMap((name) => folders.flatMap((folder) => (folder ? [`${folder}\\${name}`] : [])));
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name)));
}

export function findBrowser(environment: Environment, platform: NodeJS.Platform): string | undefined {
  return browserCandidates(environment, platform).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  });
}

export type WindowWay =
  | { readonly by: 'launch'; readonly browser: string }
  | { readonly by: 'print'; readonly because: 'asked' | 'root' | 'no-display' | 'no-browser' | 'browser-failed' };

interface Surroundings {
  readonly wanted: boolean;
  readonly platform: NodeJS.Platform;
  readonly root: boolean;
  readonly environment: Environment;
  readonly browser: string | undefined;
}

/** Root gets the address only: Chromium would have to run without its sandbox, and that is never asked of a person. */
export function decideWindow({ wanted, platform, root, environment, browser }: Surroundings): WindowWay {
  if (!wanted) return { by: 'print', because: 'asked' };
  if (root) return { by: 'print', because: 'root' };
  const headed = platform === 'win32' || platform === 'darwin' || environment.DISPLAY || environment.WAYLAND_DISPLAY;
  if (!headed) return { by: 'print', because: 'no-display' };
  return browser === undefined ? { by: 'print', because: 'no-browser' } : { by: 'launch', browser };
}

/** The host of an app window. It resolves to this program only inside the browser that is launched with it. */
export const APP_AUTHORITY = 'jianbao.localhost';

/**
 * What the browser is started with: a profile of its own, one app window, and a resolver that knows no address but ours,
 * so that nothing in a document can reach anybody, not even another port of this machine.
 */
export function browserFlags(port: number, code: string, profile: string): string[] {
  return [
    `--app=http://${APP_AUTHORITY}/#code=${code}`,
    `--user-data-dir=${profile}`,
    `--host-resolver-rules=MAP ${APP_AUTHORITY} 127.0.0.1:${port},MAP * ~NOTFOUND`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--no-default-browser-check',
    // Without it the window wears a bar that calls the resolver rule above a risk. It leaves the sandbox as it is.
    '--test-type',
    '--remote-debugging-pipe',
  ];
}
