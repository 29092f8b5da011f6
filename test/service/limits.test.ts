import { ORPCError, os } from '@orpc/server';
import { afterEach, expect, test, vi } from 'vitest';
import { CALLS_AT_ONCE, CALLS_PER_SECOND, createHandler } from '../../electron/service/limits.ts';

const router = {
  fine: os.handler(() => 'fine'),
  declared: os.handler(() => {
    throw new ORPCError('NOT_FOUND');
  }),
  broken: os.handler(() => {
    throw new Error('the article says: secret words in /Volumes/paper/letters.txt');
  }),
  stream: os.handler(async function* () {
    yield 1;
    throw new TypeError('secret words');
  }),
};

async function call(handler: ReturnType<typeof createHandler>, name: string) {
  const request = {
    method: 'POST',
    url: new URL(`http://orpc/${name}`),
    headers: {},
    body: async () => ({}),
    signal: undefined,
  };
  const { response } = await handler.handle(request, { context: {} });
  return response;
}

afterEach(() => vi.restoreAllMocks());

test('a connection that calls more often than anybody could is told so, and may go on later', async () => {
  let now = 0;
  const handler = createHandler(router, () => now);
  const statuses = new Set<number | undefined>();
  for (let n = 0; n < CALLS_AT_ONCE; n += 1) statuses.add((await call(handler, 'fine'))?.status);
  expect([...statuses]).toEqual([200]);
  expect((await call(handler, 'fine'))?.status).toBe(429);
  now += 2_000 / CALLS_PER_SECOND;
  expect((await call(handler, 'fine'))?.status).toBe(200);
  expect((await call(handler, 'fine'))?.status).toBe(200);
  expect((await call(handler, 'fine'))?.status).toBe(429);
});

test('an unknown failure reaches the page without a word of it, and the log without its text', async () => {
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const handler = createHandler(router);
  const broken = await call(handler, 'broken');
  expect([broken?.status, JSON.stringify(broken?.body)]).toEqual([
    500,
    expect.not.stringMatching(/secret|letters|limits/),
  ]);
  expect((await call(handler, 'declared'))?.status).toBe(404);
  expect(log.mock.calls.map(([line]) => line)).toEqual([
    expect.stringMatching(/^jianbao: broken failed: Error at .*limits\.test\.ts:\d+\n$/),
  ]);
});

test('a stream that breaks off is told and logged alike', async () => {
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const body: unknown = (await call(createHandler(router), 'stream'))?.body;
  const events: unknown[] = [];
  const read = async () => {
    for await (const event of body as AsyncIterable<unknown>) events.push(event);
  };
  await expect(read()).rejects.not.toThrow(/secret/);
  expect(events).toHaveLength(1);
  expect(String(log.mock.calls[0])).toMatch(/^jianbao: stream failed: TypeError/);
});
