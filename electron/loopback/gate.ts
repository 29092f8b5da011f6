import { type LinkName, RPC_PATHS, SESSION_PATH, SUBPROTOCOL, TOKEN_PREFIX } from '#contract/wire.ts';

/** A request, as far as letting it in depends on it. Headers that came more than once are refused before. */
export interface Knock {
  readonly method: string;
  readonly url: string;
  readonly upgrade: boolean;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly protocols: string | undefined;
  readonly authorization: string | undefined;
}

export type Verdict =
  | { readonly admit: 'file' }
  /** A one-time code may be exchanged; the code itself has still to be looked at. */
  | { readonly admit: 'session' }
  | { readonly admit: 'socket'; readonly link: LinkName }
  /** A second start of the program asks for the window. */
  | { readonly admit: 'window' }
  | { readonly admit: 'nobody' };

export interface House {
  /** The one authority, fixed at the start: `jianbao.localhost` or `127.0.0.1:PORT`. */
  readonly authority: string;
  isFile(url: string): boolean;
  /** In constant time. */
  isToken(candidate: string): boolean;
}

/** What a second start of the program posts its token to. */
export const WINDOW_PATH = '/window';
const NOBODY: Verdict = { admit: 'nobody' };
const BEARER = 'Bearer ';

/**
 * Host exactly ours, then the token, then the Origin. Without a token there is only the window's own files, which carry
 * no data, and the place where a code is exchanged. A page elsewhere cannot forge Host, Origin or Sec-Fetch-Site; a
 * program on this machine can, but has no token.
 */
export function judge(knock: Knock, house: House): Verdict {
  if (knock.host !== house.authority) return NOBODY;
  const own = knock.origin === `http://${house.authority}`;
  if (knock.upgrade) return own && knock.method === 'GET' ? judgeSocket(knock, house) : NOBODY;
  if (knock.method === 'POST') {
    if (!own || (knock.fetchSite !== undefined && knock.fetchSite !== 'same-origin')) return NOBODY;
    if (knock.url === SESSION_PATH) return { admit: 'session' };
    const token = knock.authorization?.startsWith(BEARER) ? knock.authorization.slice(BEARER.length) : '';
    return knock.url === WINDOW_PATH && house.isToken(token) ? { admit: 'window' } : NOBODY;
  }
  if (knock.method !== 'GET' || (knock.origin !== undefined && !own)) return NOBODY;
  if (knock.fetchSite !== 'none' && knock.fetchSite !== 'same-origin') return NOBODY;
  return house.isFile(knock.url) ? { admit: 'file' } : NOBODY;
}

function judgeSocket(knock: Knock, house: House): Verdict {
  // Chromium sends no Sec-Fetch-Site with a WebSocket; whoever sends one must not be elsewhere.
  if (knock.fetchSite !== undefined && knock.fetchSite !== 'same-origin') return NOBODY;
  const offered = (knock.protocols ?? '').split(',').map((protocol) => protocol.trim());
  const [token, ...more] = offered.filter((protocol) => protocol.startsWith(TOKEN_PREFIX));
  if (token === undefined || more.length > 0 || !offered.includes(SUBPROTOCOL)) return NOBODY;
  if (!house.isToken(token.slice(TOKEN_PREFIX.length))) return NOBODY;
  for (const link of ['archive', 'host'] as const) {
    if (knock.url === RPC_PATHS[link]) return { admit: 'socket', link };
  }
  return NOBODY;
}
