import { useCallback, useEffect, useRef, useState } from 'react';
import type { TermHits } from '#contract/search.ts';
import { archive } from '../../api/index.ts';

export interface TermList {
  readonly phase: 'ready' | 'running' | 'finished' | 'stopped' | 'failed';
  readonly of: number;
  readonly rows: readonly TermHits[];
  readonly failure: unknown;
}

const READY: TermList = { phase: 'ready', of: 0, rows: [], failure: undefined };

/** One list at a time; leaving the dialog ends it, and what was found stays until then. */
export function useTermList() {
  const [list, setList] = useState(READY);
  const stop = useRef<AbortController>(null);

  const run = useCallback(async (names: readonly string[], condition: string) => {
    stop.current?.abort();
    const controller = new AbortController();
    stop.current = controller;
    setList({ ...READY, phase: 'running', of: names.length });
    try {
      const found = await archive.search.terms({ names: [...names], condition }, { signal: controller.signal });
      for await (const row of found) setList((before) => ({ ...before, rows: [...before.rows, row] }));
      setList((before) => ({ ...before, phase: controller.signal.aborted ? 'stopped' : 'finished' }));
    } catch (failure) {
      setList((before) =>
        controller.signal.aborted ? { ...before, phase: 'stopped' } : { ...before, phase: 'failed', failure },
      );
    }
  }, []);

  const cancel = useCallback(() => stop.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  return { list, run, cancel };
}
