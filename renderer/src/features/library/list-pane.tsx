import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleSummary } from '#contract/articles.ts';
import type { ArticleId } from '#contract/ids.ts';
import { archive, archiveQueries, queryClient } from '../../api/index.ts';
import { useCommands } from '../../app/commands.ts';
import { expectArticle } from '../../app/likely-article.ts';
import type { LibraryRoute } from '../../app/route.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { EmptyState, LongList, type LongListHandle, listRows } from '../../ui/index.ts';
import { articleCommands, removeArticles, setReadingState } from './article-acts.ts';
import { ArticleRow, ROW_SIZE } from './article-row.tsx';
import { listQuery } from './filter.ts';
import { IssuePages } from './issue-pages.tsx';
import { ListHeader } from './list-header.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { usePagedArticles } from './use-articles.ts';

interface ListPaneProps {
  readonly route: LibraryRoute;
}

const { Rows, renderRow } = listRows<ArticleSummary>((article) => (
  <ArticleRow article={article} onPoint={prefetchArticle} />
));

/** What is pointed at, or stands next, is likely to be opened next: its text is there when it is. */
function prefetchArticle(id: ArticleId): void {
  void queryClient.prefetchQuery(archiveQueries.articles.get.queryOptions({ input: { id } }));
}

/** The library's rows. Arrow keys move and open, Shift and Ctrl choose several, Enter goes on to read. */
export function ListPane({ route }: ListPaneProps) {
  const { t } = useTranslation('library');
  const { place, sort, only, article: open } = route;
  const query = useMemo(() => listQuery({ place, sort, only }), [place, sort, only]);
  const { total, rowAt, rowOf, onView } = usePagedArticles(query);
  const { data: info } = useQuery(archiveQueries.archive.info.queryOptions());
  const [marked, setMarked] = useState<ReadonlySet<ArticleId>>(new Set());
  const list = useRef<LongListHandle>(null);

  const chosen = useMemo(() => (marked.size > 1 ? marked : new Set(open ? [open] : [])), [marked, open]);
  const selected = useMemo(
    () => new Set([...chosen].map((id) => rowOf.get(id)).filter((row) => row !== undefined)),
    [chosen, rowOf],
  );

  const show = useCallback(
    (article: ArticleId | undefined) => {
      const { article: _before, hit: _hit, note: _note, ...rest } = route;
      go(article ? { ...rest, article } : rest, open ? 'replace' : 'push');
    },
    [route, open],
  );

  async function choose(rows: 'all' | ReadonlySet<number>, isToggling: boolean): Promise<void> {
    if (rows !== 'all' && rows.size <= 1 && !isToggling) {
      const [row] = rows;
      setMarked((before) => (before.size === 0 ? before : new Set()));
      if (row === undefined) return;
      // End and Home reach rows whose page is not in memory.
      const id = rowAt(row)?.id ?? (await archive.articles.ids(query))[row];
      if (id) show(id);
      return;
    }
    const isKnown = rows !== 'all' && [...rows].every((row) => rowAt(row));
    const ids = isKnown ? [] : await archive.articles.ids(query);
    const idAt = (row: number) => rowAt(row)?.id ?? ids[row];
    if (rows === 'all') {
      setMarked(new Set(ids));
      return;
    }
    const next = new Set(chosen);
    for (const row of selected) if (!rows.has(row)) remove(next, idAt(row));
    for (const row of rows) add(next, idAt(row));
    setMarked(next);
    const [only] = next;
    if (next.size === 1 && only) show(only);
  }

  /** Opens the article before or after the open one, also where its page is not in memory. */
  async function step(by: 1 | -1): Promise<void> {
    const here = open ? rowOf.get(open) : -1;
    const row = here === undefined ? undefined : here + by;
    if (row !== undefined && (row < 0 || row >= (total ?? 0))) return;
    let next = row === undefined ? undefined : rowAt(row)?.id;
    if (!next && open) {
      const ids = await archive.articles.ids(query);
      next = ids[ids.indexOf(open) + by];
    }
    if (next) show(next);
  }

  // What is open stays in sight, whichever way it was opened.
  const openRow = open ? rowOf.get(open) : undefined;
  useEffect(() => {
    if (openRow === undefined) return;
    for (const row of [openRow + 1, openRow - 1]) {
      const neighbour = rowAt(row);
      if (neighbour) prefetchArticle(neighbour.id);
    }
  }, [openRow, rowAt]);
  const first = open ? undefined : rowAt(0)?.id;
  useEffect(() => {
    if (!first) return;
    const waiting = requestIdleCallback(() => expectArticle(first), { timeout: 1_000 });
    return () => cancelIdleCallback(waiting);
  }, [first]);
  const shownRow = useRef<number>(undefined);
  useEffect(() => {
    if (openRow !== undefined && openRow !== shownRow.current) list.current?.reveal(openRow);
    shownRow.current = openRow;
  }, [openRow]);

  async function removeChosen(): Promise<void> {
    const ids = [...chosen];
    const after = openRow === undefined ? undefined : nextKept(openRow, total ?? 0, rowAt, chosen);
    if (await removeArticles(ids, place.at === 'trash' ? 'restore' : 'remove', t)) {
      setMarked(new Set());
      show(after);
    }
  }

  const emptiness = place.at === 'trash' ? 'trash' : info?.empty ? 'list' : 'place';
  const isNothing = chosen.size === 0;
  useCommands([
    { id: 'list.next', section: 'list', text: t('commands.next'), keys: ['j'], run: () => void step(1) },
    { id: 'list.previous', section: 'list', text: t('commands.previous'), keys: ['k'], run: () => void step(-1) },
    { id: 'list.all', section: 'list', text: t('commands.all'), isOff: !total, run: () => void choose('all', false) },
    {
      id: 'list.remove',
      section: 'list',
      text: t(place.at === 'trash' ? 'commands.restore' : 'commands.remove'),
      keys: ['Delete', '$mod+Backspace'],
      isOff: isNothing,
      run: () => void removeChosen(),
    },
    ...articleCommands(t, chosen, (state) => void setReadingState([...chosen], state, t)),
  ]);

  return (
    <Rows value={rowAt}>
      {marked.size > 1 ? (
        <SelectionBar
          chosen={marked}
          isTrash={place.at === 'trash'}
          onRemove={() => void removeChosen()}
          onClear={() => setMarked(new Set())}
        />
      ) : (
        <ListHeader route={route} total={total} />
      )}
      {place.at === 'issue' && <IssuePages route={route} issue={place} />}
      {total === 0 ? (
        <EmptyState title={t(`empty.${emptiness}.title`)}>{t(`empty.${emptiness}.text`)}</EmptyState>
      ) : (
        <LongList
          handle={list}
          label={t('list')}
          count={total ?? 0}
          rowSize={ROW_SIZE}
          selected={selected}
          onSelect={(rows, isToggling) => void choose(rows, isToggling)}
          onAction={() => document.querySelector<HTMLElement>('[data-reader]')?.focus()}
          onView={onView}
          renderRow={renderRow}
        />
      )}
    </Rows>
  );
}

/** What to open when the chosen articles are gone: the next that stays, or the one before. */
function nextKept(
  row: number,
  total: number,
  rowAt: (row: number) => ArticleSummary | undefined,
  gone: ReadonlySet<ArticleId>,
): ArticleId | undefined {
  for (let after = row + 1; after < total; after += 1) {
    const article = rowAt(after);
    if (!article) break;
    if (!gone.has(article.id)) return article.id;
  }
  for (let before = row - 1; before >= 0; before -= 1) {
    const article = rowAt(before);
    if (!article) break;
    if (!gone.has(article.id)) return article.id;
  }
  return undefined;
}

function add(set: Set<ArticleId>, id: ArticleId | undefined): void {
  if (id) set.add(id);
}
function remove(set: Set<ArticleId>, id: ArticleId | undefined): void {
  if (id) set.delete(id);
}
