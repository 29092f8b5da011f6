import { memo, type Ref } from 'react';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { bandOf } from './band.ts';
import styles from './desk.module.css';
import type { BlockKey, RawLine } from './page-model.ts';

interface RawPageProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly text: string;
  readonly lines: readonly RawLine[];
  readonly lit: BlockKey | null;
  readonly onPoint: (block: BlockKey | null) => void;
  readonly onChoose: (block: BlockKey) => void;
}

/** The file as it came, numbered, with a band in the colour of the article each line went to, and the whole page small at its edge. */
export function RawPage({ ref, text, lines, lit, onPoint, onChoose }: RawPageProps) {
  return (
    <div className={styles.rawFrame}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the paragraphs on the other side take the focus and do the same */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing only lights what they light as well */}
      <div
        ref={ref}
        className={styles.rawLines}
        lang={textLanguage(text)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        onPointerOver={(event) => onPoint(blockAt(event.target))}
        onPointerLeave={() => onPoint(null)}
        onClick={(event) => {
          const block = blockAt(event.target);
          if (block) onChoose(block);
        }}
      >
        {lines.map((line) => (
          <Line key={line.number} line={line} text={text.slice(line.start, line.end)} lit={litIn(line, lit)} />
        ))}
      </div>
      <Overview length={text.length} lines={lines} lit={lit} />
    </div>
  );
}

function litIn(line: RawLine, lit: BlockKey | null): BlockKey | null {
  return lit !== null && line.runs.some(({ block }) => block === lit) ? lit : null;
}

function blockAt(target: EventTarget): BlockKey | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-block]') : null;
  return (element?.dataset.block as BlockKey | undefined) ?? null;
}

interface LineProps {
  readonly line: RawLine;
  readonly text: string;
  readonly lit: BlockKey | null;
}

const Line = memo(function Line({ line, text, lit }: LineProps) {
  const { t } = useTranslation('desk');
  return (
    <div className={styles.line} data-band={bandOf(line.article)} data-lit={lit !== null || undefined}>
      <span className={styles.number} aria-hidden="true">
        {line.number}
      </span>
      <p>
        {line.runs.map((run) => (
          <span
            key={run.start}
            className={styles.run}
            data-block={run.block ?? undefined}
            data-dropped={run.dropped ?? undefined}
            data-lit={(run.block !== null && run.block === lit) || undefined}
            title={run.dropped ? t(run.dropped) : undefined}
          >
            {text.slice(run.start - line.start, run.end - line.start)}
          </span>
        ))}
      </p>
    </div>
  );
});

interface OverviewProps {
  readonly length: number;
  readonly lines: readonly RawLine[];
  readonly lit: BlockKey | null;
}

/** The page at a glance: which lines went to which article, and where the lit ones stand. */
function Overview({ length, lines, lit }: OverviewProps) {
  const percent = (at: number) => `${(100 * at) / Math.max(1, length)}%`;
  return (
    <div className={styles.overview} aria-hidden="true">
      {lines.map((line) => (
        <span
          key={line.number}
          className={styles.tick}
          data-band={bandOf(line.article)}
          data-lit={litIn(line, lit) !== null || undefined}
          style={{ insetBlockStart: percent(line.start), blockSize: `max(2px, ${percent(line.end - line.start)})` }}
        />
      ))}
    </div>
  );
}
