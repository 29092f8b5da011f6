import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { HostContract } from '#contract/host.ts';
import { type StartedLoopback, startLoopback } from './start-loopback.ts';

let host: StartedLoopback;
beforeAll(async () => {
  host = await startLoopback();
});
afterAll(() => host.close());

/** A page, as far as the host can see: own Origin, the token among its subprotocols. */
async function connect<T>(link: 'archive' | 'host', started = host): Promise<{ client: T; socket: WebSocket }> {
  const socket = new WebSocket(`ws://127.0.0.1:${started.port}/rpc/${link}`, ['jianbao', `token.${started.token()}`], {
    origin: started.origin,
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return {
    client: createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })) as T,
    socket,
  };
}

test('the host answers its half of the contract over a socket', async () => {
  const { client, socket } = await connect<ContractRouterClient<HostContract>>('host');
  expect(await client.info()).toMatchObject({ kind: 'loopback', ownBrowser: true, version: '0.1.0' });
  expect(await client.appearance.set({ size: 20 })).toMatchObject({ size: 20, theme: 'system' });
  await expect(client.openExternal({ url: 'file:///etc/passwd' })).rejects.toMatchObject({ code: 'SCHEME_REFUSED' });
  socket.close();
});

test('places are folders under the root: no link leads out, and a name is a name', async () => {
  mkdirSync(join(host.root, '笔记'));
  symlinkSync('/etc', join(host.root, 'way-out'));
  const { client, socket } = await connect<ContractRouterClient<HostContract>>('host');
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
  socket.close();
});
