import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ArticleId } from '#contract/ids.ts';
import { archiveQueries } from '../../api/index.ts';
import type { LibraryRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { Reader } from './reader.tsx';

interface ArticlePaneProps {
  readonly route: LibraryRoute;
  /** What a new archive shows instead of an article. */
  readonly welcome: ReactNode;
}

/** The article that the address names. */
export function ArticlePane({ route, welcome }: ArticlePaneProps) {
  const { t } = useTranslation('reader');
  const { data: info } = useQuery(archiveQueries.archive.info.queryOptions());
  if (!route.article && info?.empty) return welcome;
  if (!route.article) return <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>;
  return <OpenArticle route={route} id={route.article} />;
}

interface OpenArticleProps {
  readonly route: LibraryRoute;
  readonly id: ArticleId;
}

function OpenArticle({ route, id }: OpenArticleProps) {
  const { data: article } = useQuery(
    archiveQueries.articles.get.queryOptions({ input: { id }, placeholderData: keepPreviousData }),
  );
  // The address of what is shown: while the next article is on its way, the one before is not drawn again for it.
  const [shown, setShown] = useState(route);
  if (article?.id === id && shown !== route) setShown(route);
  // Some milliseconds at most: the article before, or an empty page, is calmer than a spinner.
  if (!article) return null;
  return <Reader article={article} route={article.id === id ? route : shown} />;
}
