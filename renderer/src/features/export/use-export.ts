import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { ExportEvent, ExportSelection } from '#contract/exports.ts';
import type { Place } from '#contract/host.ts';
import { archive } from '../../api/index.ts';

type FileEvent = Extract<ExportEvent, { path: string }>;
type Finished = Extract<ExportEvent, { state: 'finished' }>;

export interface ExportProgress {
  readonly phase: 'ready' | 'running' | 'finished' | 'failed';
  readonly done: number;
  readonly of: number;
  /** Everything a person may have to act on; written and unchanged files are only counted. */
  readonly remarks: readonly FileEvent[];
  readonly finished: Finished | null;
  readonly failure: unknown;
}

const READY: ExportProgress = { phase: 'ready', done: 0, of: 0, remarks: [], finished: null, failure: null };

type Step = ExportEvent | { state: 'begun' } | { state: 'broken'; failure: unknown };

function next(progress: ExportProgress, step: Step): ExportProgress {
  switch (step.state) {
    case 'begun':
      return { ...READY, phase: 'running' };
    case 'broken':
      return { ...progress, phase: 'failed', failure: step.failure };
    case 'progress':
      return { ...progress, done: step.done, of: step.of };
    case 'finished':
      return { ...progress, phase: 'finished', finished: step };
    case 'written':
    case 'unchanged':
      return progress;
    default:
      return { ...progress, remarks: [...progress.remarks, step] };
  }
}

/** One export at a time; leaving the dialog stops it where it is, and what was written stays. */
export function useExport() {
  const [progress, dispatch] = useReducer(next, READY);
  const stop = useRef<AbortController>(null);

  const run = useCallback(async (selection: ExportSelection, place: Place) => {
    const controller = new AbortController();
    stop.current = controller;
    dispatch({ state: 'begun' });
    try {
      const events = await archive.exports.markdown({ place: place.handle, selection }, { signal: controller.signal });
      for await (const event of events) dispatch(event);
    } catch (failure) {
      if (!controller.signal.aborted) dispatch({ state: 'broken', failure });
    }
  }, []);

  const cancel = useCallback(() => stop.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  return { progress, run, cancel };
}
