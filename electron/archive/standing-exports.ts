import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Topic } from '#contract/archive.ts';
import type { ExportEvent, ExportSelection } from '#contract/exports.ts';
import type { ArticleId } from '#contract/ids.ts';
import { StandingExport, type StandingFailure, type StandingSettings } from '#contract/standing.ts';
import type { ArchiveContext } from './context.ts';
import { correctionList } from './correction-list.ts';
import { OURS, openPlace, PlaceError } from './export/place.ts';
import { factReads, factWrites } from './store/facts.ts';
import { linkReads } from './store/links.ts';
import { templateReads } from './store/templates.ts';

/** A folder is written by itself so long after the last change. */
export const QUIET_MILLISECONDS = 120_000;
/** At closing: the host waits ten seconds. What is not done then is done after the next start. */
const CLOSING_MILLISECONDS = 6_000;

const Kept = StandingExport.omit({ label: true }).extend({
  path: z.string(),
  /** Stands in the folder too: an archive that comes from elsewhere names no folder here that anything is written to. */
  token: z.string(),
  /** Something changed since it was written. */
  isDue: z.boolean(),
});
type Kept = z.infer<typeof Kept>;

/** What changes files of an export. */
const TOLD: ReadonlySet<Topic> = new Set(['articles', 'annotations', 'tags', 'desk', 'searches', 'templates']);

/** Runs something later; returns how to call it off. */
export type SetTimer = (run: () => void, milliseconds: number) => () => void;

const setUnheldTimer: SetTimer = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds).unref();
  return () => clearTimeout(timer);
};

export interface StandingParts {
  readonly context: ArchiveContext;
  readonly idsOf: (selection: ExportSelection, signal?: AbortSignal) => Promise<readonly ArticleId[]>;
  /** A command that changes an archive writes nothing by itself. */
  readonly isActive: boolean;
  readonly setTimer?: SetTimer | undefined;
}

export type StandingExports = ReturnType<typeof openStandingExports>;

/** Folders that were exported to, and those of them that follow the archive by themselves. */
export function openStandingExports({ context, idsOf, isActive, setTimer = setUnheldTimer }: StandingParts) {
  const { db, reader, now } = context;
  const facts = { ...factReads(db), ...factWrites(db) };
  let list: Kept[] | undefined;
  let callOff = () => {};
  let running: Promise<void> | undefined;
  let isClosed = false;

  function all(): Kept[] {
    if (!list) {
      const stored = z.array(Kept).safeParse(parsed(facts.get('standing_exports')));
      list = stored.success ? stored.data : [];
    }
    return list;
  }

  function change(id: string, part: Partial<Kept>): void {
    list = all().map((one) => (one.id === id ? { ...one, ...part } : one));
    try {
      facts.put('standing_exports', JSON.stringify(list));
    } catch {
      // A disk that is full: what is due is known in memory, and nobody asked for this write.
    }
    context.publish('standing');
  }

  function schedule(): void {
    callOff();
    if (isActive && !isClosed && all().some(({ isOn, isDue }) => isOn && isDue))
      callOff = setTimer(() => void runDue(), QUIET_MILLISECONDS);
  }

  /** One after the other; a run that is under way is waited for. */
  async function runDue(signal?: AbortSignal): Promise<void> {
    await running;
    running = (async () => {
      for (const { id } of all().filter(({ isOn, isDue }) => isOn && isDue)) {
        if (signal?.aborted) return;
        // What went wrong is kept with it.
        for await (const _ of again(id, signal)) if (signal?.aborted) break;
      }
    })().catch(() => undefined);
    await running;
  }

  /** @throws PlaceError NO_SUCH_PLACE or PLACE_UNWRITABLE, after it was kept with the folder */
  async function* write(one: Kept, signal: AbortSignal | undefined): AsyncGenerator<ExportEvent> {
    const { id, path, selection, profile, amount, confidential, daily } = one;
    // What changes from here on is for the next time.
    change(id, { isDue: false });
    try {
      const place = await openPlace(path, { writing: true });
      const token = (await place.read(tokenPath()))?.toString('utf8').trim();
      if (token !== one.token) throw new PlaceError('NO_SUCH_PLACE', 'another folder stands there');
      const { exportVault } = await import('./export/vault.ts');
      const ids = await idsOf(selection, signal);
      const correctionsOf = correctionList(reader).inTexts();
      // As it is now; of one that is gone, what was kept of it.
      const template = templateReads(reader).named(one.template?.name) ?? one.template;
      const common = { db: reader, dir: path, ids, correctionsOf, profile, amount, template, confidential, signal };
      let end: Extract<ExportEvent, { state: 'finished' }> | undefined;
      const how = { daily: daily ?? undefined, runTemplate: context.templates.run, now };
      for await (const event of exportVault({ ...common, ...how })) {
        if (event.state === 'finished') end = event;
        yield event;
      }
      if (!end || end.cancelled) change(id, { isDue: true });
      else if (end.failed > 0) change(id, { isDue: true, failure: 'files' });
      else change(id, { lastAt: now(), written: end.written, failure: null });
    } catch (error) {
      change(id, { isDue: true, failure: failureOf(error) });
      throw error;
    }
  }

  function tokenPath(): string {
    return `${OURS}/standing-${linkReads(reader).archive()}`;
  }

  async function* again(id: string, signal: AbortSignal | undefined): AsyncGenerator<ExportEvent> {
    const one = all().find((other) => other.id === id);
    if (one) yield* write(one, signal);
  }

  // What was left undone when the archive was closed last.
  schedule();
  return {
    list: (): StandingExport[] =>
      all().map(({ path, token: _, isDue: __, ...one }) =>
        StandingExport.parse({ ...one, label: basename(path) || path }),
      ),
    has: (id: string) => all().some((one) => one.id === id),
    again,
    /** @throws PlaceError NO_SUCH_PLACE or PLACE_UNWRITABLE */
    async keep(path: string, settings: StandingSettings, written: number): Promise<StandingExport | undefined> {
      const place = await openPlace(path, { writing: true });
      const known = all().find((one) => one.path === path);
      const token = known?.token ?? randomBytes(16).toString('hex');
      const id = known?.id ?? randomBytes(8).toString('hex');
      await place.write(tokenPath(), `${token}\n`);
      const one: Kept = { ...settings, id, path, token, lastAt: now(), written, failure: null, isDue: false };
      list = [...all().filter((other) => other.id !== id), one];
      change(id, {});
      schedule();
      return this.list().find((other) => other.id === id);
    },
    setOn(id: string, isOn: boolean): void {
      // What changed while it was off is not known.
      change(id, { isOn, isDue: isOn });
      schedule();
    },
    /** What is known of a folder. */
    find(path: string): StandingExport | undefined {
      const known = all().find((one) => one.path === path);
      return known && this.list().find(({ id }) => id === known.id);
    },
    forget(id: string): void {
      list = all().filter((one) => one.id !== id);
      change(id, {});
    },
    /** To be told of whatever is published. */
    changed(topics: readonly Topic[]): void {
      if (!isActive || isClosed || !topics.some((topic) => TOLD.has(topic))) return;
      const asleep = all().filter(({ isOn, isDue }) => isOn && !isDue);
      for (const { id } of asleep) change(id, { isDue: true });
      schedule();
    },
    /** Writes what is due, as far as there is time for it. */
    async close(): Promise<void> {
      if (isClosed) return;
      callOff();
      if (isActive) await runDue(AbortSignal.timeout(CLOSING_MILLISECONDS));
      isClosed = true;
      await running;
    },
  };
}

function failureOf(error: unknown): StandingFailure {
  if (!(error instanceof PlaceError)) return 'other';
  return error.code === 'NO_SUCH_PLACE' ? 'gone' : error.code === 'PLACE_UNWRITABLE' ? 'unwritable' : 'other';
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? [] : JSON.parse(text);
  } catch {
    return [];
  }
}
