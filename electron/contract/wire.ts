/**
 * What the page and its hosts agree on before the contracts can be spoken. The page holds two links, one a contract:
 * `archive` (answered by the service) and `host` (answered by the shell or the loopback host).
 *
 * Loopback: the address carries a one-time code in its fragment, `#code=…`. The page posts `{"code": "…"}` as JSON to
 * `/session`, gets `{"token": "…"}` (403 when the code is spent; a posted
 * `{"token": "…"}` asks whether a token still holds), and opens one socket a link:
 * `new WebSocket('ws://HOST/rpc/archive', ['jianbao', 'token.…'])`.
 *
 * Electron: the page posts `{ jianbao: 'ask', link }` to its own window; the preload answers the same way with
 * `{ jianbao: 'port', link }` and the message port as the only transferred port. The page asks again after a close.
 */
export const LINKS = ['archive', 'host'] as const;
export type LinkName = (typeof LINKS)[number];

export const SUBPROTOCOL = 'jianbao';
export const TOKEN_PREFIX = 'token.';
export const CODE_PARAMETER = 'code';
export const SESSION_PATH = '/session';
export const RPC_PATHS: Readonly<Record<LinkName, string>> = { archive: '/rpc/archive', host: '/rpc/host' };

export interface PortRequest {
  readonly jianbao: 'ask';
  readonly link: LinkName;
}
export interface PortGrant {
  readonly jianbao: 'port';
  readonly link: LinkName;
}
