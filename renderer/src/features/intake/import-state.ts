import type { BatchId } from '#contract/ids.ts';
import type { ImportEvent } from '#contract/intake.ts';
import { archive } from '../../api/index.ts';
import type { ChosenFile, UnreadableFile } from './read-files.ts';
import { type FileOutcome, type ImportSink, type SentAs, sendFiles } from './send-files.ts';

export interface ImportState {
  readonly phase: 'running' | 'resuming' | 'cancelling' | 'finished' | 'cancelled' | 'failed';
  readonly files: number;
  readonly done: number;
  readonly articles: number;
  readonly pagesWaiting: number;
  readonly startedAt: number;
  readonly outcomes: readonly FileOutcome[];
  readonly failure: unknown;
}

/** The import under way, or the last one until it is dismissed. One at a time; what is dropped meanwhile waits its turn. */
let state: ImportState | null = null;
let stop = new AbortController();
const queue: (() => Promise<void>)[] = [];
const listeners = new Set<() => void>();

export function subscribeImport(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export function currentImport(): ImportState | null {
  return state;
}
export function dismissImport(): void {
  if (state && !isRunning(state)) set(null);
}
export function cancelImport(): void {
  if (!state || !isRunning(state)) return;
  queue.length = 0;
  change({ phase: 'cancelling' });
  stop.abort();
}
export function isRunning({ phase }: ImportState): boolean {
  return phase === 'running' || phase === 'resuming' || phase === 'cancelling';
}

export function importFiles(files: AsyncIterable<ChosenFile | UnreadableFile>, how?: SentAs): void {
  enqueue(() => {
    // Of what was dropped before: a count, so that it means the same whoever told of some of them first.
    const before = state?.files ?? 0;
    const found = (count: number) => change({ files: Math.max(state?.files ?? 0, before + count) });
    return sendFiles(files, { ...sink, found }, stop.signal, how);
  });
}

/** The sample pages that ship with the program: the service reads them, the window only watches. */
export function importSamples(): void {
  enqueue(async () => {
    const batch = (await archive.archive.importSamples()).batch as BatchId;
    const cancel = () => void archive.intake.cancel({ batch }).catch(() => undefined);
    stop.signal.addEventListener('abort', cancel, { once: true });
    for await (const event of await archive.intake.events({ batch })) sink.event(event);
    stop.signal.removeEventListener('abort', cancel);
  });
}

function enqueue(run: () => Promise<void>): void {
  queue.push(run);
  if (queue.length === 1 && !(state && isRunning(state))) void work();
}

async function work(): Promise<void> {
  stop = new AbortController();
  set({
    phase: 'running',
    files: 0,
    done: 0,
    articles: 0,
    pagesWaiting: 0,
    startedAt: Date.now(),
    outcomes: [],
    failure: null,
  });
  try {
    for (let run = queue[0]; run; run = queue[0]) {
      await run();
      queue.shift();
    }
    change({ phase: stop.signal.aborted ? 'cancelled' : 'finished' });
  } catch (failure) {
    queue.length = 0;
    change(stop.signal.aborted ? { phase: 'cancelled' } : { phase: 'failed', failure });
  }
}

const sink: Omit<ImportSink, 'found'> = {
  batch: () => change({ phase: 'running' }),
  resumed: () => change({ phase: 'resuming' }),
  event: take,
};

function take(event: ImportEvent): void {
  if (!state) return;
  switch (event.state) {
    case 'imported':
    case 'known':
    case 'attached':
    case 'structure':
    case 'refused':
      change({
        outcomes: [...state.outcomes, event],
        done: state.done + 1,
        files: Math.max(state.files, state.done + 1),
        articles: state.articles + (event.state === 'imported' ? event.articles.length : 0),
        pagesWaiting: state.pagesWaiting + (event.state === 'imported' && event.page ? 1 : 0),
      });
      break;
    case 'bag':
    case 'bag_refused':
      change({
        outcomes: [...state.outcomes, event],
        done: state.files,
        articles: state.articles + (event.state === 'bag' ? event.articles : 0),
      });
      break;
    case 'separated':
      // The raw page counted as one article until now.
      change({
        articles: state.articles + event.articles.length - 1,
        pagesWaiting: Math.max(0, state.pagesWaiting - 1),
      });
      break;
    case 'progress':
      // Files of a bag have no outcome of their own.
      change({ files: Math.max(state.files, event.files), done: Math.max(state.done, event.done) });
      break;
    case 'finished':
      break;
  }
}

function change(part: Partial<ImportState>): void {
  if (state) set({ ...state, ...part });
}

function set(next: ImportState | null): void {
  state = next;
  for (const listener of listeners) listener();
}
