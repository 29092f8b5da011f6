import type { QueryProblem } from '#contract/search.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './search.module.css';

interface ProblemsProps {
  readonly problems: readonly QueryProblem[];
  readonly text: string;
}

/** What could not be understood and where; the rest was answered. */
export function Problems({ problems, text }: ProblemsProps) {
  const { t } = useTranslation('search');
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {problems.map(({ code, at }) => (
        <li key={`${code} ${at.start}`}>
          {t(`problems.${code}`)}
          {at.end > at.start && <q className={styles.part}>{text.slice(at.start, at.end)}</q>}
        </li>
      ))}
    </ul>
  );
}
