import type { BatchId } from '#contract/ids.ts';
import type { ImportEvent } from '#contract/intake.ts';
import type { BagSpool } from './bag-spool.ts';
import type { DiskFailure } from './failure.ts';

/** How often a stream says how far an import is. */
const PROGRESS_MILLISECONDS = 100;

/** What a batch remembers; progress is made from its numbers when somebody listens. */
export type KeptEvent = Exclude<ImportEvent, { state: 'progress' }>;

/** One import under way: what was announced, what became of it, and who listens. */
export interface Batch {
  readonly id: BatchId;
  /** How the names of its files say paper, day and page. */
  readonly rule: string | undefined;
  /** The bag that its files are, which is taken in when all of them are here. */
  readonly bag: BagSpool | undefined;
  readonly stop: AbortController;
  /** No more files come. */
  finished: boolean;
  /** Files whose bytes are here and whose fate is open. */
  open: number;
  files: number;
  done: number;
  bytes: number;
  receivedBytes: number;
  pagesWaiting: number;
  /** The disk is full or gone: what still comes is refused by this reason without being written. */
  failure: DiskFailure | undefined;
  readonly log: KeptEvent[];
  readonly wake: Set<() => void>;
}

export function makeBatch(id: BatchId, rule?: string, bag?: BagSpool): Batch {
  return {
    id,
    rule,
    bag,
    stop: new AbortController(),
    finished: false,
    open: 0,
    files: 0,
    done: 0,
    bytes: 0,
    receivedBytes: 0,
    pagesWaiting: 0,
    failure: undefined,
    log: [],
    wake: new Set(),
  };
}

/** Each is the end of one file. */
const OUTCOMES: ReadonlySet<KeptEvent['state']> = new Set(['imported', 'known', 'attached', 'structure', 'refused']);

export function say(batch: Batch, event: KeptEvent): void {
  if (isOver(batch)) return;
  batch.log.push(event);
  if (OUTCOMES.has(event.state)) batch.done += 1;
  endIfDone(batch);
  nudge(batch);
}

/** Tells the listeners that a number changed. */
export function nudge(batch: Batch): void {
  for (const wake of [...batch.wake]) wake();
}

/** The last event is said when nothing more can happen, or at once when the batch was cancelled. */
export function endIfDone(batch: Batch): void {
  const cancelled = batch.stop.signal.aborted;
  if (isOver(batch) || !(cancelled || (batch.finished && batch.open === 0 && batch.pagesWaiting === 0))) return;
  const count = (state: KeptEvent['state']) => batch.log.filter((event) => event.state === state).length;
  batch.log.push({
    state: 'finished',
    imported: count('imported'),
    known: count('known'),
    refused: count('refused'),
    cancelled,
  });
  nudge(batch);
}

export function isOver(batch: Batch): boolean {
  return batch.log.at(-1)?.state === 'finished';
}

/** Everything from the first event on, with progress in between; ends after `finished` or when the signal aborts. */
export async function* follow(batch: Batch, signal: AbortSignal | undefined): AsyncGenerator<ImportEvent, void, void> {
  let next = 0;
  let said = '';
  let saidAt = 0;
  let wake = () => {};
  const listener = () => wake();
  batch.wake.add(listener);
  signal?.addEventListener('abort', listener);
  try {
    while (!signal?.aborted) {
      const event = batch.log[next];
      if (event) {
        next += 1;
        yield event;
        if (event.state === 'finished') return;
        continue;
      }
      const progress = progressOf(batch);
      const now = performance.now();
      const changed = JSON.stringify(progress) !== said;
      if (changed && now - saidAt >= PROGRESS_MILLISECONDS) {
        said = JSON.stringify(progress);
        saidAt = now;
        yield progress;
        continue;
      }
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (changed) timer = setTimeout(resolve, PROGRESS_MILLISECONDS);
      });
      clearTimeout(timer);
    }
  } finally {
    batch.wake.delete(listener);
    signal?.removeEventListener('abort', listener);
  }
}

function progressOf({ files, done, bytes, receivedBytes, pagesWaiting }: Batch): ImportEvent {
  return { state: 'progress', files, done, bytes, receivedBytes, pagesWaiting };
}
