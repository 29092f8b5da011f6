import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The built window, listed once: an address either is in this table, or it is refused. No path is ever made of an address. */
export type PageFiles = ReadonlyMap<string, PageFile>;

interface PageFile {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Contains the placeholder of the nonce. */
  readonly document: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.ttf': 'font/ttf',
  // Fonts and tables of characters for PDFs that bring none.
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
};

/** What only PDFs need, read when it is asked for: 200 files that few windows ever want. */
const RARE = '/pdf/';

function fileOf(path: string, type: string, isRare: boolean): PageFile {
  let read = isRare ? undefined : new Uint8Array(readFileSync(path));
  return {
    type,
    get body() {
      read ??= new Uint8Array(readFileSync(path));
      return read;
    },
    document: type.startsWith('text/html'),
  };
}

/** @throws when a built file is of a kind that this table does not know: it would be served with a wrong type. */
export function readPageFiles(dir: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[extname(entry.name)];
    if (type === undefined) throw new Error(`no media type for a built file: ${entry.name}`);
    const address = path.slice(dir.length).replaceAll('\\', '/').replace(/^\/?/, '/');
    const file = fileOf(path, type, address.startsWith(RARE));
    files.set(address === '/index.html' ? '/' : address, file);
  }
  if (!files.has('/')) throw new Error('the window has not been built');
  return files;
}

/** `jbdoc:` in Electron, `'self'` on loopback: where documents under their own sandbox come from. */
export type FrameSource = 'jbdoc:' | "'self'";

export function contentSecurityPolicy(nonce: string, frame: FrameSource): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src ${frame}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** On every response, refusals too. No CORS headers: nobody else may read anything. */
export function pageHeaders(nonce: string, frame: FrameSource): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce, frame),
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}

/** 16 random bytes, another for every response. */
export function makeNonce(): string {
  return randomBytes(16).toString('base64');
}

export interface PageAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array<ArrayBuffer> | string;
}

/** One built file, or a refusal that says nothing. */
export function answerPage(files: PageFiles, address: string, frame: FrameSource): PageAnswer {
  const nonce = makeNonce();
  const headers = pageHeaders(nonce, frame);
  const file = files.get(address);
  if (file === undefined) return { status: 403, headers, body: '' };
  const body = file.document ? Buffer.from(file.body).toString('utf8').replaceAll('__CSP_NONCE__', nonce) : file.body;
  return { status: 200, headers: { ...headers, 'content-type': file.type }, body };
}
