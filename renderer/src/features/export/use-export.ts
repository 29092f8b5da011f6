import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { ExportEvent, ExportSelection, FileEvent } from '#contract/exports.ts';
import type { Place } from '#contract/host.ts';
import { archive } from '../../api/index.ts';
import { currentAppearance } from '../../app/appearance.tsx';
import { i18next } from '../../strings/index.ts';
import type { Form } from './forms.ts';

export type Remark = Pick<Extract<ExportEvent, { path: string }>, 'state' | 'path' | 'aside' | 'reason'>;
type Finished = Extract<ExportEvent, { state: 'finished' }>;
type Filed = Extract<FileEvent, { state: 'finished' }>;

export interface ExportProgress {
  readonly phase: 'ready' | 'running' | 'finished' | 'failed';
  readonly done: number;
  readonly of: number;
  /** Everything a person may have to act on; written and unchanged files are only counted. */
  readonly remarks: readonly Remark[];
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
  finished: null,
  filed: null,
  isStopped: false,
  failure: null,
};

type Step =
  | ExportEvent
  | Remark
  | { state: 'begun' }
  | { state: 'filed'; filed: Filed }
  | { state: 'stopped' }
  | { state: 'broken'; failure: unknown };

function next(progress: ExportProgress, step: Step): ExportProgress {
  switch (step.state) {
    case 'begun':
      return { ...READY, phase: 'running' };
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
    case 'written':
    case 'unchanged':
      return progress;
    default:
      return { ...progress, remarks: [...progress.remarks, step] };
  }
}

/** One export at a time; leaving the dialog stops it where it is: files of a folder that were written stay, of one file nothing. */
export function useExport() {
  const [progress, dispatch] = useReducer(next, READY);
  const stop = useRef<AbortController>(null);

  const run = useCallback(async (selection: ExportSelection, form: Form, place: Place) => {
    const controller = new AbortController();
    const { signal } = controller;
    stop.current = controller;
    dispatch({ state: 'begun' });
    try {
      if (form === 'markdown')
        for await (const event of await archive.exports.markdown({ place: place.handle, selection }, { signal }))
          dispatch(event);
      else for await (const step of writeFile(selection, form, place, signal)) dispatch(step);
    } catch (failure) {
      if (!signal.aborted) dispatch({ state: 'broken', failure });
    }
    if (signal.aborted) dispatch({ state: 'stopped' });
  }, []);

  const cancel = useCallback(() => stop.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  return { progress, run, cancel };
}

async function* writeFile(
  selection: ExportSelection,
  as: Exclude<Form, 'markdown'>,
  place: Place,
  signal: AbortSignal,
): AsyncGenerator<Step, void, void> {
  const title = i18next.getFixedT(null, 'export')(`names.${as}`);
  const asked = { place: place.handle, selection, as, title, style: currentAppearance().citation };
  for await (const event of await archive.exports.file(asked, { signal })) {
    if (event.state === 'progress') yield event;
    else if (event.state === 'finished') yield { state: 'filed', filed: event };
    else {
      yield { state: 'failed', path: event.name, reason: event.reason };
      yield { state: 'broken', failure: null };
    }
  }
}
