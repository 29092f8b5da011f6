import { Bookmark, EyeOff } from 'lucide-react';
import { memo } from 'react';
import type { ListedAnnotation } from '#contract/annotations.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { formatDay, formatEdtf } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { useMeanings } from '../annotations/index.ts';
import styles from './panel.module.css';

/** The quote in two lines, its note in one, and where it stands. */
export const ROW_SIZE = 98;

interface PanelRowProps {
  /** Undefined while its page is on the way. */
  readonly annotation: ListedAnnotation | undefined;
}

export const PanelRow = memo(function PanelRow({ annotation }: PanelRowProps) {
  const { t } = useTranslation('panel');
  const { titleOf } = useMeanings();
  const { shownLanguage } = useAppearance();
  if (!annotation) return <div className={styles.row} data-waiting />;
  const { kind, colour, state, quote, note, tags, confidential, articleTitle, createdAt } = annotation;
  return (
    <div className={styles.row} data-colour={kind === 'bookmark' ? 'bookmark' : colour}>
      <p className={styles.rowHead}>
        {kind === 'bookmark' && <Bookmark size={13} strokeWidth={1.8} aria-hidden />}
        <span className={styles.meaning}>{titleOf(annotation)}</span>
        {confidential && <EyeOff size={13} strokeWidth={1.8} role="img" aria-label={t('confidential')} />}
        {state !== 'exact' && <span className={styles.state}>{t(`states.${state}`)}</span>}
        <span className={styles.when}>{formatDay(createdAt, Date.now(), shownLanguage)}</span>
      </p>
      <p className={styles.quote} lang={textLanguage(quote.exact)} dir="auto">
        {quote.exact}
      </p>
      {note && (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
      <p className={styles.origin}>
        <span className={styles.article}>{articleTitle || t('untitled')}</span>
        <Origin annotation={annotation} />
        {tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            #{tag}
          </span>
        ))}
      </p>
    </div>
  );
});

/** Paper, day and page, as far as they are known. */
export function Origin({ annotation }: { readonly annotation: ListedAnnotation }) {
  const { t } = useTranslation('panel');
  const { shownLanguage } = useAppearance();
  const { publication, date, page } = annotation;
  const known = [publication, date && formatEdtf(date.edtf, shownLanguage), page && t('page', { page })];
  return <span>{known.filter((part) => part).join(' · ')}</span>;
}
