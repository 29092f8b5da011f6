import { memo } from 'react';
import { bandOf } from './band.ts';
import type { BlockKey, RawLine } from './page-model.ts';
import styles from './raw-page.module.css';

interface OverviewProps {
  readonly length: number;
  readonly lines: readonly RawLine[];
  readonly lit: BlockKey | null;
}

/** The page at a glance: which lines went to which article, and where the lit ones stand. */
export function Overview({ length, lines, lit }: OverviewProps) {
  return (
    <div className={styles.overview} aria-hidden="true">
      {lines.map((line) => (
        <Tick
          key={line.number}
          line={line}
          length={length}
          isLit={lit !== null && line.runs.some(({ block }) => block === lit)}
        />
      ))}
    </div>
  );
}

interface TickProps {
  readonly line: RawLine;
  readonly length: number;
  readonly isLit: boolean;
}

const Tick = memo(function Tick({ line, length, isLit }: TickProps) {
  const percent = (at: number) => `${(100 * at) / Math.max(1, length)}%`;
  return (
    <span
      className={styles.tick}
      data-band={bandOf(line.article)}
      data-lit={isLit || undefined}
      style={{ insetBlockStart: percent(line.start), blockSize: `max(2px, ${percent(line.end - line.start)})` }}
    />
  );
});
