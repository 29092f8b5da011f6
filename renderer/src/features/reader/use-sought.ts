import { useCallback, useMemo, useState } from 'react';
import type { LibraryRoute } from '../../app/route.ts';
import { go } from '../../app/use-route.ts';
import type { Sought } from './use-hits.ts';

export interface Find {
  readonly sought: Sought;
  readonly isOpen: boolean;
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly open: () => void;
  readonly close: () => void;
}

const CLOSED = { isOpen: false, typed: '', now: undefined } as const;
interface FindState {
  readonly isOpen: boolean;
  readonly typed: string;
  readonly now: number | undefined;
}

/** What is looked for: the words of the find bar while it is open, else the search that the address names. */
export function useSought(route: LibraryRoute): Find {
  const [{ isOpen, typed, now }, setState] = useState<FindState>(CLOSED);
  const show = useCallback((next: number) => setState((before) => ({ ...before, now: next })), []);
  const sought = useMemo<Sought>(() => {
    if (isOpen) return { text: asPhrase(typed), now, show };
    return {
      text: route.place.at === 'search' ? route.place.text.trim() : '',
      now: route.hit ?? 0,
      show: (hit) => go({ ...route, hit }, 'replace'),
    };
  }, [isOpen, typed, now, show, route]);
  return {
    sought,
    isOpen,
    typed,
    type: (text) => setState({ isOpen: true, typed: text, now: undefined }),
    open: () =>
      setState((before) => ({ isOpen: true, typed: getSelection()?.toString() || before.typed, now: undefined })),
    close: () => setState((before) => ({ ...before, isOpen: false, now: undefined })),
  };
}

/** The words as they were typed, one beside the other; nothing in them is an operator. */
function asPhrase(text: string): string {
  const words = text.replaceAll(/["“”]/g, ' ').trim();
  return words === '' ? '' : `"${words}"`;
}
