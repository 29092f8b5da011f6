import { parentPort } from 'node:worker_threads';
import { separate } from '#archive/desk/separate.ts';
import { looksLikePage } from '#archive/desk/sniff.ts';
import { type IntakeDocument, IntakeRefusal } from '#archive/intake/document.ts';
import { withNameRule } from '#archive/intake/named-origin.ts';
import { readFileDocument } from '#archive/intake/read-file.ts';
import { withOwnMarkdown } from '#archive/own-markdown.ts';
import { terms } from '#archive/search/terms.ts';
import { StoreError } from '#archive/store/errors.ts';
import { keepOriginal } from '#archive/store/originals.ts';
import { prepareArticles } from '#archive/store/prepare.ts';
import { logFailure } from './log.ts';
import type { WorkerAnswer, WorkerTask } from './worker-tasks.ts';

/** One task at a time, each answered once. What a parser throws is the file's fault and not the end of the thread. */
let before: Promise<void> = Promise.resolve();
parentPort?.on('message', (task: WorkerTask) => {
  before = before.then(async () => parentPort?.postMessage(await answer(task)));
});

async function answer(task: WorkerTask): Promise<WorkerAnswer> {
  let result: unknown;
  try {
    result = task.is === 'read' ? await readAndPrepare(task) : separate(task.text);
  } catch (error) {
    if (error instanceof IntakeRefusal) return { refused: error.reason };
    logFailure(task.is, error);
    return { refused: 'parser_failed' };
  }
  try {
    if (task.is === 'read' && task.keep) keepOriginal(task.keep.dir, task.bytes, task.keep.sha256);
  } catch (error) {
    // What the system said travels, and is told apart again where it arrives.
    const said = error instanceof StoreError ? error.cause : error;
    const { code = 'UNKNOWN', message } = said as NodeJS.ErrnoException;
    return { failed: { code, message } };
  }
  return { result };
}

/** A document with everything that its rows need, so that the thread that writes them does nothing else. */
type ReadTask = Extract<WorkerTask, { is: 'read' }>;
async function readAndPrepare({ bytes, name, path = name, rule, keep }: ReadTask): Promise<IntakeDocument> {
  const read = withOwnMarkdown(await readFileDocument(bytes, name, looksLikePage, path));
  const document = read.own ? read : withNameRule(read, path, rule);
  if (!keep) return document;
  return { ...document, prepared: prepareArticles(document.derivation, name, terms), kept: true };
}
