import { CircleSlash } from 'lucide-react';
import { i18next, useTranslation } from '../../strings/index.ts';
import styles from './intake.module.css';
import type { FileOutcome } from './send-files.ts';

type TakenIn = Extract<FileOutcome, { state: 'bag' }>;

/** What came of each bag, for the sentence about the whole import. */
export function bagsOf(outcomes: readonly FileOutcome[]): string[] {
  const intake = i18next.getFixedT(null, 'intake');
  const t = i18next.getFixedT(null, 'bags');
  return outcomes.flatMap((outcome) => {
    if (outcome.state !== 'bag') return [];
    const { sources, articles, highlights, known, kept, keptHighlights } = outcome;
    const isIdle = sources + highlights + kept.length + keptHighlights === 0;
    const taken = () =>
      t('taken', {
        files: intake('files', { count: sources }),
        articles: intake('articles', { count: articles }),
        marks: t('marks', { count: highlights }),
      });
    return [isIdle ? t('nothingNew') : taken(), known > 0 ? intake('known', { count: known }) : ''];
  });
}

/** Beside its name in the list. */
export function whatOfBag(outcome: Extract<FileOutcome, { state: 'bag' | 'bag_refused' }>): string {
  const t = i18next.getFixedT(null, 'bags');
  return outcome.state === 'bag' ? t('whole') : t(`reasons.${outcome.reason}`, { file: outcome.file });
}

/** What of a bag stayed as it is here, named. */
export function BagKept({ bag }: { readonly bag: TakenIn }) {
  const { t } = useTranslation('bags');
  if (bag.kept.length + bag.keptHighlights === 0) return null;
  return (
    <ul className={styles.outcomes}>
      {bag.kept.map(({ name, reason }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list does not change
        <li key={`${at} ${name}`} className={styles.outcome} data-state="kept">
          <CircleSlash size={15} strokeWidth={1.6} aria-hidden />
          <span className={styles.path} title={name}>
            {name}
          </span>
          <span className={styles.what}>{t(`kept.${reason}`)}</span>
        </li>
      ))}
      {bag.keptHighlights > 0 && <li className={styles.more}>{t('keptMarks', { count: bag.keptHighlights })}</li>}
    </ul>
  );
}
