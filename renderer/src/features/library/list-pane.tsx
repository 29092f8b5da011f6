import { useQuery } from '@tanstack/react-query';
import { archiveQueries } from '../../api/index.ts';
import type { Place } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import { EmptyState } from '../../ui/index.ts';

interface ListPaneProps {
  readonly place: Place;
}

export function ListPane(_props: ListPaneProps) {
  const { t } = useTranslation('library');
  const { data: info } = useQuery(archiveQueries.archive.info.queryOptions());
  return info?.empty ? <EmptyState title={t('empty.title')} /> : null;
}
