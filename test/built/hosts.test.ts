import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StartedLoopback, startLoopback } from './start-loopback.ts';
import { connectTo } from './wire.ts';

const LOOPBACK = fileURLToPath(new URL('../../out/main/loopback.js', import.meta.url));

describe('a host', () => {
  let host: StartedLoopback;
  beforeAll(async () => {
    host = await startLoopback();
  });
  afterAll(() => host.close());

  test('answers its half of the contract over a socket, and the service the other', async () => {
    const { client, socket } = await connectTo(host, 'host');
    expect(await client.info()).toMatchObject({ kind: 'loopback', ownBrowser: true, version: '0.1.0' });
    expect(await client.appearance.set({ size: 20 })).toMatchObject({ size: 20, theme: 'system' });
    await expect(client.openExternal({ url: 'file:///etc/passwd' })).rejects.toMatchObject({ code: 'SCHEME_REFUSED' });
    const archive = await connectTo(host, 'archive');
    expect(await archive.client.archive.info()).toMatchObject({ name: 'test', articles: 0, empty: true });
    archive.socket.close();
    socket.close();
  });

  test('shows folders under its root: no link leads out, and a name is a name', async () => {
    mkdirSync(join(host.root, '笔记'));
    symlinkSync('/etc', join(host.root, 'way-out'));
    const { client, socket } = await connectTo(host, 'host');
    const chosen = await client.choosePlace({ purpose: 'export' });
    if (chosen.by !== 'draw') throw new Error('loopback has no dialog');
    const listing = await client.places.children({ handle: chosen.root.handle });
    expect(listing.children.map(({ label }) => label)).toEqual(['笔记']);
    expect(listing.parent).toBeNull();
    const made = await client.places.create({ handle: chosen.root.handle, name: '剪报' });
    expect((await client.places.children({ handle: made.handle })).parent?.handle).toBe(chosen.root.handle);
    for (const name of ['..', '../x', 'a/b', '.hidden', 'CON', 'x ', 'a\u202eb', '']) {
      await expect(client.places.create({ handle: chosen.root.handle, name })).rejects.toThrow();
    }
    // A folder that became a link is no longer a place.
    const [notes] = listing.children;
    if (!notes) throw new Error('no folder');
    rmSync(join(host.root, '笔记'), { recursive: true });
    symlinkSync('/etc', join(host.root, '笔记'));
    await expect(client.places.children({ handle: notes.handle })).rejects.toMatchObject({ code: 'NO_SUCH_PLACE' });
    socket.close();
  });

  test('refuses input that no schema allows, by name and on both links', async () => {
    const { client, socket } = await connectTo(host, 'host');
    const wrong = client.appearance.set({ size: 4_000 });
    await expect(wrong).rejects.toMatchObject({ code: 'BAD_REQUEST', data: { issues: [{ path: ['size'] }] } });
    const archive = await connectTo(host, 'archive');
    await expect(archive.client.articles.get({ id: '../../etc' as never })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    archive.socket.close();
    socket.close();
  });

  test.each(['archive', 'host'] as const)(
    'hangs up on the %s link when it hears what no page says, and goes on',
    async (link) => {
      const messages = [
        '{',
        'null',
        '[]',
        '{"i":1}',
        new Uint8Array([1, 2, 255, 3]),
        'x'.repeat(1_200_000),
        '{"i":"1","p":{}}',
      ];
      for (const message of messages) {
        const { socket, closed } = await connectTo(host, link);
        socket.on('error', () => undefined);
        socket.send(message);
        expect([1006, 1008, 1009]).toContain(await closed);
      }
      const { client, socket } = await connectTo(host, 'archive');
      expect(await client.archive.info()).toMatchObject({ name: 'test' });
      socket.close();
    },
  );

  test('hears the first word on every new connection', async () => {
    for (let n = 0; n < 100; n += 1) {
      const { client, socket } = await connectTo(host, 'archive');
      expect(await client.archive.info()).toMatchObject({ name: 'test' });
      socket.close();
    }
  });

  test('limits how many calls a connection has open', async () => {
    const greedy = await connectTo(host, 'host');
    for (let n = 0; n < 300; n += 1) greedy.client.commands().catch(() => undefined);
    expect(await greedy.closed).toBe(1008);
  });

  test('tells nobody what went wrong inside, and writes no text into its log', async () => {
    expect(host.errors()).not.toMatch(/etc|passwd|xxxx/);
  });
});

test('the service is killed: the page hears of it, comes back, and its places are still good', async () => {
  const host = await startLoopback();
  try {
    const shell = await connectTo(host, 'host');
    const states: unknown[] = [];
    const heard = (async () => {
      for await (const command of await shell.client.commands()) {
        states.push(command);
        if (states.length === 2) return;
      }
    })();
    const archive = await connectTo(host, 'archive');
    await archive.client.archive.info();
    const pid = host.servicePid();
    process.kill(pid, 'SIGKILL');
    expect(await archive.closed).toBe(1006);
    // The host waits with the answer until the service is there again.
    const again = await connectTo(host, 'archive');
    expect(await again.client.archive.info()).toMatchObject({ name: 'test' });
    await heard;
    expect(states).toEqual([
      { command: 'service', state: 'lost' },
      { command: 'service', state: 'back' },
    ]);
    expect(host.servicePid()).not.toBe(pid);
  } finally {
    await host.close();
  }
});

test('a second start on the same archive opens nothing: it names the address and ends with 0', async () => {
  const host = await startLoopback();
  try {
    const second = await runToEnd(['--archive', host.archive, '--no-window']);
    expect(second).toMatchObject({ code: 0 });
    const address = /http:\S+/.exec(second.said)?.[0] ?? '';
    expect(new URL(address).origin).toBe(host.origin);
  } finally {
    await host.close();
  }
});

test('a folder that is no archive, and a newer one, are refused by name and left as they were', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-'));
  try {
    const foreign = join(folder, 'letters');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'letter.txt'), 'dear');
    const refused = await runToEnd(['--archive', foreign, '--no-window']);
    // One line: what was never opened cannot fail to close.
    expect([refused.code, refused.complained]).toEqual([1, expect.stringMatching(/^.*letters .*(archive|档案).*\n$/)]);
    expect(readdirSync(foreign)).toEqual(['letter.txt']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a root that is not there is told in a sentence, and nothing is made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-'));
  try {
    const args = ['--archive', join(folder, 'new.jianbao'), '--root', join(folder, 'none'), '--no-window'];
    const { code, complained } = await runToEnd(args);
    expect([code, complained]).toEqual([1, expect.stringMatching(/^There is no folder .*none\. .*\n$/)]);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each(['SIGTERM', 'SIGKILL'] as const)('every process ends when the host is ended by %s', async (signal) => {
  const host = await startLoopback();
  const service = host.servicePid();
  host.process.kill(signal);
  await expect.poll(() => existsSync(`/proc/${service}`)).toBe(false);
  if (signal === 'SIGTERM') expect(existsSync(join(host.archive, 'serving.json'))).toBe(false);
  // What an ended host left behind keeps nobody out.
  const again = await startLoopback({ archive: host.archive });
  await again.close();
  await host.close();
  expect(readdirSync(tmpdir()).filter((name) => name === host.archive)).toEqual([]);
});

test.each(['SIGINT', 'SIGHUP'] as const)(
  '%s in a terminal reaches every process, and the archive is closed whole',
  async (signal) => {
    const host = await startLoopback({ under: ['setsid'] });
    const pid = host.process.pid ?? 0;
    const ended = new Promise((resolve) => host.process.once('exit', resolve));
    process.kill(-pid, signal);
    await ended;
    const left = readdirSync(host.archive).sort();
    await host.close();
    expect(left).toEqual(['archive.lock', 'archive.sqlite', 'backups', 'originals']);
  },
);

test('the host ends with the process that started it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-'));
  const archive = join(folder, 'a.jianbao');
  const parent = spawn(
    process.execPath,
    [
      '-e',
      `require('child_process').spawn(process.execPath, ${JSON.stringify([LOOPBACK, '--archive', archive, '--root', folder, '--no-window'])}, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }); setInterval(() => {}, 1000)`,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, JIANBAO_SETTINGS: folder } },
  );
  try {
    await expect.poll(() => existsSync(join(archive, 'serving.json'))).toBe(true);
    const { pid } = JSON.parse(readFileSync(join(archive, 'serving.json'), 'utf8')) as { pid: number };
    parent.kill('SIGKILL');
    await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
  } finally {
    parent.kill('SIGKILL');
    await wait(100);
    rmSync(folder, { recursive: true, force: true });
  }
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

function runToEnd(args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [LOOPBACK, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complained = '';
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes;
  });
  child.stderr.on('data', (bytes: Buffer) => {
    complained += bytes;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said, complained })));
}
