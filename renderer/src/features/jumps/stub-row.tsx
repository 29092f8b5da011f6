import { memo } from 'react';
import type { JumpStub } from '#contract/jumps.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { formatEdtf } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './jumps.module.css';

export const ROW_SIZE = 56;

/** One end: the story, its day and page, and where it goes on. */
export const StubRow = memo(function StubRow({ stub }: { readonly stub: JumpStub | undefined }) {
  const { t } = useTranslation('jumps');
  const { shownLanguage } = useAppearance();
  if (!stub) return <div className={styles.row} />;
  const { title, publication, date, page, direction, toPage, candidates } = stub;
  return (
    <div className={styles.row} data-open={candidates.length === 0 || undefined}>
      <span className={styles.name} title={title}>
        {title || t('untitled')}
      </span>
      <span className={styles.way}>{t(direction, { page: toPage ?? '？' })}</span>
      <span className={styles.origin}>
        {[publication, date && formatEdtf(date.edtf, shownLanguage), page && t('page', { page })]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={styles.state}>
        {candidates.length === 0 ? t('open') : t('candidates', { count: candidates.length })}
      </span>
    </div>
  );
});
