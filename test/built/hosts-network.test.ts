import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BatchId } from '#contract/ids.ts';
import { CAN_TRACE, expectOnlyItself, traceConnections } from './connections.ts';
import { startLoopback } from './start-loopback.ts';
import { connectTo } from './wire.ts';

test.skipIf(!CAN_TRACE)('host and service make no connection but to themselves, and ask no name server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-net-'));
  const [archive, root, trace] = [join(folder, 'a.jianbao'), join(folder, 'home'), join(folder, 'trace')];
  mkdirSync(root);
  try {
    const host = await startLoopback({ archive, root, under: traceConnections(trace) });
    try {
      const { client, socket } = await connectTo(host, 'archive');
      const { batch } = await client.archive.importSamples();
      for await (const event of await client.intake.events({ batch: batch as BatchId })) {
        if (event.state === 'finished') break;
      }
      await client.search.query({ text: '就业' });
      socket.close();
    } finally {
      await host.close();
    }
    await expectOnlyItself(trace, host.process.pid ?? 0);
    expect(existsSync(join(archive, 'archive.sqlite'))).toBe(true);
    expect(readdirSync(join(archive, 'originals')).length).toBeGreaterThan(3);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
