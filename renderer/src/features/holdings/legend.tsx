import { useTranslation } from '../../strings/index.ts';
import styles from './holdings-pane.module.css';
import day from './month-grid.module.css';

const SHADES = ['one', 'few', 'many', 'all'] as const;

/** What the shades and lines of the days mean. */
export function Legend() {
  const { t } = useTranslation('holdings');
  return (
    <p className={styles.legend}>
      <span>
        <Sample isMissing />
        {t('legend.missing')}
      </span>
      {SHADES.map((shade, at) => (
        <span key={shade}>
          <Sample full={at + 1} />
          {t(`legend.${shade}`)}
        </span>
      ))}
      <span>
        <Sample full={1} isMarked />
        {t('legend.marked')}
      </span>
    </p>
  );
}

interface SampleProps {
  readonly full?: number;
  readonly isMissing?: true;
  readonly isMarked?: true;
}

function Sample({ full, isMissing, isMarked }: SampleProps) {
  return (
    <span className={styles.sample} aria-hidden>
      <span className={day.day} data-full={full} data-missing={isMissing} data-marked={isMarked} />
    </span>
  );
}
