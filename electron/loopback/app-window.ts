import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

export interface AppWindow {
  /** Settles when the window is closed, or the browser ended for another reason. */
  readonly closed: Promise<void>;
  bringToFront(): Promise<boolean>;
  close(): void;
}

const Message = z.object({
  id: z.number().optional(),
  result: z.unknown().optional(),
  error: z.unknown().optional(),
  method: z.string().optional(),
});
const Attached = z.object({ sessionId: z.string() });
const Targets = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), type: z.string() })) });
const ANSWER_MILLISECONDS = 3_000;

/** Starts a browser with one app window, and speaks with it over a pipe that nobody else can open. */
export function launchWindow(browser: string, flags: readonly string[]): AppWindow {
  const child = spawn(browser, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const closed = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  const call = speak(child, () => void hasPages().then((open) => open || end()));
  const end = () => void child.kill();

  async function pages(): Promise<string[]> {
    const { targetInfos } = Targets.parse(await call('Target.getTargets'));
    return targetInfos.filter(({ type }) => type === 'page').map(({ targetId }) => targetId);
  }
  async function hasPages(): Promise<boolean> {
    return pages().then(
      (open) => open.length > 0,
      () => false,
    );
  }

  // On macOS a browser outlives its last window; this program does not.
  call('Target.setDiscoverTargets', { discover: true }).catch(() => undefined);
  return {
    closed,
    async bringToFront() {
      try {
        const [targetId] = await pages();
        if (targetId === undefined) return false;
        const { sessionId } = Attached.parse(await call('Target.attachToTarget', { targetId, flatten: true }));
        await call('Page.bringToFront', {}, sessionId);
        await call('Target.detachFromTarget', { sessionId });
        return true;
      } catch {
        return false;
      }
    },
    close: end,
  };
}

type Call = (method: string, parameters?: object, sessionId?: string) => Promise<unknown>;

/** Chrome DevTools Protocol over `--remote-debugging-pipe`: JSON messages, each ended by a zero byte; 3 in, 4 out. */
function speak(child: ChildProcess, onTargetGone: () => void): Call {
  const into = child.stdio[3] as Writable;
  const from = child.stdio[4] as Readable;
  const pending = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  let calls = 0;
  let rest = Buffer.alloc(0);
  into.on('error', () => undefined);
  from.on('error', () => undefined);
  from.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      receive(rest.toString('utf8', 0, end));
      rest = rest.subarray(end + 1);
    }
  });

  function receive(text: string): void {
    const message = Message.parse(JSON.parse(text));
    if (message.method === 'Target.targetDestroyed') onTargetGone();
    const waiting = message.id === undefined ? undefined : pending.get(message.id);
    if (message.id === undefined || waiting === undefined) return;
    pending.delete(message.id);
    if (message.error === undefined) waiting.resolve(message.result);
    else waiting.reject(new Error('the browser refused'));
  }

  return (method, parameters = {}, sessionId) =>
    new Promise((resolve, reject) => {
      calls += 1;
      const id = calls;
      const late = setTimeout(() => {
        pending.delete(id);
        reject(new Error('the browser does not answer'));
      }, ANSWER_MILLISECONDS);
      late.unref();
      pending.set(id, { resolve, reject });
      into.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`);
    });
}
