import { parentPort } from 'node:worker_threads';
import { separate } from '#archive/desk/separate.ts';
import { looksLikePage } from '#archive/desk/sniff.ts';
import { IntakeRefusal } from '#archive/intake/document.ts';
import { readDocument } from '#archive/intake/read-document.ts';
import type { WorkerAnswer, WorkerTask } from './worker-tasks.ts';

/** A thread of the pool: one task at a time, one answer each. */
parentPort?.on('message', (task: WorkerTask) => parentPort?.postMessage(answer(task)));

function answer(task: WorkerTask): WorkerAnswer {
  try {
    return { result: task.is === 'read' ? readDocument(task.bytes, task.name, looksLikePage) : separate(task.text) };
  } catch (error) {
    return { refused: error instanceof IntakeRefusal ? error.reason : 'parser_failed' };
  }
}
