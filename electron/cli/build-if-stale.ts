import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Whatever a build reads. */
const SOURCES = ['electron', 'renderer', 'package.json', 'package-lock.json', 'electron.vite.config.ts'];
/** One file of each of the three bundles; the oldest counts, so that a build that was cut short is no build. */
const BUILT = ['out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/**
 * Builds `out/` when it is missing or older than the sources. Says so on standard error, never on standard output, which
 * belongs to the command. Two commands at once build once: the second waits. Returns false when the build failed.
 */
export async function buildIfStale(root: string = fileURLToPath(new URL('../../', import.meta.url))): Promise<boolean> {
  if (!isStale(root)) return true;
  const release = await takeLock(join(root, 'node_modules/.cache/jianbao-build'));
  try {
    return isStale(root) ? await build(root) : true;
  } finally {
    release();
  }
}

/** Whether a source, or a folder of sources (one was added or removed), is newer than the oldest bundle. */
export function isStale(root: string): boolean {
  const built = Math.min(...BUILT.map((file) => changedAt(join(root, file)) ?? 0));
  return SOURCES.some((source) => newest(join(root, source)) > built);
}

function newest(path: string): number {
  const own = statSync(path, { throwIfNoEntry: false });
  if (!own) return 0;
  if (!own.isDirectory()) return own.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), own.mtimeMs);
}

function changedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

async function build(root: string): Promise<boolean> {
  const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  if (changedAt(builder) === undefined) {
    console.error('Jianbao is not built, and what builds it is not installed: run npm ci first.');
    return false;
  }
  console.error('Building Jianbao …');
  const child = spawn(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const end = () => child.kill();
  process.once('exit', end);
  const noise: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => noise.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => noise.push(chunk));
  const status = await new Promise<number>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
  process.removeListener('exit', end);
  if (status !== 0) {
    process.stderr.write(Buffer.concat(noise));
    console.error('Jianbao could not be built.');
  }
  return status === 0;
}

/** A folder that exists while somebody builds; one that its process left behind is taken over. */
async function takeLock(path: string): Promise<() => void> {
  mkdirSync(join(path, '..'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(path);
      writeFileSync(join(path, 'pid'), `${process.pid}`);
      return () => rmSync(path, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isAbandoned(path)) rmSync(path, { recursive: true, force: true });
    else await wait(200);
  }
}

function isAbandoned(path: string): boolean {
  let pid: number;
  try {
    pid = Number(readFileSync(join(path, 'pid'), 'utf8'));
  } catch {
    // Made a moment ago, its number not written yet; or removed a moment ago.
    const since = changedAt(path);
    return since !== undefined && Date.now() - since > 10_000;
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
