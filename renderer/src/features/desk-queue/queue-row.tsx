import { memo } from 'react';
import type { QueuedPage } from '#contract/desk.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { formatDay, formatEdtf } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './queue.module.css';

/** One line: a person goes down thousands of them. */
export const ROW_SIZE = 48;

interface QueueRowProps {
  /** Undefined while its page is on the way. */
  readonly page: QueuedPage | undefined;
}

export const QueueRow = memo(function QueueRow({ page }: QueueRowProps) {
  const { t } = useTranslation('deskQueue');
  const { shownLanguage } = useAppearance();
  if (!page) return <div className={styles.row} data-waiting />;
  return (
    <div className={styles.row} data-state={page.state}>
      <span className={styles.name} title={page.name}>
        {page.name}
      </span>
      <span className={styles.origin}>
        {page.publication && <span>{page.publication}</span>}
        {page.date && <span>{formatEdtf(page.date.edtf, shownLanguage)}</span>}
        {page.page && <span>{t('page', { page: page.page })}</span>}
      </span>
      <span className={styles.articles}>{page.articles > 0 && t('articles', { count: page.articles })}</span>
      <span className={styles.state} data-state={page.state}>
        {t(`states.${page.state}`)}
      </span>
      <span className={styles.doubts} data-some={(page.doubts > 0 && page.state !== 'accepted') || undefined}>
        {page.doubts > 0
          ? t('doubts', { count: page.doubts })
          : page.state === 'raw' || page.state === 'failed'
            ? ''
            : t('noDoubts')}
      </span>
      <span className={styles.who}>
        {page.who}
        {page.who && <span className={styles.when}>{formatDay(page.updatedAt, Date.now(), shownLanguage)}</span>}
      </span>
    </div>
  );
});
