import { useQuery } from '@tanstack/react-query';
import { FileOutput, Trash2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ListedAnnotation } from '#contract/annotations.ts';
import type { AnnotationId } from '#contract/ids.ts';
import { archive, archiveQueries } from '../../api/index.ts';
import { useActs } from '../../app/acts.tsx';
import { act } from '../../app/changes.ts';
import { useCommands } from '../../app/commands.ts';
import { changeNotes, type NotesRoute } from '../../app/notes-route.ts';
import { HOME } from '../../app/route.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { EmptyState, IconButton, LongList, type LongListHandle, listRows, Screen } from '../../ui/index.ts';
import styles from './panel.module.css';
import { PanelDetail } from './panel-detail.tsx';
import { PanelFilters } from './panel-filters.tsx';
import { PanelRow, ROW_SIZE } from './panel-row.tsx';
import { useOrder, usePanel } from './use-panel.ts';

const { Rows, renderRow } = listRows<ListedAnnotation>((annotation) => <PanelRow annotation={annotation} />);

const NOTHING: ReadonlySet<AnnotationId> = new Set();

/** Every highlight of the archive: found, sorted, looked at, and gone to. */
export function PanelScreen({ route }: { readonly route: NotesRoute }) {
  const { t, i18n } = useTranslation('panel');
  const { exportArticles } = useActs();
  const { note } = route;
  const order = useOrder(route);
  const { total, rowAt, rowOf, onView } = usePanel(order);
  const { data: counts } = useQuery(archiveQueries.annotations.counts.queryOptions());
  const [marked, setMarked] = useState(NOTHING);
  const list = useRef<LongListHandle>(null);
  const choosing = useRef<Promise<readonly AnnotationId[]>>(undefined);

  // Of a list of thousands most rows are not in memory: where one stands is asked for by its id.
  const known = note && rowOf.get(note);
  const { data: ids } = useQuery(
    archiveQueries.annotations.ids.queryOptions({ input: order, enabled: note !== undefined && known === undefined }),
  );
  const found = note && ids ? ids.indexOf(note) : -1;
  const here = known ?? (found >= 0 ? found : 0);
  const current = note ?? rowAt(0)?.id;
  const chosen = useMemo(() => (marked.size > 1 ? marked : new Set(current ? [current] : [])), [marked, current]);
  const selected = useMemo(() => {
    if (marked.size <= 1) return new Set(total ? [here] : []);
    return new Set([...marked].map((id) => rowOf.get(id)).filter((row) => row !== undefined));
  }, [marked, here, total, rowOf]);

  const change = (part: Parameters<typeof changeNotes>[1]) => go(changeNotes(route, part), 'replace');

  async function idsAt(rows: 'all' | ReadonlySet<number>): Promise<readonly AnnotationId[]> {
    if (rows === 'all') return archive.annotations.ids(order);
    const isKnown = [...rows].every((row) => rowAt(row));
    const all = isKnown ? [] : await archive.annotations.ids(order);
    return [...rows].map((row) => rowAt(row)?.id ?? all[row]).filter((id) => id !== undefined);
  }

  async function choose(rows: 'all' | ReadonlySet<number>): Promise<void> {
    const finding = idsAt(rows);
    choosing.current = finding;
    const next = await finding;
    if (choosing.current !== finding) return;
    setMarked(next.length > 1 ? new Set(next) : NOTHING);
    const last = next.at(-1);
    if (last && rows !== 'all') change({ note: last });
  }

  /** What was chosen last, also while its ids are on their way: a key pressed in a breath means all of it. */
  async function awaitChosen(): Promise<ReadonlySet<AnnotationId>> {
    const ids = (await choosing.current) ?? [];
    return ids.length > 1 ? new Set(ids) : chosen;
  }

  async function step(by: 1 | -1): Promise<void> {
    const next = here + by;
    if (next < 0 || next >= (total ?? 0)) return;
    list.current?.reveal(next);
    await choose(new Set([next]));
  }

  async function open(row = here): Promise<void> {
    const id = rowAt(row)?.id ?? current;
    const annotation = rowAt(row) ?? (id && (await archive.annotations.get({ id })));
    if (!annotation) return;
    // The row stands in the address one comes back to.
    change({ note: annotation.id });
    go({ screen: 'library', place: { at: 'all' }, article: annotation.articleId, note: annotation.id });
  }

  async function remove(): Promise<void> {
    const going = await awaitChosen();
    const gone = [...going];
    const after = [here + 1, here - 1].map((row) => rowAt(row)?.id).find((id) => id !== undefined && !going.has(id));
    const done = await act(archive.annotations.remove({ ids: gone }), (removed) =>
      t('removed', { count: removed.count }),
    );
    if (!done) return;
    choosing.current = undefined;
    setMarked(NOTHING);
    change({ note: after });
  }

  async function exportChosen(): Promise<void> {
    const ids = [...(await awaitChosen())];
    if (ids.length === 0) return;
    const articles = await archive.annotations.articles({ ids });
    if (articles.length > 0) exportArticles?.({ of: 'articles', ids: articles });
  }

  // Whoever comes back stands where they were; a filter that is typed in keeps the keyboard.
  const isThere = total !== undefined && total > 0;
  const hasRow = isThere && (note === undefined || known !== undefined || found >= 0);
  const hasStood = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list appears, not at every step in it
  useEffect(() => {
    if (!hasRow || hasStood.current) return;
    hasStood.current = true;
    list.current?.reveal(here);
    list.current?.focus();
  }, [hasRow]);

  const isOff = !isThere;
  const listCommand = { section: 'list', isOff } as const;
  useCommands([
    { ...listCommand, id: 'notes.next', text: t('next'), keys: ['j'], isRepeated: true, run: () => void step(1) },
    {
      ...listCommand,
      id: 'notes.previous',
      text: t('previous'),
      keys: ['k'],
      isRepeated: true,
      run: () => void step(-1),
    },
    { ...listCommand, id: 'notes.open', text: t('inArticle'), keys: ['Enter'], run: () => void open() },
    { ...listCommand, id: 'notes.all', text: t('all'), run: () => void choose('all') },
    {
      ...listCommand,
      id: 'notes.remove',
      text: t('remove'),
      keys: ['Delete'],
      isFirst: true,
      run: () => void remove(),
    },
    {
      ...listCommand,
      id: 'notes.export',
      text: t('export'),
      keys: ['$mod+e'],
      isFirst: true,
      run: () => void exportChosen(),
    },
    { id: 'notes.back', section: 'go', text: t('back'), keys: ['Escape'], run: () => go(HOME) },
  ]);

  const waiting = (counts?.states.changed ?? 0) + (counts?.states.orphan ?? 0);
  const number = (count: number) => ({ count, number: count.toLocaleString(i18n.language) });
  return (
    <Rows value={rowAt}>
      <Screen
        className={styles.panel}
        title={t('title')}
        back={t('back')}
        onBack={() => go(HOME)}
        figures={
          counts &&
          counts.all > 0 && (
            <>
              <span>{t('inAll', number(counts.all))}</span>
              {total !== undefined && total !== counts.all && <span>{t('shown', number(total))}</span>}
              {waiting > 0 && <span data-waiting>{t('waiting', number(waiting))}</span>}
              {marked.size > 1 && <span data-waiting>{t('chosenCount', number(marked.size))}</span>}
            </>
          )
        }
        acts={
          isThere && (
            <>
              {exportArticles && (
                <IconButton icon={FileOutput} label={t('export')} keys="$mod+e" onPress={() => void exportChosen()} />
              )}
              <IconButton icon={Trash2} label={t('remove')} keys="Delete" onPress={() => void remove()} />
            </>
          )
        }
      >
        {counts && counts.all > 0 && (
          <PanelFilters
            route={route}
            counts={counts}
            articleTitle={rowAt(0)?.articleTitle}
            onDown={() => list.current?.focus()}
          />
        )}
        {total === undefined || !counts ? null : isThere ? (
          <div className={styles.halves}>
            <div className={styles.list}>
              <LongList
                handle={list}
                label={t('list')}
                count={total}
                rowSize={ROW_SIZE}
                choose="some"
                selected={selected}
                onSelect={(rows) => void choose(rows)}
                onAction={(row) => void open(row)}
                onView={onView}
                renderRow={renderRow}
              />
            </div>
            <section className={styles.side} aria-label={t('chosen')}>
              {current && (
                <PanelDetail
                  id={current}
                  onOpen={() => void open()}
                  onOnlyArticle={route.article ? undefined : () => change({ article: rowAt(here)?.articleId })}
                  onTag={(tag) => change({ tag })}
                />
              )}
            </section>
          </div>
        ) : (
          <EmptyState title={t(counts.all === 0 ? 'empty.title' : 'none.title')}>
            {t(counts.all === 0 ? 'empty.text' : 'none.text')}
          </EmptyState>
        )}
      </Screen>
    </Rows>
  );
}
