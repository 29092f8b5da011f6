import { CircleCheck, CircleSlash, Copy, X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CarriedMarks } from '#contract/desk.ts';
import type { TakenBack } from '#contract/intake.ts';
import { failureText } from '../../app/failure-text.ts';
import { formatRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, IconButton, ProgressBar } from '../../ui/index.ts';
import { BagKept, bagsOf, whatOfBag } from './bag-outcome.tsx';
import {
  cancelImport,
  currentImport,
  dismissImport,
  type ImportState,
  isRunning,
  subscribeImport,
} from './import-state.ts';
import styles from './intake.module.css';
import type { FileOutcome } from './send-files.ts';

/** More rows than anybody reads; the counts stay exact. */
const ROWS = 500;

interface ImportPanelProps {
  /** Where work fills the window it is a line below it, and covers nothing. */
  readonly isLine?: boolean;
}

/** What an import does, how far it is and what became of each file; stays until it is dismissed. */
export function ImportPanel({ isLine = false }: ImportPanelProps) {
  const { t } = useTranslation('intake');
  const state = useSyncExternalStore(subscribeImport, currentImport);
  if (!state) return null;
  const running = isRunning(state);
  return (
    <section className={isLine ? styles.line : styles.panel} aria-label={t('title')}>
      <header className={styles.head}>
        <h2>{t(`phases.${state.phase}`)}</h2>
        {running ? (
          <Button look="plain" size="small" onPress={cancelImport} isDisabled={state.phase === 'cancelling'}>
            {t('cancel')}
          </Button>
        ) : (
          <IconButton icon={X} size="small" label={t('dismiss')} onPress={dismissImport} />
        )}
      </header>
      {running && <RunningBar state={state} />}
      {state.phase === 'failed' && <p className={styles.summary}>{failureText(state.failure)}</p>}
      <p className={styles.summary} role="status">
        {!running && summary(state, t)}
      </p>
      {!isLine &&
        state.outcomes.map((outcome) => outcome.state === 'bag' && <BagKept key={outcome.path} bag={outcome} />)}
      {!isLine && <Outcomes outcomes={state.outcomes} running={running} />}
    </section>
  );
}

type Translate = ReturnType<typeof useTranslation<'intake'>>['t'];

function count(outcomes: readonly FileOutcome[], wanted: FileOutcome['state']): number {
  return outcomes.reduce((sum, { state }) => sum + (state === wanted ? 1 : 0), 0);
}

function summary({ outcomes, articles, phase }: ImportState, t: Translate): string {
  const imported = count(outcomes, 'imported');
  const known = count(outcomes, 'known');
  const refused = count(outcomes, 'refused') + count(outcomes, 'bag_refused');
  return [
    ...bagsOf(outcomes),
    imported > 0
      ? t('imported', { files: t('files', { count: imported }), articles: t('articles', { count: articles }) })
      : phase === 'failed' || outcomes.some(({ state }) => state === 'bag' || state === 'bag_refused')
        ? ''
        : t('importedNone'),
    known > 0 ? t('known', { count: known }) : '',
    refused > 0 ? t('refused', { count: refused }) : '',
    phase === 'failed' && imported > 0 ? t('kept') : '',
  ]
    .filter(Boolean)
    .join(t('join'));
}

function RunningBar({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation('intake');
  const seconds = useRemaining(state);
  const label =
    state.done < state.files || state.files === 0
      ? t('reading', { done: state.done, count: state.files })
      : t('separating', { count: state.pagesWaiting });
  return (
    <ProgressBar
      label={label}
      value={state.done}
      max={state.files}
      figures={
        seconds === null
          ? ''
          : seconds < 100
            ? t('remaining', { count: seconds })
            : t('remainingMinutes', { count: Math.round(seconds / 60) })
      }
    />
  );
}

/** Seconds left at the pace so far; null while that says nothing. */
function useRemaining({ startedAt, done, files }: ImportState): number | null {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const elapsed = (now - startedAt) / 1000;
  if (elapsed < 3 || done < 5 || done >= files) return null;
  return Math.max(1, Math.round((elapsed / done) * (files - done)));
}

interface OutcomesProps {
  readonly outcomes: readonly FileOutcome[];
  readonly running: boolean;
}

/** While it runs the last ones; then refusals first, they are what a person has to know, and each kind by name. */
function Outcomes({ outcomes, running }: OutcomesProps) {
  const { t } = useTranslation('intake');
  const back = useTranslation('takenBack').t;
  const shown = running
    ? outcomes.slice(-3).toReversed()
    : [...outcomes].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1)).slice(0, ROWS);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.outcomes}>
      {shown.map((outcome) => (
        <li key={`${outcome.state} ${outcome.path}`} className={styles.outcome} data-state={outcome.state}>
          <Mark state={outcome.state} />
          <span className={styles.path} title={outcome.path}>
            {outcome.path}
          </span>
          <span className={styles.what}>
            {outcome.state === 'imported' && outcome.page && !running ? (
              <a href={formatRoute({ screen: 'desk', source: outcome.source })}>{t('seePage')}</a>
            ) : (
              whatHappened(outcome, t, back)
            )}
          </span>
        </li>
      ))}
      {!running && outcomes.length > ROWS && (
        <li className={styles.more}>{t('more', { count: outcomes.length - ROWS })}</li>
      )}
    </ul>
  );
}

function rank({ state }: FileOutcome): number {
  return state === 'refused' || state === 'bag_refused' ? 0 : state === 'known' ? 1 : 2;
}

function Mark({ state }: { readonly state: FileOutcome['state'] }) {
  const Icon = state === 'refused' || state === 'bag_refused' ? CircleSlash : state === 'known' ? Copy : CircleCheck;
  return <Icon size={15} strokeWidth={1.6} aria-hidden />;
}

function whatHappened(outcome: FileOutcome, t: Translate, back: TranslateBack): string {
  if (outcome.state === 'refused') return t(`reasons.${outcome.reason}`);
  if (outcome.state === 'bag' || outcome.state === 'bag_refused') return whatOfBag(outcome);
  if (outcome.state === 'attached') return t('attached');
  if (outcome.state === 'structure') return t('structure', { count: outcome.pages });
  const cameBack = outcome.back ? sayBack(outcome.back, back) : '';
  if (outcome.state === 'known')
    return [t('knownAs', { name: outcome.knownAs }), cameBack].filter(Boolean).join(back('join'));
  if (cameBack) return cameBack;
  const notice = outcome.notices[0];
  if (notice) return t(`notices.${notice}`);
  if (outcome.marks)
    return t(outcome.marks.changed + outcome.marks.orphan > 0 ? 'marksAsk' : 'marksKept', marksOf(outcome.marks));
  return outcome.page ? t('page') : '';
}

type TranslateBack = ReturnType<typeof useTranslation<'takenBack'>>['t'];

/** Of a file that we exported: what of it was not here, and what is to be known of the rest. */
function sayBack({ marks, orphans, notices }: TakenBack, t: TranslateBack): string {
  return [
    marks > 0 ? t('marks', { count: marks }) : '',
    orphans > 0 ? t('orphans', { count: orphans }) : '',
    ...notices.map((notice) => t(`notices.${notice}`)),
  ]
    .filter(Boolean)
    .join(t('join'));
}

/** Of an earlier reading of the same file: how many there are, and how many of them wait for an answer. */
function marksOf({ kept, moved, changed, orphan }: CarriedMarks) {
  return { count: kept + moved + changed + orphan, asking: changed + orphan };
}
