import { Worker } from 'node:worker_threads';
import type { Templates } from '#archive/context.ts';
import { TEMPLATE_MILLISECONDS, TemplateStopped } from '#archive/export/template-fault.ts';
import type { TemplateTask } from '#archive/export/template-render.ts';
import type { TemplateFaultReason } from '#contract/template.ts';
import type { TemplateAnswer, TemplateOrder } from './template-messages.ts';

/** Of its own accord a template stops when its time is over; one that is within a single step then is ended so much later. */
const GRACE_MILLISECONDS = 200;
const MEMORY_MB = 192;
/** A thread that nobody needed for this long is ended. */
const IDLE_MILLISECONDS = 30_000;

interface Job {
  readonly task: TemplateTask;
  resolve(text: string): void;
  reject(error: Error): void;
}

/**
 * One thread for all templates, one body after another: it begins with the first and is ended where a template loops or
 * takes more memory than a body needs; the next one begins another. `file` is its built entry.
 */
export function startTemplates(file: string): Templates {
  const queue: Job[] = [];
  let thread: Thread | undefined;
  let isClosed = false;

  interface Thread {
    readonly worker: Worker;
    /** Written by the thread as it goes. */
    readonly line: Int32Array;
    job: Job | undefined;
    isReady: boolean;
    timer: NodeJS.Timeout | undefined;
  }

  function start(): Thread {
    const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const worker = new Worker(file, {
      name: 'template',
      execArgv: [],
      env: {},
      workerData: shared,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    });
    const begun: Thread = { worker, line: new Int32Array(shared), job: undefined, isReady: false, timer: undefined };
    worker.unref();
    worker.on('message', (answer: TemplateAnswer) => hear(begun, answer));
    worker.on('error', (error) => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(begun, isMemory ? 'too_large' : 'failed');
    });
    worker.on('exit', () => end(begun, 'failed'));
    return begun;
  }

  function hear(from: Thread, answer: TemplateAnswer): void {
    if (from !== thread) return;
    const { job } = from;
    if (answer.is === 'ready') from.isReady = true;
    else if (job) {
      clearTimeout(from.timer);
      from.job = undefined;
      if (answer.is === 'rendered') job.resolve(answer.text);
      else job.reject(new TemplateStopped(answer.fault.line, answer.fault.reason, answer.fault.what));
    }
    work();
  }

  /** Ends the thread and the body under way with it. */
  function end(ended: Thread, reason: TemplateFaultReason): void {
    if (thread !== ended) return;
    thread = undefined;
    clearTimeout(ended.timer);
    ended.job?.reject(new TemplateStopped(ended.line[0] || 1, reason));
    // It never came to be ready: none would.
    if (!ended.isReady) for (const job of queue.splice(0)) job.reject(new TemplateStopped(1, reason));
    void ended.worker.terminate();
    work();
  }

  function work(): void {
    const [next] = queue;
    if (!next || isClosed) {
      rest();
      return;
    }
    thread ??= start();
    thread.worker.ref();
    if (!thread.isReady || thread.job) return;
    queue.shift();
    const running = thread;
    running.job = next;
    running.line[0] = 0;
    running.worker.postMessage({ task: next.task } satisfies TemplateOrder);
    running.timer = setTimeout(() => end(running, 'too_slow'), TEMPLATE_MILLISECONDS + GRACE_MILLISECONDS);
  }

  function rest(): void {
    const idle = thread;
    if (!idle || idle.job) return;
    idle.worker.unref();
    clearTimeout(idle.timer);
    idle.timer = setTimeout(() => {
      if (thread === idle && !idle.job) thread = undefined;
      void idle.worker.terminate();
    }, IDLE_MILLISECONDS).unref();
  }

  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error('closed'));
        queue.push({ task, resolve, reject });
        if (thread && !thread.job) clearTimeout(thread.timer);
        work();
      }),
    async close() {
      isClosed = true;
      const closing = thread;
      thread = undefined;
      clearTimeout(closing?.timer);
      for (const job of [closing?.job, ...queue.splice(0)]) job?.reject(new Error('closed'));
      await closing?.worker.terminate();
    },
  };
}
