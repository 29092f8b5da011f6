import { failureText } from '../../app/failure-text.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './export.module.css';
import { type Form, isOfHighlights } from './forms.ts';
import type { ExportProgress } from './use-export.ts';

interface OutcomeProps {
  readonly form: Form;
  readonly progress: ExportProgress;
  readonly refusal: unknown;
}

/** What came of it, in one sentence that is read aloud. */
export function Outcome({ form, progress, refusal }: OutcomeProps) {
  const { t } = useTranslation('export');
  const { phase, finished, filed, isStopped, isTrial, failure } = progress;
  return (
    <p role="status" className={styles.status}>
      {finished && (isTrial ? ofTrial(finished, t) : ofFolder(finished, t))}
      {filed && ofFile(form, filed, t)}
      {isStopped && t(form === 'markdown' && !isTrial ? 'stopped' : 'cancelled')}
      {phase === 'failed' && failure !== null && failureText(failure)}
      {refusal !== null && failureText(refusal)}
    </p>
  );
}

type Translate = ReturnType<typeof useTranslation<'export'>>['t'];

function ofFolder(finished: NonNullable<ExportProgress['finished']>, t: Translate): string {
  const parts = [
    finished.cancelled ? t('cancelled') : '',
    finished.written > 0 ? t('written', { count: finished.written }) : '',
    finished.unchanged > 0 ? t('unchanged', { count: finished.unchanged }) : '',
    finished.kept > 0 ? t('kept', { count: finished.kept }) : '',
    finished.missing > 0 ? t('missing', { count: finished.missing }) : '',
    finished.failed > 0 ? t('failed', { count: finished.failed }) : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(t('join')) : t('nothing');
}

/** What would be done; of files that stay as they are only how many. */
function ofTrial({ written, unchanged, kept, missing }: NonNullable<ExportProgress['finished']>, t: Translate): string {
  const parts = [
    written > 0 ? t('toWrite', { count: written }) : '',
    unchanged > 0 ? t('unchanged', { count: unchanged }) : '',
    kept > 0 ? t('toKeep', { count: kept }) : '',
    missing > 0 ? t('toMiss', { count: missing }) : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(t('join')) : t('nothing');
}

function ofFile(form: Form, filed: NonNullable<ExportProgress['filed']>, t: Translate): string {
  const { name, articles, highlights = 0, withheld = 0, pages = 0, left = 0 } = filed;
  const parts = [
    t('filed', { name, count: articles }),
    pages > 0 ? t('pages', { count: pages }) : '',
    left > 0 ? t('noPages', { count: left }) : '',
    isOfHighlights(form) ? t('marks', { count: highlights }) : '',
    withheld > 0 ? t('withheld', { count: withheld }) : '',
  ];
  return parts.filter(Boolean).join(t('join'));
}

/** What went wrong first, then what was kept, then what is gone. */
const ORDER = ['failed', 'kept', 'missing'];

/** Files that a person may have to look after, each with why. */
export function Remarks({ progress }: { readonly progress: ExportProgress }) {
  const { t } = useTranslation('export');
  const remarks = progress.remarks.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
  if (remarks.length === 0) return null;
  return (
    <ul className={styles.remarks}>
      {remarks.map((remark) => (
        <li key={remark.path}>
          <span className={styles.path}>{remark.path}</span>
          <span className={styles.why}>
            {remark.state === 'failed'
              ? t(`reasons.${remark.reason ?? 'other'}`)
              : remark.state === 'kept'
                ? remark.aside
                  ? t('keptAside', { name: nameOf(remark.aside) })
                  : t(`reasons.${remark.reason ?? 'other'}`)
                : t('missingFile')}
          </span>
        </li>
      ))}
      {progress.moreRemarks > 0 && <li className={styles.why}>{t('more', { count: progress.moreRemarks })}</li>}
    </ul>
  );
}

/** It lies beside the file that is named above it. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
