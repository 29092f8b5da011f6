import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CAN_TRACE, expectOnlyItself, readConnections, traceConnections } from '../built/connections.ts';

/** An address that is nobody's (RFC 5737). */
const OUTSIDE = '192.0.2.1';

/** The machine's interfaces as this process sees them. */
function listInterfaces(): string[] {
  if (process.platform !== 'linux') return ['unknown'];
  const lines = readFileSync('/proc/self/net/dev', 'utf8').split('\n');
  return lines.flatMap((line) => /^ *([^ :]+):/.exec(line)?.[1] ?? []);
}

/** `npm run e2e` makes it so, where it can: then every journey of this tier has nothing but the machine's own address. */
const isOffline = listInterfaces().join() === 'lo';

test.skipIf(!isOffline)('the journeys run where there is no network: no way leads to another address', async () => {
  const routes = readFileSync('/proc/self/net/route', 'utf8').trim().split('\n').slice(1);
  expect(routes).toEqual([]);
  const socket = connect(80, OUTSIDE);
  const [error] = (await once(socket, 'error').catch((reason: unknown) => [reason])) as [{ code?: string }];
  expect(error.code).toBe('ENETUNREACH');
});

/** test/e2e/hosts.ts looks at every window's host and service in this way when it closes. */
test.skipIf(!CAN_TRACE)('a program that asks another address, or a name server, would be seen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-calls-'));
  const run = async (name: string, script: string) => {
    const file = join(folder, name);
    const [program = '', ...args] = [...traceConnections(file), process.execPath, '-e', script];
    const child = spawn(program, args, { stdio: 'ignore' });
    await once(child, 'exit');
    return { file, pid: child.pid ?? 0 };
  };
  try {
    const away = await run(
      'away',
      `require('net').connect(80, '${OUTSIDE}').on('error', () => 0).setTimeout(50, () => process.exit())`,
    );
    expect((await readConnections(away.file, away.pid)).outside).toEqual([
      expect.stringMatching(/connect\(.*htons\(80\).*192\.0\.2\.1/),
    ]);
    await expect(expectOnlyItself(away.file, away.pid)).rejects.toThrow('left the machine');

    const asking = `const dns = require('dns'); dns.setServers(['127.0.0.1']); dns.resolve4('paper.example', () => process.exit())`;
    const named = await run('named', asking);
    expect((await readConnections(named.file, named.pid)).outside.join('\n')).toMatch(/htons\(53\)/);

    const idle = await run('idle', '0');
    await expect(expectOnlyItself(idle.file, idle.pid)).rejects.toThrow('does not show the port');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
