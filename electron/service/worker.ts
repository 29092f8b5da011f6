import { parentPort } from 'node:worker_threads';
import { separate } from '#archive/desk/separate.ts';
import { looksLikePage } from '#archive/desk/sniff.ts';
import { IntakeRefusal } from '#archive/intake/document.ts';
import { readDocument } from '#archive/intake/read-document.ts';
import { logFailure } from './log.ts';
import type { WorkerAnswer, WorkerTask } from './worker-tasks.ts';

/** One task at a time, each answered once. What a parser throws is the file's fault and not the end of the thread. */
parentPort?.on('message', (task: WorkerTask) => parentPort?.postMessage(answer(task)));

function answer(task: WorkerTask): WorkerAnswer {
  try {
    return { result: task.is === 'read' ? readDocument(task.bytes, task.name, looksLikePage) : separate(task.text) };
  } catch (error) {
    if (error instanceof IntakeRefusal) return { refused: error.reason };
    logFailure(task.is, error);
    return { refused: 'parser_failed' };
  }
}
