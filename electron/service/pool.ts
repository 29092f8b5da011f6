import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Pool } from '#archive/context.ts';
import { IntakeRefusal } from '#archive/intake/document.ts';
import { RefusalReason } from '#contract/intake.ts';
import type { WorkerAnswer, WorkerTask } from './worker-tasks.ts';

interface PoolOptions {
  /** The built worker file. */
  readonly file: string | URL;
  readonly threads?: number;
  readonly milliseconds?: number;
  readonly megabytes?: number;
}

/** A parser gets this long for one file, and its thread this much memory (SAFETY 2.3). */
const TASK_MILLISECONDS = 20_000;
const THREAD_MEGABYTES = 1024;
/** How often it is looked what a thread at work holds in buffers: the limit of its heap does not count them. */
const LOOK_MILLISECONDS = 300;
/**
 * Small files that a thread may have in hand behind the one it reads: while a group is committed, and nobody here can
 * answer, the threads go on. A file that is larger waits here, where the next free thread gets it.
 */
const IN_HAND = 12;
const SMALL_BYTES = 64 * 1024;
/** A thread that nobody needed for this long is ended: it holds parsers and tables in memory. */
const IDLE_MILLISECONDS = 30_000;

interface Job {
  readonly task: WorkerTask;
  readonly signal: AbortSignal | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  /** In the order in which it answers; the first is under way. */
  readonly jobs: Job[];
  timer: NodeJS.Timeout | undefined;
  look: NodeJS.Timeout | undefined;
}

/**
 * Worker threads for what takes time on the processor. A task that takes too long, too much memory or its thread with it
 * is refused by name; the thread is ended and the others go on. Threads are started when they are needed. Each job gets
 * exactly one answer.
 */
export function startPool({
  file,
  threads: most = Math.max(2, Math.min(4, availableParallelism() - 1)),
  milliseconds = TASK_MILLISECONDS,
  megabytes = THREAD_MEGABYTES,
}: PoolOptions): Pool {
  const queue: Job[] = [];
  const threads = new Set<Thread>();
  let closed = false;

  function startThread(): Thread {
    const worker = new Worker(file, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    });
    const thread: Thread = { worker, jobs: [], timer: undefined, look: undefined };
    threads.add(thread);
    worker.on('message', (answer: WorkerAnswer) => settle(thread, answer));
    // What it answered before arrives between the error and the exit.
    worker.on('error', () => undefined);
    worker.on('exit', () => end(thread, new IntakeRefusal('parser_failed')));
    return thread;
  }

  function settle(thread: Thread, answer: WorkerAnswer): void {
    const job = thread.jobs.shift();
    if (!job) return;
    if ('result' in answer) job.resolve(answer.result);
    else if ('failed' in answer)
      job.reject(Object.assign(new Error(answer.failed.message), { code: answer.failed.code }));
    else job.reject(new IntakeRefusal(RefusalReason.safeParse(answer.refused).data ?? 'parser_failed'));
    watch(thread);
    work();
  }

  /** The first job's time begins; a thread without one is ended after a while. */
  function watch(thread: Thread): void {
    clearTimeout(thread.timer);
    clearInterval(thread.look);
    const isIdle = thread.jobs.length === 0;
    thread.timer = setTimeout(
      () => end(thread, new IntakeRefusal('parser_timed_out')),
      isIdle ? IDLE_MILLISECONDS : milliseconds,
    );
    if (isIdle) thread.timer.unref();
    else thread.look = setInterval(() => void lookAt(thread), LOOK_MILLISECONDS);
  }

  /** A stream that unpacks to a thousand times its size fills buffers, and nothing in the thread would stop it. */
  async function lookAt(thread: Thread): Promise<void> {
    const [job] = thread.jobs;
    // A thread that is gone meanwhile has told what became of it.
    const held = await thread.worker.getHeapStatistics().catch(() => undefined);
    if (held && held.external_memory > megabytes * 1_048_576 && thread.jobs[0] === job)
      end(thread, new IntakeRefusal('parser_failed'));
  }

  /** Ends a thread, and the job under way with it; those behind it go to others. */
  function end(thread: Thread, error: Error): void {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer);
    clearInterval(thread.look);
    // Emptied: what a thread on its way out still answers is nobody's any more.
    const [first, ...rest] = thread.jobs.splice(0);
    // Whoever cancels mostly cancels many: none of them is worth another thread.
    queue.unshift(...rest.filter(({ signal }) => !signal?.aborted));
    for (const { signal, reject } of rest) if (signal?.aborted) reject(abortReason(signal));
    first?.reject(error);
    void thread.worker.terminate();
    work();
  }

  function work(): void {
    for (let job = queue[0]; job && !closed; job = queue[0]) {
      const thread = threadFor(job);
      if (!thread) return;
      queue.shift();
      give(thread, job);
    }
  }

  function threadFor({ task }: Job): Thread | undefined {
    const [idlest] = [...threads].sort((one, other) => one.jobs.length - other.jobs.length);
    if (idlest?.jobs.length === 0) return idlest;
    if (threads.size < most) return startThread();
    if (!idlest || idlest.jobs.length > IN_HAND) return undefined;
    return isSmall(task) && idlest.jobs.every((before) => isSmall(before.task)) ? idlest : undefined;
  }

  function give(thread: Thread, job: Job): void {
    thread.jobs.push(job);
    if (thread.jobs.length === 1) watch(thread);
    try {
      thread.worker.postMessage(job.task);
    } catch (error) {
      thread.jobs.pop();
      if (thread.jobs.length === 0) watch(thread);
      job.reject(error instanceof Error ? error : new Error('a task that cannot be sent'));
    }
  }

  function run(task: WorkerTask, signal: AbortSignal | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (closed) return reject(new Error('the pool is closed'));
      if (signal?.aborted) return reject(abortReason(signal));
      const onAbort = () => {
        const at = queue.indexOf(job);
        if (at >= 0) queue.splice(at, 1);
        const thread = [...threads].find(({ jobs }) => jobs[0] === job);
        // One that a thread has in hand is read nevertheless, and its answer is nobody's.
        if (thread) end(thread, abortReason(signal));
        else job.reject(abortReason(signal));
      };
      const job: Job = {
        task,
        signal,
        resolve(result) {
          signal?.removeEventListener('abort', onAbort);
          resolve(result);
        },
        reject(error) {
          signal?.removeEventListener('abort', onAbort);
          reject(error);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      queue.push(job);
      work();
    });
  }

  return {
    read: (bytes, name, { path, rule, signal, keep } = {}) =>
      run({ is: 'read', bytes, name, path, rule, keep }, signal) as ReturnType<Pool['read']>,
    separate: (text, signal) => run({ is: 'separate', text }, signal) as ReturnType<Pool['separate']>,
    async close() {
      closed = true;
      const ended = [...threads].map(({ worker }) => worker.terminate());
      for (const thread of [...threads]) end(thread, new Error('the pool is closed'));
      for (const job of queue.splice(0)) job.reject(new Error('the pool is closed'));
      await Promise.all(ended);
    },
  };
}

function isSmall(task: WorkerTask): boolean {
  return task.is === 'read' && task.bytes.length <= SMALL_BYTES;
}

function abortReason(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new DOMException('aborted', 'AbortError');
}
