import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** Without a maximum the bar only shows that work goes on. */
  readonly value?: number;
  readonly max?: number;
  /** What stands at the right: `120 / 400`, `12 MB`. */
  readonly figures?: string;
}

export function ProgressBar({ label, value, max, figures }: ProgressBarProps) {
  const isKnown = value !== undefined && max !== undefined && max > 0;
  return (
    <AriaProgressBar
      className={styles.progress}
      isIndeterminate={!isKnown}
      {...(isKnown ? { value: Math.min(value, max), maxValue: max } : {})}
      {...(figures ? { valueLabel: figures } : {})}
    >
      {({ percentage, valueText }) => (
        <>
          <span className={styles.line}>
            <Label>{label}</Label>
            {(figures || isKnown) && <span className={styles.figures}>{figures ?? valueText}</span>}
          </span>
          <span className={styles.track} data-unknown={!isKnown || undefined}>
            <span className={styles.fill} style={{ inlineSize: isKnown ? `${percentage}%` : '30%' }} />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}
