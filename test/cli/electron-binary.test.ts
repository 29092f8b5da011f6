import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchElectron, findElectron } from '../../electron/cli/electron-binary.ts';

const ARTIFACT = `electron-v45.4.1-${process.platform}-${process.arch}.zip`;
const BYTES = Buffer.alloc(200_000, 'electron');
let folder: string;
let server: Server;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-electron-'));
  writeFileSync(join(folder, 'package.json'), '{"version":"45.4.1"}');
  expectHash(BYTES);
  // Stands for the package's own installer: it unpacks what the cache holds.
  writeFileSync(
    join(folder, 'install.js'),
    `const fs = require('fs'); fs.mkdirSync(__dirname + '/dist', { recursive: true }); fs.writeFileSync(__dirname + '/dist/electron', '');
     fs.writeFileSync(__dirname + '/dist/version', '45.4.1'); fs.writeFileSync(__dirname + '/path.txt', 'electron');`,
  );
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  rmSync(folder, { recursive: true, force: true });
});

function expectHash(bytes: Buffer): void {
  const sum = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(join(folder, 'checksums.json'), JSON.stringify({ [ARTIFACT]: sum }));
}

async function serve(listener: RequestListener): Promise<void> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  vi.stubEnv('electron_config_cache', join(folder, 'cache'));
}

const fetched = (silence?: number) =>
  fetchElectron({ folder, cache: join(folder, 'cache'), ...(silence === undefined ? {} : { silence }) });

test('a binary is there when the files of its package say so', () => {
  expect(findElectron(folder)).toBeUndefined();
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/version'), 'v45.4.1\n');
  writeFileSync(join(folder, 'path.txt'), 'electron');
  expect(findElectron(folder)).toBeUndefined();
  writeFileSync(join(folder, 'dist/electron'), '');
  expect(findElectron(folder)).toBe(join(folder, 'dist/electron'));
  writeFileSync(join(folder, 'dist/version'), '44.0.0');
  expect(findElectron(folder)).toBeUndefined();
});

test('it is fetched, checked against its sum and unpacked, and says how far it is', async () => {
  const asked: string[] = [];
  await serve((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-length': BYTES.length }).end(BYTES);
  });
  const percents: number[] = [];
  expect(
    await fetchElectron({ folder, cache: join(folder, 'cache'), onProgress: (percent) => percents.push(percent) }),
  ).toBeUndefined();
  expect(asked).toEqual([expect.stringMatching(new RegExp(`/v45\\.4\\.1/${ARTIFACT}$`))]);
  expect(percents.at(-1)).toBe(100);
  expect(findElectron(folder)).toBeDefined();
});

test('a server that answers and then says nothing is given up', async () => {
  await serve((_request, response) => {
    response.writeHead(200, { 'content-length': BYTES.length });
    response.write(BYTES.subarray(0, 1000));
  });
  expect(await fetched(300)).toBe('silent');
});

test('one that never answers is given up', async () => {
  await serve(() => undefined);
  expect(await fetched(300)).toBe('silent');
});

test('one that has no such file has refused', async () => {
  await serve((_request, response) => response.writeHead(404).end());
  expect(await fetched()).toBe('refused');
});

test('bytes with another sum are not unpacked', async () => {
  await serve((_request, response) => response.end(BYTES.subarray(1)));
  expect(await fetched()).toBe('damaged');
  expect(findElectron(folder)).toBeUndefined();
});
