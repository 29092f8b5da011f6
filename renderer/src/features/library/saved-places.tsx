import { useQuery } from '@tanstack/react-query';
import { archiveQueries } from '../../api/index.ts';
import { formatRoute, type Place, placeKey } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './places-pane.module.css';

/** The searches that were saved, each with what it finds, or what is new in it since somebody last looked. */
export function SavedPlaces({ here }: { readonly here: string }) {
  const { t, i18n } = useTranslation('search');
  const { data: saved = [] } = useQuery(archiveQueries.searches.saved.queryOptions({ throwOnError: false }));
  const { data: counts = [] } = useQuery(
    archiveQueries.searches.counts.queryOptions({ enabled: saved.length > 0, throwOnError: false }),
  );
  if (saved.length === 0) return null;
  return (
    <section aria-label={t('savedSearches')}>
      <h2 className={styles.heading}>{t('savedSearches')}</h2>
      <ul className={styles.group}>
        {saved.map(({ id, name, text }) => {
          const place: Place = { at: 'search', text };
          const count = counts.find((one) => one.id === id);
          const number = (value: number) => value.toLocaleString(i18n.language);
          return (
            <li key={id}>
              <a
                className={styles.place}
                href={formatRoute({ screen: 'library', place })}
                aria-current={placeKey(place) === here ? 'page' : undefined}
              >
                <span className={styles.text} title={name}>
                  {name}
                </span>
                {count && (
                  <span className={styles.count} data-fresh={count.fresh > 0 || undefined}>
                    {count.fresh > 0 ? t('fresh', { number: number(count.fresh) }) : number(count.total)}
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
