import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { NamedSource, NamesOf } from '#contract/naming.ts';
import { archiveQueries, usePagedRows } from '../../api/index.ts';
import type { NamesSeen } from './name-rule-editor.tsx';
import type { OtherName, ReadName } from './use-names.ts';

interface Preview {
  readonly read: number;
  readonly first: NamedSource[];
  readonly total: number;
  readonly items: NamedSource[];
}

/** Somebody who writes is not asked about at every key. */
const QUIET_MILLISECONDS = 150;
const PAGE = 200;
const rowsOf = ({ items }: Preview) => items;
const idOf = ({ source }: NamedSource) => source;

/** What names of the archive say by a rule that can be read; `isRead` while that is an answer to this rule. */
export function useArchiveNames(of: NamesOf, rule: string | undefined): NamesSeen & { readonly isRead: boolean } {
  const [asked, setAsked] = useState(rule);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(rule), QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [rule]);
  const optionsOf = useCallback(
    (page: number) =>
      archiveQueries.naming.preview.queryOptions({
        input: asked === undefined ? skipToken : { rule: asked, of, offset: page * PAGE, limit: PAGE },
        ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
      }),
    [asked, of],
  );
  const { head, total = 0, rowAt, onView } = usePagedRows<NamedSource, Preview>({ optionsOf, rowsOf, idOf });
  const { isPlaceholderData } = useQuery(optionsOf(0));
  const nameAt = useCallback((row: number) => toOther(rowAt(row)), [rowAt]);
  const isShown = rule !== undefined && head !== undefined;
  return {
    matched: isShown ? head.read : 0,
    first: isShown ? head.first.map(toRead) : [],
    others: { count: isShown ? total : 0, nameAt, onView },
    isRead: isShown && asked === rule && !isPlaceholderData,
  };
}

function toRead({ path, publication, date, page, section }: NamedSource): ReadName {
  return { path, parts: { publication, date, pageLabel: page, section } };
}

function toOther(name: NamedSource | undefined): OtherName | undefined {
  if (!name || name.is === 'read') return undefined;
  return { path: name.path, reading: name.is === 'other' ? { is: 'other' } : { is: name.is, said: name.said ?? '' } };
}
