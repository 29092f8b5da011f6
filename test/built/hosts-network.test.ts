import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { StartedLoopback } from './start-loopback.ts';
import { connectTo } from './wire.ts';

const LOOPBACK = fileURLToPath(new URL('../../out/main/loopback.js', import.meta.url));
const STRACE = spawnSync('strace', ['-V']).status === 0;

test.skipIf(!STRACE)('host and service make no connection but to themselves, and ask no name server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-net-'));
  const archive = join(folder, 'a.jianbao');
  const trace = join(folder, 'trace');
  const child = spawn(
    'strace',
    [
      '-f',
      '-qq',
      '-o',
      trace,
      '-e',
      'trace=connect,sendto,sendmsg,bind',
      process.execPath,
      LOOPBACK,
      '--archive',
      archive,
      '--root',
      folder,
      '--no-window',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, JIANBAO_SETTINGS: join(folder, 'settings') } },
  );
  // strace that is killed leaves what it traced running.
  let host: number | undefined;
  try {
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes;
    });
    await expect.poll(() => said, { timeout: 30_000 }).toMatch(/127\.0\.0\.1:\d+/);
    const port = Number(/127\.0\.0\.1:(\d+)/.exec(said)?.[1]);
    const { token, pid } = JSON.parse(readFileSync(join(archive, 'serving.json'), 'utf8')) as {
      token: string;
      pid: number;
    };
    host = pid;
    const started = { port, origin: `http://127.0.0.1:${port}`, token: () => token } as StartedLoopback;
    const { client, socket } = await connectTo(started, 'archive');
    const { batch } = await client.archive.importSamples();
    for await (const event of await client.intake.events({ batch: batch as never })) {
      if (event.state === 'finished') break;
    }
    await client.search.query({ text: '就业' });
    socket.close();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(pid, 'SIGTERM');
    await ended;
    const calls = readFileSync(trace, 'utf8').split('\n');
    const addresses = calls.filter((line) => /AF_INET6?\b/.test(line));
    // The test sees: binding the port is in the trace.
    expect(addresses.some((line) => line.includes('bind(') && line.includes('127.0.0.1'))).toBe(true);
    expect(addresses.filter((line) => !/inet_addr\("127\.0\.0\.1"\)|inet_pton\(AF_INET6, "::1"/.test(line))).toEqual(
      [],
    );
    expect(calls.filter((line) => /htons\(53\)/.test(line))).toEqual([]);
    expect(existsSync(join(archive, 'archive.sqlite'))).toBe(true);
    expect(readdirSync(join(archive, 'originals')).length).toBeGreaterThan(3);
  } finally {
    if (host !== undefined && child.exitCode === null) process.kill(host, 'SIGKILL');
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
