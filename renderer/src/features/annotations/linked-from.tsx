import { useQuery } from '@tanstack/react-query';
import type { Annotation } from '#contract/annotations.ts';
import { archiveQueries } from '../../api/index.ts';
import { formatRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './card.module.css';

/** The highlights whose notes lead here: a link is followed both ways. */
export function LinkedFrom({ annotation }: { readonly annotation: Pick<Annotation, 'id'> }) {
  const { t } = useTranslation('annotations');
  const { data: from } = useQuery(archiveQueries.annotations.linkedFrom.queryOptions({ input: { id: annotation.id } }));
  if (!from || from.length === 0) return null;
  return (
    <section className={styles.linked} aria-label={t('linkedFrom')}>
      <h3>{t('linkedFrom')}</h3>
      <ul>
        {from.map(({ id, articleId, articleTitle, quote }) => (
          <li key={id}>
            <a href={formatRoute({ screen: 'library', place: { at: 'all' }, article: articleId, note: id })}>
              {quote.exact.slice(0, 40)}
              <span>{articleTitle}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
