import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { archive, archiveQueries } from '../../api/index.ts';
import { formatRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button } from '../../ui/index.ts';
import styles from './search.module.css';

const SHOWN = 8;

/** Queries whose results were opened, below the field while it is empty. */
export function Recent() {
  const { t } = useTranslation('search');
  const { data = [] } = useQuery(archiveQueries.searches.recent.queryOptions({ throwOnError: false }));
  if (data.length === 0) return null;
  return (
    <section className={styles.recent} aria-label={t('recent')}>
      <ul>
        {data.slice(0, SHOWN).map((text) => (
          <li key={text}>
            <a
              href={formatRoute({ screen: 'library', place: { at: 'search', text } })}
              className={styles.suggestion}
              // The field would lose the focus, and these with it, before the press is over.
              onMouseDown={(event) => event.preventDefault()}
            >
              <History size={14} strokeWidth={1.6} aria-hidden />
              <span>{text}</span>
            </a>
          </li>
        ))}
      </ul>
      <Button size="small" onPress={() => void archive.searches.forget({})}>
        {t('forget')}
      </Button>
    </section>
  );
}
