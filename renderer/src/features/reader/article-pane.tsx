import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
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
  // Some milliseconds at most: the article before, or an empty page, is calmer than a spinner.
  if (!article) return null;
  return <Reader article={article} route={route} />;
}
