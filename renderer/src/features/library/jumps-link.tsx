import { useQuery } from '@tanstack/react-query';
import { CornerDownRight } from 'lucide-react';
import { archiveQueries } from '../../api/index.ts';
import { formatRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './places-pane.module.css';

/** The way to stories that go on on another page, with how many ends are open; not there while there are none. */
export function JumpsLink() {
  const { t, i18n } = useTranslation('library');
  const { data: jumps } = useQuery(archiveQueries.jumps.count.queryOptions());
  if (!jumps || jumps.open === 0) return null;
  return (
    <li>
      <a className={styles.place} href={formatRoute({ screen: 'jumps' })}>
        <CornerDownRight size={16} strokeWidth={1.6} aria-hidden />
        <span className={styles.text}>{t('places.jumps')}</span>
        <span className={styles.count}>{jumps.open.toLocaleString(i18n.language)}</span>
      </a>
    </li>
  );
}
