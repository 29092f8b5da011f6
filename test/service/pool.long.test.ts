import { afterEach, expect, test } from 'vitest';
import type { Pool } from '#archive/context.ts';
import { startPool } from '../../electron/service/pool.ts';

const file = new URL('./patient-worker.ts', import.meta.url);
let pool: Pool;
afterEach(() => pool.close());

/** What became of each text, in order. */
async function outcomes(texts: readonly string[]): Promise<string[]> {
  const settled = await Promise.allSettled(texts.map((text) => pool.separate(text)));
  return settled.map((one) => {
    if (one.status === 'fulfilled') return String(one.value).split(' ')[0] ?? '';
    return one.reason.reason ?? one.reason.message;
  });
}

test('one bad file never stops the rest: each gets its reason, the others their result', async () => {
  pool = startPool({ file, threads: 2, milliseconds: 1_500, megabytes: 48 });
  expect(await outcomes(['a', 'loop', 'b', 'throw', 'c', 'eat', 'd', 'exit', 'e', 'refuse', 'f'])).toEqual([
    'a',
    'parser_timed_out',
    'b',
    'parser_failed',
    'c',
    'parser_failed',
    'd',
    'parser_failed',
    'e',
    'binary',
    'f',
  ]);
});

test('buffers count as memory: what a file unpacks to is not held by the limit of a heap', async () => {
  pool = startPool({ file, threads: 1, milliseconds: 60_000, megabytes: 48 });
  expect(await outcomes(['a', 'unpack', 'b'])).toEqual(['a', 'parser_failed', 'b']);
});

const read = (name: string, signal?: AbortSignal) => pool.read(new Uint8Array(9), name, signal ? { signal } : {});

test('small files wait in a thread’s hand: one that never ends costs only itself', async () => {
  pool = startPool({ file, threads: 2, milliseconds: 1_500, megabytes: 48 });
  const names = ['a', 'loop', 'b', 'throw', 'c', 'd', 'exit', ...Array.from({ length: 30 }, (_, at) => `e${at}`)];
  const settled = await Promise.allSettled(names.map((name) => read(name)));
  expect(
    settled.map((one) => (one.status === 'fulfilled' ? String(one.value).split(' ')[0] : one.reason.reason)),
  ).toEqual(
    names.map((name) => ({ loop: 'parser_timed_out', throw: 'parser_failed', exit: 'parser_failed' })[name] ?? name),
  );
});

test('a file that is in a thread’s hand and not begun can be cancelled; the others are read', async () => {
  pool = startPool({ file, threads: 1, milliseconds: 1_000 });
  const cancel = new AbortController();
  const files = [read('loop'), read('a', cancel.signal), read('b')];
  cancel.abort();
  const [, a, b] = await Promise.allSettled(files);
  expect([a?.status, b?.status]).toEqual(['rejected', 'fulfilled']);
});

test('a cancel ends what runs and what waits, and nothing else', async () => {
  pool = startPool({ file, threads: 1, milliseconds: 5_000 });
  const cancel = new AbortController();
  const running = pool.separate('loop', cancel.signal);
  const waiting = pool.separate('a', cancel.signal);
  const other = pool.separate('b');
  cancel.abort();
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  expect(await other).toMatch(/^b /);
});

test('closing rejects what is under way and ends every thread', async () => {
  pool = startPool({ file, threads: 1 });
  const running = pool.separate('loop');
  const waiting = pool.separate('a');
  const refused = Promise.allSettled([running, waiting]);
  await pool.close();
  expect((await refused).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  pool = startPool({ file, threads: 1 });
  const inHand = Promise.allSettled([read('loop'), read('a'), read('b')]);
  await pool.close();
  expect((await inHand).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await expect(pool.separate('b')).rejects.toThrow('closed');
});
