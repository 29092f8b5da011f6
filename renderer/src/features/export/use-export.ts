import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { BagEvent, PagesEvent } from '#contract/bags.ts';
import type { ExchangeFormat, ExportEvent, ExportSelection, FileEvent } from '#contract/exports.ts';
import type { Place } from '#contract/host.ts';
import type { ExportTemplate } from '#contract/template.ts';
import type { DailyChoice, ExportAmount, ExportProfile } from '#contract/vault.ts';
import { archive } from '../../api/index.ts';
import { currentAppearance } from '../../app/appearance.tsx';
import { i18next } from '../../strings/index.ts';
import { type Form, isOneText } from './forms.ts';

type Told = Extract<ExportEvent, { path: string }>;
export type Remark = Pick<Told, 'state' | 'path' | 'aside'> & {
  readonly reason?: Told['reason'] | Extract<BagEvent, { state: 'failed' }>['reason'];
};
/** A file that would be written. */
export type Planned = Extract<ExportEvent, { path: string }>;
type Finished = Extract<ExportEvent, { state: 'finished' }>;
/** A file, or a bag, of which some of the journal may have stayed. */
type Filed = { readonly name: string; readonly articles: number } & Partial<
  Record<'highlights' | 'withheld' | 'pages' | 'left', number>
>;

export interface ExportProgress {
  readonly phase: 'ready' | 'running' | 'finished' | 'failed';
  readonly done: number;
  readonly of: number;
  /** What a person may have to act on, the first of it; written and unchanged files are only counted. */
  readonly remarks: readonly Remark[];
  /** How many more there were. */
  readonly moreRemarks: number;
  /** Nothing is written: this is what would be. */
  readonly isTrial: boolean;
  /** Of a trial: files that would be new or others. */
  readonly planned: readonly Planned[];
  /** Of a folder. */
  readonly finished: Finished | null;
  /** The one file that was written. */
  readonly filed: Filed | null;
  /** A person stopped it before it said what it had done. */
  readonly isStopped: boolean;
  readonly failure: unknown;
}

const READY: ExportProgress = {
  phase: 'ready',
  done: 0,
  of: 0,
  remarks: [],
  moreRemarks: 0,
  isTrial: false,
  planned: [],
  finished: null,
  filed: null,
  isStopped: false,
  failure: null,
};

/** More than a person looks through: who emptied the folder deleted as many as there are articles. */
const LISTED = 500;

type Step =
  | ExportEvent
  | Remark
  | { state: 'begun'; isTrial: boolean }
  | { state: 'again' }
  | { state: 'filed'; filed: Filed }
  | { state: 'stopped' }
  | { state: 'broken'; failure: unknown };

function next(progress: ExportProgress, step: Step): ExportProgress {
  switch (step.state) {
    case 'again':
      return READY;
    case 'begun':
      return { ...READY, phase: 'running', isTrial: step.isTrial };
    case 'stopped':
      return progress.phase === 'finished' ? progress : { ...progress, phase: 'finished', isStopped: true };
    case 'broken':
      return { ...progress, phase: 'failed', failure: step.failure };
    case 'progress':
      return { ...progress, done: step.done, of: step.of };
    case 'finished':
      return { ...progress, phase: 'finished', finished: step };
    case 'filed':
      return { ...progress, phase: 'finished', filed: step.filed };
    case 'unchanged':
      return progress;
    case 'written':
      return plan(progress, step);
    default:
      return progress.remarks.length < LISTED
        ? { ...plan(progress, step), remarks: [...progress.remarks, step] }
        : { ...plan(progress, step), moreRemarks: progress.moreRemarks + 1 };
  }
}

function plan(progress: ExportProgress, step: Remark | Planned): ExportProgress {
  if (!progress.isTrial || !('article' in step) || progress.planned.length >= LISTED) return progress;
  return { ...progress, planned: [...progress.planned, step] };
}

/** What a folder of Markdown is to be. */
export interface VaultChoice {
  readonly profile: ExportProfile;
  readonly amount: ExportAmount;
  /** Writes the bodies; null for none. */
  readonly template: ExportTemplate | null;
}

/** What a folder of Markdown is to be from now on. */
export interface StandingChoice {
  readonly isOn: boolean;
  readonly daily: DailyChoice | null;
}

/** A vault, and of what is more than that whether it goes along. */
type Wanted = VaultChoice & { readonly confidential: boolean; readonly daily: DailyChoice | null };

/** One export at a time; leaving the dialog stops it where it is: files of a folder that were written stay, of one file nothing. */
export function useExport() {
  const [progress, dispatch] = useReducer(next, READY);
  const stop = useRef<AbortController>(null);

  const follow = useCallback(
    async (isTrial: boolean, stepsOf: (signal: AbortSignal) => Promise<AsyncIterable<Step>>) => {
      const controller = new AbortController();
      const { signal } = controller;
      stop.current = controller;
      dispatch({ state: 'begun', isTrial });
      let finished: Finished | null = null;
      try {
        for await (const step of await stepsOf(signal)) {
          dispatch(step);
          if (step.state === 'finished') finished = step;
        }
      } catch (failure) {
        if (!signal.aborted) dispatch({ state: 'broken', failure });
      }
      if (signal.aborted) dispatch({ state: 'stopped' });
      return signal.aborted ? null : finished;
    },
    [],
  );

  /** What became of a folder of Markdown, when all of it was gone through. */
  const run = useCallback(
    (selection: ExportSelection, form: Form, place: Place, wanted: Wanted, dryRun = false) =>
      follow(dryRun, async (signal) => {
        if (isOneText(form)) return writeFile(selection, form, place, signal);
        const { profile, amount, template, confidential, daily } = wanted;
        if (form !== 'markdown') return writeFolder(selection, form, place, confidential, signal);
        const asked = { place: place.handle, selection, profile, amount, template, confidential, dryRun };
        return archive.exports.markdown({ ...asked, ...(daily && { daily }) }, { signal });
      }),
    [follow],
  );

  /** A folder as it was written the last time. */
  const runAgain = useCallback(
    (id: string) => follow(false, (signal) => archive.standing.again({ id }, { signal })),
    [follow],
  );

  const cancel = useCallback(() => stop.current?.abort(), []);
  /** What a trial said does not hold for another choice. */
  const again = useCallback(() => dispatch({ state: 'again' }), []);
  useEffect(() => cancel, [cancel]);
  return { progress, run, runAgain, cancel, again };
}

async function* writeFile(
  selection: ExportSelection,
  as: ExchangeFormat,
  place: Place,
  signal: AbortSignal,
): AsyncGenerator<Step, void, void> {
  const title = i18next.getFixedT(null, 'export')(`names.${as}`);
  const asked = { place: place.handle, selection, as, title, style: currentAppearance().citation };
  yield* stepsOf(await archive.exports.file(asked, { signal }));
}

async function* writeFolder(
  selection: ExportSelection,
  form: 'mets' | 'bag',
  place: Place,
  confidential: boolean,
  signal: AbortSignal,
): AsyncGenerator<Step, void, void> {
  const t = i18next.getFixedT(null, 'export');
  const title = `${t(`names.${form}`)} ${new Date().toLocaleDateString('sv')}`;
  const asked = { place: place.handle, title, selection };
  if (form === 'mets') yield* stepsOf(await archive.bags.pages(asked, { signal }));
  else yield* stepsOf(await archive.bags.write({ ...asked, confidential }, { signal }));
}

async function* stepsOf(events: AsyncIterable<FileEvent | BagEvent | PagesEvent>): AsyncGenerator<Step, void, void> {
  for await (const event of events) {
    if (event.state === 'progress') yield event;
    else if (event.state === 'finished') yield { state: 'filed', filed: event };
    else {
      yield { state: 'failed', path: event.name, reason: event.reason };
      yield { state: 'broken', failure: null };
    }
  }
}
