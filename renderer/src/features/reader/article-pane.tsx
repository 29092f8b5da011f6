import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { archiveQueries } from '../../api/index.ts';
import type { LibraryRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { Reader } from './reader.tsx';

interface ArticlePaneProps {
  readonly route: LibraryRoute;
}

/** The article that the address names. */
export function ArticlePane({ route }: ArticlePaneProps) {
  const { t } = useTranslation('reader');
  if (!route.article) return <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>;
  return <OpenArticle route={route} id={route.article} />;
}

function OpenArticle({ route, id }: ArticlePaneProps & { readonly id: NonNullable<LibraryRoute['article']> }) {
  const { data: article } = useQuery(
    archiveQueries.articles.get.queryOptions({ input: { id }, placeholderData: keepPreviousData }),
  );
  // Some milliseconds at most: the article before, or an empty page, is calmer than a spinner.
  if (!article) return null;
  return <Reader article={article} route={route} />;
}
