import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LOOPBACK = fileURLToPath(new URL('../../out/main/loopback.js', import.meta.url));
const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)\/#code=([\w-]+)/;

export interface StartedLoopback {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly port: number;
  readonly archive: string;
  /** Folders that the page may choose lie in here. */
  readonly root: string;
  readonly process: ChildProcess;
  /** What was said on standard error so far. */
  errors(): string;
  /** An address to open within 30 seconds; every call makes a new one. */
  newAddress(): Promise<string>;
  token(): string;
  /** The process of the service, to be killed in a test. */
  servicePid(): number;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly archive?: string;
  readonly root?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** What is run in front of it and gives way to it: strace with `-D`. */
  readonly under?: readonly string[];
}

/**
 * Starts the built loopback host on an archive (by default a new one in a temporary folder) and waits for its address.
 *
 *   const host = await startLoopback();
 *   await page.goto(await host.newAddress());
 *   …
 *   await host.close();
 */
export async function startLoopback(options: StartOptions = {}): Promise<StartedLoopback> {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-host-'));
  const archive = options.archive ?? join(folder, 'test.jianbao');
  const root = options.root ?? join(folder, 'home');
  if (options.root === undefined) mkdirSync(root);
  const [file = '', ...args] = [...(options.under ?? []), process.execPath, LOOPBACK, '--archive', archive];
  args.push('--root', root, '--as', 'Test', '--no-window', ...(options.args ?? []));
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, JIANBAO_SETTINGS: join(folder, 'settings'), ...options.environment },
  });
  let errors = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    errors += bytes.toString();
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await readPort(child, () => errors);
  const origin = `http://127.0.0.1:${port}`;
  const token = () => (JSON.parse(readFileSync(join(archive, 'serving.json'), 'utf8')) as { token: string }).token;
  return {
    origin,
    port,
    archive,
    root,
    process: child,
    errors: () => errors,
    token,
    newAddress: () => askAddress(port, token()),
    servicePid: () => servicePidOf(child.pid ?? 0),
    async close() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
      await exited;
      clearTimeout(late);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readPort(child: ChildProcess, errors: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const port = ADDRESS.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}: ${said}${errors()}`)));
  });
}

function askAddress(port: number, token: string): Promise<string> {
  const authority = `127.0.0.1:${port}`;
  return new Promise((resolve, reject) => {
    const headers = { origin: `http://${authority}`, authorization: `Bearer ${token}` };
    const asking = request({ host: '127.0.0.1', port, path: '/window', method: 'POST', headers }, async (response) => {
      let text = '';
      for await (const piece of response.setEncoding('utf8')) text += piece;
      resolve((JSON.parse(text) as { address: string }).address);
    });
    asking.on('error', reject).end();
  });
}

/** Linux: the one child of the host that was forked as the service. */
function servicePidOf(host: number): number {
  const children = readFileSync(`/proc/${host}/task/${host}/children`, 'utf8').trim().split(/\s+/).map(Number);
  const service = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('service.js'));
  if (service === undefined) throw new Error('there is no service');
  return service;
}
