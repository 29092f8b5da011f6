import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFakeElectronDist } from './fake-electron.ts';

const root = resolve(import.meta.dirname, '../..');
const linux = process.platform === 'linux';
let work: string;
let app: string;
let asar: string;
let inside: readonly string[];

beforeAll(() => {
  if (!linux) return;
  work = mkdtempSync(join(tmpdir(), 'jianbao-pack-'));
  const electron = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  makeFakeElectronDist(join(work, 'electron'), electron.version);
  const builder = join(root, 'node_modules/electron-builder/out/cli/cli.js');
  const set = [`-c.electronDist=${join(work, 'electron')}`, `-c.directories.output=${join(work, 'dist')}`];
  execFileSync(
    process.execPath,
    [builder, '--linux', 'dir', '--config', 'electron.builder.yml', '--publish', 'never', ...set],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 240_000,
    },
  );
  app = join(work, 'dist', process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked');
  asar = join(app, 'resources/app.asar');
  inside = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
}, 300_000);

afterAll(() => {
  if (work) rmSync(work, { recursive: true, force: true });
});

test.runIf(linux)('the packed program holds every entry that main, the service and the window start from', () => {
  for (const entry of [
    'out/main/index.js',
    'out/main/service.js',
    'out/main/worker.js',
    'out/main/suggest.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
  ]) {
    expect(inside, entry).toContain(`/${entry}`);
  }
  const { main } = JSON.parse(extractFile(asar, 'package.json').toString()) as { main: string };
  expect(inside).toContain(`/${main}`);
});

test.runIf(linux)('nothing but the program is packed: no sources, tests, tools or other Node', () => {
  const forbidden = inside.filter((path) =>
    /^\/(electron|renderer|test|resources|\.ci|\.github)(\/|$)|node-linux-|\/node_modules\/(electron|vite|vitest|typescript|@biomejs|electron-builder|react|playwright-core)\/|\.map$|better-sqlite3\/(src|deps)\//.test(
      path,
    ),
  );
  expect(forbidden).toEqual([]);
});

test.runIf(linux)('of pdf.js what reads text is packed as a package, and what draws with the window', () => {
  const parts = inside.filter((path) => /\/node_modules\/pdfjs-dist\/.+\.(mjs|bcmap|wasm|pfb|ttf|icc)$/.test(path));
  const kinds = parts.filter((path) => !path.includes('/cmaps/')).map((path) => path.split('/').slice(3).join('/'));
  expect(kinds.sort()).toEqual(['legacy/build/pdf.mjs', 'legacy/build/pdf.worker.mjs']);
  expect(parts).toContain('/node_modules/pdfjs-dist/cmaps/GBK-EUC-H.bcmap');
  expect(inside.filter((path) => path.includes('/@napi-rs/'))).toEqual([]);
  for (const built of ['cmaps/GBK-EUC-V.bcmap', 'standard_fonts/FoxitSerif.pfb', 'wasm/jbig2_nowasm_fallback.js'])
    expect(inside).toContain(`/out/renderer/pdf/${built}`);
});

test.runIf(linux)('every native module lies unpacked beside the archive, for this system only', () => {
  const unpacked = readdirSync(join(app, 'resources/app.asar.unpacked'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.node'),
  );
  const packed = inside.filter((path) => path.endsWith('.node')).map((path) => path.slice(1));
  expect(unpacked.toSorted()).toEqual(packed.toSorted());
  expect(unpacked.some((path) => path.includes('better-sqlite3/prebuilds/linux-'))).toBe(true);
  expect(unpacked.filter((path) => /darwin|win32|musl/.test(path))).toEqual([]);
});

test.runIf(linux)('the packed program stays under 120 MB without Electron', () => {
  let bytes = statSync(asar).size;
  for (const path of readdirSync(join(app, 'resources/app.asar.unpacked'), { recursive: true, encoding: 'utf8' })) {
    const stat = statSync(join(app, 'resources/app.asar.unpacked', path));
    if (stat.isFile()) bytes += stat.size;
  }
  expect(bytes).toBeLessThan(120 * 1024 * 1024);
});

test.runIf(linux)('the sample pages travel beside the archive', () => {
  expect(existsSync(join(app, 'resources/samples'))).toBe(true);
  expect(readdirSync(join(app, 'resources/samples')).length).toBeGreaterThanOrEqual(6);
});

test.runIf(linux)('the fuses of the packed binary are set as they must be', async () => {
  const wire = await getCurrentFuseWire(join(app, 'jianbao'));
  const state = (fuse: FuseV1Options) => wire[fuse];
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    integrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    ownSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    filePrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: FuseState.DISABLE,
    cookieEncryption: FuseState.ENABLE,
    nodeOptions: FuseState.DISABLE,
    inspect: FuseState.DISABLE,
    integrity: FuseState.ENABLE,
    onlyAsar: FuseState.ENABLE,
    ownSnapshot: FuseState.DISABLE,
    filePrivileges: FuseState.DISABLE,
  });
});
