import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const OUT = fileURLToPath(new URL('../../out', import.meta.url));
const read = (path: string) => readFileSync(join(OUT, path), 'utf8');
const STATIC =
  /(?:^|[\n;])\s*(?:import|export)\s[^'"()]*?from\s*["']([^"']+)["']|(?:^|[\n;])\s*import\s*["']([^"']+)["']/g;
const DYNAMIC = /\b(?:import|require|createRequire\([^)]*\))\(\s*["'`]([^"'`]+)["'`]\s*\)/g;

function importsOf(path: string): string[] {
  const text = read(path);
  const found = [...text.matchAll(STATIC), ...text.matchAll(DYNAMIC)].map((match) => match[1] ?? match[2] ?? '');
  return [...new Set(found)].map((name) => name.replace(/^node:/, ''));
}

const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** An entry and the chunks it reaches, with everything that they take from outside the bundle. */
function reach(entry: string): { files: string[]; packages: string[] } {
  const files = new Set([entry]);
  const packages = new Set<string>();
  for (const file of files) {
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) files.add(join(file, '..', name));
      else if (!builtinModules.includes(name)) packages.add(name);
    }
  }
  return { files: [...files], packages: [...packages].sort() };
}

/** What runs the archive may be made of these, and of nothing that reaches a network or a window. */
const DOMAIN = [
  '@mozilla/readability',
  '@node-rs/jieba',
  '@orpc/client',
  '@orpc/contract',
  '@orpc/server',
  '@orpc/server/standard',
  '@orpc/server/standard-peer',
  '@orpc/standard-server-peer',
  'approx-string-match',
  'better-sqlite3',
  'chardet',
  'decode-named-character-reference',
  'flexsearch',
  'iconv-lite',
  'linkedom',
  'pdfjs-dist/legacy/build/pdf.mjs',
  'pinyin-pro',
  're2js',
  'rehype-parse',
  'rehype-sanitize',
  'remark-frontmatter',
  'remark-gfm',
  'remark-parse',
  'saxes',
  'unified',
  'ws',
  'xast-util-to-xml',
  'xastscript',
  'yaml',
  'zod',
];
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'main/index.js': [...DOMAIN, 'electron'],
  'main/service.js': DOMAIN,
  'main/worker.js': DOMAIN,
  'main/suggest.js': DOMAIN,
  'main/template.js': ['liquidjs'],
  'main/loopback.js': DOMAIN,
  'main/cli.js': [...DOMAIN, 'commander', '@electron/get'],
};

test('every entry is built, and takes from outside what its list names', () => {
  const entries = readdirSync(join(OUT, 'main')).filter((name) => name.endsWith('.js'));
  expect(entries.map((name) => `main/${name}`).sort()).toEqual(Object.keys(ALLOWED).sort());
  const odd = Object.entries(ALLOWED).flatMap(([entry, allowed]) =>
    reach(entry)
      .packages.filter((name) => !allowed.includes(packageOf(name)) && !allowed.includes(name))
      .map((name) => `${entry}: ${name}`),
  );
  expect(odd).toEqual([]);
});

test('what the entries take is installed with the program, and not only for building it', () => {
  const { dependencies } = JSON.parse(readFileSync(join(OUT, '../package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const taken = new Set(Object.keys(ALLOWED).flatMap((entry) => reach(entry).packages.map(packageOf)));
  // Electron brings itself; fetching it is for a checkout.
  const missing = [...taken].filter((name) => !(name in dependencies) && !['electron', '@electron/get'].includes(name));
  expect(missing).toEqual([]);
});

test('electron is taken by the shell only', () => {
  for (const entry of Object.keys(ALLOWED)) {
    expect([entry, reach(entry).packages.includes('electron')]).toEqual([entry, entry === 'main/index.js']);
  }
});

test('nothing that the archive runs on opens a connection: no http, https, tls, dgram or dns', () => {
  for (const entry of ['main/service.js', 'main/worker.js', 'main/suggest.js']) {
    const names = reach(entry).files.flatMap(importsOf);
    for (const name of ['https', 'http', 'http2', 'tls', 'dgram', 'dns', 'dns/promises', 'inspector']) {
      expect([entry, names.includes(name) && name]).toEqual([entry, false]);
    }
    expect(reach(entry).files.map(read).join('')).not.toMatch(/\bfetch\(/);
  }
});

test('the preload is one CommonJS file that requires electron and nothing else', () => {
  expect(readdirSync(join(OUT, 'preload'))).toEqual(['index.cjs']);
  expect(importsOf('preload/index.cjs')).toEqual(['electron']);
  expect(read('preload/index.cjs')).not.toMatch(/contextBridge|exposeInMainWorld|\bimport\b|createRequire/);
});

test('the preload passes on a question of its own window, and posts the port back to it', () => {
  const sent: unknown[] = [];
  const posted: unknown[] = [];
  const heard = new Map<string, (...details: never[]) => void>();
  const window = {
    addEventListener: (name: string, listener: (event: never) => void) => heard.set(name, listener),
    postMessage: (...message: unknown[]) => posted.push(message),
  };
  const ipcRenderer = {
    send: (...message: unknown[]) => sent.push(message),
    on: (channel: string, listener: (...details: never[]) => void) => heard.set(channel, listener),
  };
  const location = { origin: 'app://jianbao' };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(name);
    return { ipcRenderer };
  };
  runInNewContext(read('preload/index.cjs'), { window, location, require, exports: {}, module: {} });

  const ask = heard.get('message') as (event: object) => void;
  const own = { source: window, origin: location.origin, data: { jianbao: 'ask', link: 'archive' } };
  ask(own);
  ask({ ...own, source: {} });
  ask({ ...own, origin: 'https://evil.example' });
  for (const data of [
    null,
    undefined,
    'ask',
    {},
    { jianbao: 'ask', link: 'other' },
    { jianbao: 'port', link: 'host' },
  ]) {
    ask({ ...own, data });
  }
  expect(sent).toEqual([['jianbao:ask', 'archive']]);
  const port = {};
  (heard.get('jianbao:port') as (event: object, message: object) => void)({ ports: [port] }, { link: 'archive' });
  expect(posted).toEqual([[{ jianbao: 'port', link: 'archive' }, 'app://jianbao', [port]]]);
  expect([...heard.keys()].sort()).toEqual(['jianbao:port', 'message']);
});

test('no browser offers to translate the page: it would rewrite the text that highlights are counted in', () => {
  expect(read('renderer/index.html')).toMatch(
    /<html[^>]*\btranslate="no"[\s\S]*<meta name="google" content="notranslate"/,
  );
});
