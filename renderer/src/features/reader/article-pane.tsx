import type { LibraryRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import { EmptyState } from '../../ui/index.ts';

interface ArticlePaneProps {
  readonly route: LibraryRoute;
}

export function ArticlePane({ route }: ArticlePaneProps) {
  const { t } = useTranslation('reader');
  return route.article ? null : <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>;
}
