import type { BatchId } from '#contract/ids.ts';
import type { ImportEvent } from '#contract/intake.ts';
import { PIECE_BYTES } from '#contract/limits.ts';
import { archive, Failure } from '../../api/index.ts';
import { type ChosenFile, readAhead, reasonOf, type UnreadableFile, withOwnPaths } from './read-files.ts';

/** Files on their way at the same time: small ones would wait for each other's answers otherwise. */
const AT_ONCE = 8;
/** How often an import is taken up again after the service was lost. */
const RESUMES = 5;

export type FileOutcome = Extract<
  ImportEvent,
  { state: 'imported' | 'known' | 'attached' | 'refused' | 'structure' | 'bag' | 'bag_refused' }
>;

/** A naming rule for the files, or the folder of the bag that they are. */
export type SentAs = { readonly rule: string } | { readonly bag: string };

export interface ImportSink {
  /** So many files were found until now; they will be sent. */
  readonly found: (files: number) => void;
  event(event: ImportEvent): void;
  /** The service was lost; what was not acknowledged is sent again. */
  resumed(): void;
  batch(batch: BatchId): void;
}

/**
 * Sends files to the archive and reports what became of each. When the service dies on the way, a new batch takes the
 * files that were not acknowledged; those that were are recognised by their hash should they come twice.
 */
export async function sendFiles(
  files: AsyncIterable<ChosenFile | UnreadableFile>,
  sink: ImportSink,
  signal: AbortSignal,
  how?: SentAs,
): Promise<void> {
  const waiting = new Map<string, ChosenFile | UnreadableFile>();
  let source = readAhead(withOwnPaths(files), signal, sink.found);
  for (let resumes = 0; ; resumes++) {
    try {
      await sendBatch(source, waiting, sink, signal, how);
      return;
    } catch (error) {
      const isLost = error instanceof Failure && (error.code === 'DISCONNECTED' || error.code === 'NO_SUCH_BATCH');
      if (signal.aborted || !isLost || resumes === RESUMES) throw error;
      sink.resumed();
      source = resume(waiting, source);
    }
  }
}

/** What was found and not acknowledged, then what was not even found yet. */
async function* resume(
  waiting: ReadonlyMap<string, ChosenFile | UnreadableFile>,
  rest: AsyncIterable<ChosenFile | UnreadableFile>,
): AsyncGenerator<ChosenFile | UnreadableFile> {
  yield* [...waiting.values()];
  yield* rest;
}

async function sendBatch(
  files: AsyncIterable<ChosenFile | UnreadableFile>,
  waiting: Map<string, ChosenFile | UnreadableFile>,
  sink: ImportSink,
  signal: AbortSignal,
  how: SentAs | undefined,
): Promise<void> {
  const { batch } = await archive.intake.begin(how);
  sink.batch(batch);
  const cancel = () => void archive.intake.cancel({ batch }).catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    await Promise.all([follow(batch, waiting, sink), sendAll(batch, files, waiting, signal)]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

async function follow(batch: BatchId, waiting: Map<string, unknown>, sink: ImportSink): Promise<void> {
  for await (const event of await archive.intake.events({ batch })) {
    if (isOutcome(event)) waiting.delete(event.path);
    sink.event(event);
  }
}

function isOutcome(event: ImportEvent): event is FileOutcome {
  return event.state !== 'progress' && event.state !== 'separated' && event.state !== 'finished';
}

async function sendAll(
  batch: BatchId,
  files: AsyncIterable<ChosenFile | UnreadableFile>,
  waiting: Map<string, ChosenFile | UnreadableFile>,
  signal: AbortSignal,
): Promise<void> {
  const under = new Set<Promise<void>>();
  // Not `for await`: leaving that loop would close the walk, and a resumed import goes on with it.
  const walk = files[Symbol.asyncIterator]();
  for (;;) {
    const step = await walk.next();
    if (step.done || signal.aborted) break;
    const item = step.value;
    waiting.set(item.path, item);
    const sending = sendOne(batch, item, signal).finally(() => under.delete(sending));
    under.add(sending);
    // A failure ends the batch through Promise.all below, not as an unhandled rejection on the way there.
    sending.catch(() => undefined);
    if (under.size >= AT_ONCE) await Promise.race(under);
  }
  await Promise.all(under);
  if (!signal.aborted) await archive.intake.finish({ batch });
}

async function sendOne(batch: BatchId, item: ChosenFile | UnreadableFile, signal: AbortSignal): Promise<void> {
  const { path } = item;
  if ('reason' in item) return archive.intake.refuse({ batch, path, reason: item.reason });
  const { file } = item;
  let offset = 0;
  do {
    if (signal.aborted) return;
    let piece: Blob;
    try {
      // Read here: a slice is only a promise of bytes, and the file may be gone by now.
      piece = new Blob([await file.slice(offset, offset + PIECE_BYTES).arrayBuffer()]);
    } catch (error) {
      return archive.intake.refuse({ batch, path, reason: reasonOf(error) });
    }
    try {
      await archive.intake.receive({ batch, path, size: file.size, offset, piece });
    } catch (error) {
      // Too large: the service lists it among the events itself.
      if (error instanceof Failure && error.code === 'TOO_LARGE') return;
      throw error;
    }
    offset += piece.size;
  } while (offset < file.size);
}
