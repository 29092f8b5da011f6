/** The one origin of the window, served from the table of built files. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://jianbao';
export const APP_PAGE = `${APP_ORIGIN}/`;

const REQUESTED = new Set([`${APP_SCHEME}:`, 'jbdoc:', 'blob:', 'data:']);

/** Whether an address is our page: where in it one is stands in the fragment, and nothing else may differ. */
export function isAppPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  url.hash = '';
  return url.href === APP_PAGE;
}

/** Nothing is ever asked of a network: the window's files, documents under their own sandbox, and what the page made itself. */
export function mayRequest(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${APP_SCHEME}:` ? host === 'jianbao' : REQUESTED.has(protocol);
}

/** A page may put text and pictures on the clipboard, as Chromium cleans them, and is given nothing else. */
export function isPermitted(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

/** A frame as Electron knows it, as far as granting it a port depends on it. */
export interface AskingFrame {
  readonly url: string;
  /** It has no parent and belongs to our window. */
  readonly isMainFrame: boolean;
}

/** Ports are for our page in our window, and for nothing that was ever shown inside it. */
export function mayHoldPort(frame: AskingFrame | undefined, link: unknown): link is 'archive' | 'host' {
  return frame?.isMainFrame === true && isAppPage(frame.url) && (link === 'archive' || link === 'host');
}

/** Chromium's own switches: no name is ever looked up, nothing is fetched in the background. */
export const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-sync'],
  ['no-pings'],
];
