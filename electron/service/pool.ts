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
/** A thread that nobody needed for this long is ended: it holds parsers and tables in memory. */
const IDLE_MILLISECONDS = 30_000;

interface Job {
  readonly task: WorkerTask;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
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
    const thread: Thread = { worker, job: undefined, timer: undefined };
    threads.add(thread);
    worker.on('message', (answer: WorkerAnswer) => settle(thread, answer));
    worker.on('error', () => end(thread, new IntakeRefusal('parser_failed')));
    worker.on('exit', () => end(thread, new IntakeRefusal('parser_failed')));
    return thread;
  }

  function settle(thread: Thread, answer: WorkerAnswer): void {
    const job = take(thread);
    if (!job) return;
    if ('result' in answer) job.resolve(answer.result);
    else if ('failed' in answer)
      job.reject(Object.assign(new Error(answer.failed.message), { code: answer.failed.code }));
    else job.reject(new IntakeRefusal(RefusalReason.safeParse(answer.refused).data ?? 'parser_failed'));
    thread.timer = setTimeout(() => end(thread, new IntakeRefusal('parser_failed')), IDLE_MILLISECONDS);
    thread.timer.unref();
    work();
  }

  function take(thread: Thread): Job | undefined {
    clearTimeout(thread.timer);
    const { job } = thread;
    thread.job = undefined;
    return job;
  }

  /** Ends a thread, and its job with it. */
  function end(thread: Thread, error: Error): void {
    if (!threads.delete(thread)) return;
    take(thread)?.reject(error);
    void thread.worker.terminate();
    work();
  }

  function work(): void {
    while (!closed && queue.length > 0) {
      const idle = [...threads].find(({ job }) => job === undefined);
      if (idle === undefined && threads.size >= most) return;
      const job = queue.shift();
      if (!job) return;
      give(idle ?? startThread(), job);
    }
  }

  function give(thread: Thread, job: Job): void {
    clearTimeout(thread.timer);
    thread.job = job;
    thread.timer = setTimeout(() => end(thread, new IntakeRefusal('parser_timed_out')), milliseconds);
    try {
      thread.worker.postMessage(job.task);
    } catch (error) {
      take(thread)?.reject(error instanceof Error ? error : new Error('a task that cannot be sent'));
      work();
    }
  }

  function run(task: WorkerTask, signal: AbortSignal | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (closed) return reject(new Error('the pool is closed'));
      if (signal?.aborted) return reject(abortReason(signal));
      const onAbort = () => {
        const at = queue.indexOf(job);
        if (at >= 0) {
          queue.splice(at, 1);
          job.reject(abortReason(signal));
        } else for (const thread of threads) if (thread.job === job) end(thread, abortReason(signal));
      };
      const job: Job = {
        task,
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
    read: (bytes, name, { path, signal, keep } = {}) =>
      run({ is: 'read', bytes, name, path, keep }, signal) as ReturnType<Pool['read']>,
    separate: (text, signal) => run({ is: 'separate', text }, signal) as ReturnType<Pool['separate']>,
    async close() {
      closed = true;
      for (const job of queue.splice(0)) job.reject(new Error('the pool is closed'));
      const ended = [...threads].map(({ worker }) => worker.terminate());
      for (const thread of [...threads]) end(thread, new Error('the pool is closed'));
      await Promise.all(ended);
    },
  };
}

function abortReason(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new DOMException('aborted', 'AbortError');
}
