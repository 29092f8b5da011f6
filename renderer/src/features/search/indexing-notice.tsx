import { useQuery } from '@tanstack/react-query';
import { archiveQueries } from '../../api/index.ts';
import { useTranslation } from '../../strings/index.ts';
import { ProgressBar } from '../../ui/index.ts';
import styles from './search.module.css';

/** How often one looks while there is something to see. */
const LOOK_MILLISECONDS = 1000;

/** Says that the index is being made anew, and how far it is: until then results may be missing. */
export function IndexingNotice() {
  const { t } = useTranslation('search');
  const { data } = useQuery(
    archiveQueries.search.indexing.queryOptions({
      refetchInterval: ({ state }) => (state.data ? LOOK_MILLISECONDS : false),
      throwOnError: false,
    }),
  );
  if (!data) return null;
  return (
    <div className={styles.indexing}>
      <ProgressBar label={t('indexing')} value={data.done} max={data.of} />
    </div>
  );
}
