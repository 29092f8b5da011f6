import { useQuery } from '@tanstack/react-query';
import { ListOrdered } from 'lucide-react';
import { archiveQueries, countWaiting } from '../../api/index.ts';
import { formatRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './places-pane.module.css';

/** The way to the pages that nobody accepted yet, with how many there are. */
export function QueueLink() {
  const { t, i18n } = useTranslation('library');
  const { data: queue } = useQuery(archiveQueries.desk.queue.queryOptions({ input: { limit: 1 } }));
  const waiting = queue ? countWaiting(queue.counts) : 0;
  return (
    <li>
      <a className={styles.place} href={formatRoute({ screen: 'queue' })}>
        <ListOrdered size={16} strokeWidth={1.6} aria-hidden />
        <span className={styles.text}>{t('places.queue')}</span>
        {waiting > 0 && <span className={styles.count}>{waiting.toLocaleString(i18n.language)}</span>}
      </a>
    </li>
  );
}
