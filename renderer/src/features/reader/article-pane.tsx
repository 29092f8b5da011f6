import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Activity, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { ArticleId } from '#contract/ids.ts';
import { archiveQueries, Failure } from '../../api/index.ts';
import { useLikelyArticle } from '../../app/likely-article.ts';
import { followArticle } from '../../app/open-address.ts';
import type { LibraryRoute } from '../../app/route.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { Reader } from './reader.tsx';

const HoldingsPane = lazy(() => import('../holdings/index.ts').then(({ HoldingsPane }) => ({ default: HoldingsPane })));

interface ArticlePaneProps {
  readonly route: LibraryRoute;
  /** What a new archive shows instead of an article. */
  readonly welcome: ReactNode;
}

/**
 * The article that the address names. While it names none, the one that is probably opened first is drawn where nobody
 * sees it: the first click finds a reader that is there, not one that is still to be made.
 */
export function ArticlePane({ route, welcome }: ArticlePaneProps) {
  const { data: info } = useQuery(archiveQueries.archive.info.queryOptions());
  const likely = useLikelyArticle();
  const id = route.article ?? likely;
  return (
    <>
      {!route.article && (info?.empty ? welcome : <Nothing route={route} />)}
      {id && <OpenArticle route={route} id={id} />}
    </>
  );
}

/** Places of which the calendar shows what is there. */
const CALENDAR_PLACES: ReadonlySet<string> = new Set(['all', 'unread', 'paper', 'issue']);

/** The list comes first: the calendar of a window that opens waits for it, and for a moment in which nothing is to be done. */
let isSettled = false;
/** A list without rows says nothing. */
const PATIENCE_MILLISECONDS = 1_000;
function useSettled(): boolean {
  const [isQuiet, setQuiet] = useState(isSettled);
  const hasList = useLikelyArticle() !== undefined;
  useEffect(() => {
    if (isSettled) return;
    const settle = () => {
      isSettled = true;
      setQuiet(true);
    };
    const waiting = hasList ? requestIdleCallback(settle) : undefined;
    const longest = setTimeout(settle, PATIENCE_MILLISECONDS);
    return () => {
      clearTimeout(longest);
      if (waiting !== undefined) cancelIdleCallback(waiting);
    };
  }, [hasList]);
  return isQuiet;
}

/** Where nothing is open: the calendar of what the archive holds, or a word on how to begin where nothing has a date. */
function Nothing({ route }: { readonly route: LibraryRoute }) {
  const { t } = useTranslation('reader');
  const hint = <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>;
  const isQuiet = useSettled();
  if (!CALENDAR_PLACES.has(route.place.at)) return hint;
  if (!isQuiet) return null;
  return (
    <Suspense fallback={null}>
      <HoldingsPane route={route} otherwise={hint} />
    </Suspense>
  );
}

interface OpenArticleProps {
  readonly route: LibraryRoute;
  readonly id: ArticleId;
}

function OpenArticle({ route, id }: OpenArticleProps) {
  const asked = archiveQueries.articles.get.queryOptions({
    input: { id },
    placeholderData: keepPreviousData,
    throwOnError: false,
  });
  const { data: article, error, isPlaceholderData } = useQuery(asked);
  const isGone = error instanceof Failure && error.code === 'NOT_FOUND';
  // What was read when the desk put another in its place is shown under that one's name.
  const { data: heir, isPending } = useQuery({
    queryKey: ['what an article became', id],
    queryFn: async () => (await followArticle(id)) ?? null,
    enabled: isGone && route.article !== undefined,
    gcTime: 0,
  });
  useEffect(() => {
    if (heir) go({ ...route, article: heir }, 'replace');
  }, [heir, route]);
  // What nobody asked for may fail in silence.
  const hasNothing = article === undefined || isPlaceholderData;
  if (error && hasNothing && route.article !== undefined && !(isGone && (isPending || heir))) throw error;
  const isHere = article?.id === id;
  // The address of what is shown: while the next article is on its way, the one before is not drawn again for it.
  const [shown, setShown] = useState(route);
  if (isHere && shown !== route) setShown(route);
  // Some milliseconds at most: the article before, or an empty page, is calmer than a spinner.
  if (!article) return null;
  const isOpen = route.article !== undefined && (isHere || shown.article !== undefined);
  return (
    <Activity mode={isOpen ? 'visible' : 'hidden'}>
      <Reader article={article} route={isHere ? route : shown} />
    </Activity>
  );
}
