import type { ClientLink } from '@orpc/client';
import { expect, test } from 'vitest';
import { createConnection } from '../../../renderer/src/api/connection.ts';
import { Failure } from '../../../renderer/src/api/failure.ts';
import type { Transport } from '../../../renderer/src/api/transport.ts';

type Answer = ClientLink<Record<never, never>>['call'];

/** A transport that a test can close, whose calls are answered by `answer`. */
function transport(answer: Answer): Transport & { close(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { link: { call: answer }, closed: promise, close: resolve };
}

const never: Answer = () => new Promise(() => undefined);
const call = (connection: ReturnType<typeof createConnection>) =>
  connection.link.call(['articles', 'get'], {}, {} as never);
const codeOf = (promise: Promise<unknown>) => promise.then(String, (error: Failure) => error.code);

test('a call that is pending when the connection closes fails as DISCONNECTED, and the next goes over the new one', async () => {
  const first = transport(never);
  const opened = [first, transport(async () => 'from the second')];
  const connection = createConnection(async () => opened.shift() ?? Promise.reject(new Failure('DISCONNECTED')));
  const states: string[] = [];
  connection.subscribe(() => states.push(connection.getState()));

  const pending = codeOf(call(connection));
  await new Promise((resolve) => setTimeout(resolve, 5));
  first.close();

  expect(await pending).toBe('DISCONNECTED');
  expect(await call(connection)).toBe('from the second');
  expect(states).toEqual(['open', 'lost', 'open']);
});

test('a stream ends with DISCONNECTED when its connection closes', async () => {
  async function* one() {
    yield 1;
    await new Promise(() => undefined);
  }
  const first = transport(async () => one());
  const connection = createConnection(async () => first);
  const events = (await call(connection)) as AsyncGenerator<number>;

  expect(await events.next()).toEqual({ done: false, value: 1 });
  const waiting = codeOf(events.next());
  first.close();
  expect(await waiting).toBe('DISCONNECTED');
});

test('a host that does not know the window is not asked again and again', async () => {
  let asked = 0;
  const connection = createConnection(async () => {
    asked += 1;
    throw new Failure('UNAUTHORISED');
  });
  await new Promise((resolve) => setTimeout(resolve, 250));

  expect([asked, connection.getState()]).toEqual([1, 'refused']);
  expect(await codeOf(call(connection))).toBe('UNAUTHORISED');
});

test("a declared error keeps its code; the connection's end is told from a failure of the other side", async () => {
  const connection = createConnection(async () => transport(() => Promise.reject(new TypeError('inside'))));
  expect(await codeOf(call(connection))).toBe('INTERNAL_SERVER_ERROR');
});

test('of ten thousand calls and events that were answered the connection holds none', async () => {
  async function* thousand() {
    for (let event = 0; event < 1_000; event += 1) yield event;
  }
  const { promise } = Promise.withResolvers<void>();
  let held = 0;
  const closed: Promise<void> = Object.assign(promise, {
    // biome-ignore lint/suspicious/noThenProperty: who waits for its end is what is counted
    then: (...waiting: Parameters<Promise<void>['then']>) => {
      held += 1;
      return Promise.prototype.then.apply(promise, waiting);
    },
  }) as Promise<void>;
  const connection = createConnection(async () => ({ link: { call: async () => thousand() }, closed }));
  await call(connection);
  const once = held;
  for (let time = 0; time < 9; time += 1) for await (const _ of (await call(connection)) as AsyncGenerator<number>);
  for (let time = 0; time < 1_000; time += 1) await call(connection);
  expect([once > 0, held - once]).toEqual([true, 0]);
});
