import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { DeskPage } from '#contract/desk.ts';
import { formatRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './joined-ends.module.css';
import { canBeAccepted } from './page-order.ts';

export type DeskJoin = DeskPage['joins'][number];

/** Where a story that was joined stands beside this page, with the way to that page and to the jumps. */
export function JoinedEnds({ joins }: { readonly joins: readonly DeskJoin[] }) {
  const { t } = useTranslation('desk');
  if (joins.length === 0) return null;
  return (
    <span className={styles.ends}>
      {joins.map(({ direction, source, sourceName, page }) => {
        const Icon = direction === 'from' ? ArrowLeft : ArrowRight;
        return (
          <a
            key={direction}
            className={styles.end}
            href={formatRoute({ screen: 'desk', source })}
            title={t(`joins.open_${direction}`, { name: sourceName })}
          >
            <Icon size={13} strokeWidth={1.6} aria-hidden />
            {t(`joins.${direction}`, { page: page === null ? sourceName : t('joins.page', { page }) })}
          </a>
        );
      })}
      <a className={styles.end} href={formatRoute({ screen: 'jumps' })}>
        {t('joins.all')}
      </a>
    </span>
  );
}

/** What accepting does to stories that stand on other pages too: said before it is done. */
export function JoinedNotice({ page }: { readonly page: DeskPage }) {
  const { t } = useTranslation('desk');
  if (page.joins.length === 0 || !canBeAccepted(page)) return null;
  const keys = new Set(page.articles.map(({ key }) => key));
  const stay = new Set(page.joins.filter(({ key }) => keys.has(key)).map(({ key }) => key));
  const parted = [...new Map(page.joins.filter(({ key }) => !keys.has(key)).map((join) => [join.key, join])).values()];
  return (
    <p className={styles.notice} role="status" data-parts={parted.length > 0 || undefined}>
      {stay.size > 0 && <span>{t('joins.stay', { count: stay.size })}</span>}
      {parted.map(({ key, title, page: label, sourceName }) => (
        <span key={key}>
          {t('joins.parts', {
            title: title || t('untitled'),
            page: label === null ? sourceName : t('joins.page', { page: label }),
          })}
        </span>
      ))}
    </p>
  );
}
