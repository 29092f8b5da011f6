import { useQuery } from '@tanstack/react-query';
import { MessageSquareQuote } from 'lucide-react';
import { archiveQueries } from '../../api/index.ts';
import { formatRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './places-pane.module.css';

/** The way to every highlight of the archive, with how many there are. */
export function NotesLink() {
  const { t, i18n } = useTranslation('library');
  const { data: counts } = useQuery(archiveQueries.annotations.counts.queryOptions());
  return (
    <li>
      <a className={styles.place} href={formatRoute({ screen: 'notes' })}>
        <MessageSquareQuote size={16} strokeWidth={1.6} aria-hidden />
        <span className={styles.text}>{t('places.notes')}</span>
        {counts && counts.all > 0 && <span className={styles.count}>{counts.all.toLocaleString(i18n.language)}</span>}
      </a>
    </li>
  );
}
