import { memo, type PointerEvent, type Ref, useRef } from 'react';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { bandOf } from './band.ts';
import { Overview } from './overview.tsx';
import type { BlockKey, RawLine } from './page-model.ts';
import styles from './raw-page.module.css';
import type { DeskMoves } from './use-moves.ts';

interface RawPageProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly text: string;
  readonly lines: readonly RawLine[];
  readonly lit: BlockKey | null;
  readonly current: BlockKey | null;
  readonly chosen: ReadonlySet<BlockKey>;
  readonly onPoint: (block: BlockKey | null) => void;
  readonly moves: Pick<DeskMoves, 'choose' | 'chooseAll'>;
}

/** The file as it came, numbered, with a band in the colour of the article each line went to, and the whole page small at its edge. */
export const RawPage = memo(function RawPage({ ref, text, lines, lit, current, chosen, onPoint, moves }: RawPageProps) {
  const { t } = useTranslation('desk');
  const from = useRef<number>(undefined);

  function draw(event: PointerEvent): void {
    onPoint(blockAt(event.target));
    const here = startAt(event.target);
    if (from.current === undefined || here === undefined || event.buttons !== 1) return;
    const [first = 0, last = 0] = [from.current, here].sort((one, other) => one - other);
    const runs = lines.flatMap((line) => line.runs).filter((run) => run.start >= first && run.start <= last);
    const blocks = [...new Set(runs.flatMap((run) => run.block ?? []))];
    if (blocks.length > 1) moves.chooseAll(here < from.current ? blocks.toReversed() : blocks);
  }

  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
      <div
        ref={ref}
        role="group"
        aria-label={t('raw')}
        aria-activedescendant={current === null ? undefined : runId(current)}
        className={styles.lines}
        lang={textLanguage(text)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys go from block to block
        tabIndex={0}
        onPointerDown={(event) => {
          from.current = startAt(event.target);
          const block = blockAt(event.target);
          if (block === null || event.button !== 0) return;
          moves.choose(block, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'only', 'raw');
        }}
        onPointerMove={draw}
        onPointerUp={() => {
          from.current = undefined;
        }}
        onPointerLeave={() => onPoint(null)}
      >
        {lines.map((line, index) => (
          <Line
            key={line.number}
            line={line}
            text={text.slice(line.start, line.end)}
            isFirst={lines[index - 1]?.article !== line.article}
            states={statesOf(line, lit, chosen)}
            current={line.runs.some(({ block }) => block === current) ? current : null}
          />
        ))}
      </div>
      <Overview length={text.length} lines={lines} lit={lit} />
    </div>
  );
});

function runId(block: BlockKey): string {
  return `raw-${block}`;
}

/** One character for each run of the line: pointed at, chosen, both or neither. */
function statesOf(line: RawLine, lit: BlockKey | null, chosen: ReadonlySet<BlockKey>): string {
  return line.runs
    .map(({ block }) => (block === null ? 0 : (block === lit ? 1 : 0) + (chosen.has(block) ? 2 : 0)))
    .join('');
}

function runAt(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
}
function blockAt(target: EventTarget): BlockKey | null {
  const place = runAt(target)?.dataset.place;
  return place === undefined ? null : Number(place);
}
function startAt(target: EventTarget): number | undefined {
  const start = runAt(target)?.dataset.start;
  return start === undefined ? undefined : Number(start);
}

interface LineProps {
  readonly line: RawLine;
  readonly text: string;
  /** The line above went elsewhere: the number of the article stands in the band. */
  readonly isFirst: boolean;
  readonly states: string;
  readonly current: BlockKey | null;
}

const Line = memo(function Line({ line, text, isFirst, states, current }: LineProps) {
  const { t } = useTranslation('desk');
  return (
    <div className={styles.line} data-band={bandOf(line.article)} data-lit={/[123]/.test(states) || undefined}>
      <span className={styles.number} aria-hidden="true">
        {line.number}
      </span>
      <span className={styles.band} data-first={isFirst || undefined} aria-hidden="true">
        {isFirst && line.article !== null && <span className={styles.mark}>{line.article + 1}</span>}
      </span>
      <p>
        {line.runs.map((run, index) => (
          <span
            key={run.start}
            id={run.block !== null && run.start === run.block ? runId(run.block) : undefined}
            className={styles.run}
            data-band={bandOf(run.article)}
            data-place={run.block ?? undefined}
            data-start={run.start}
            data-dropped={run.dropped ?? undefined}
            data-lit={/[13]/.test(states[index] ?? '') || undefined}
            data-chosen={/[23]/.test(states[index] ?? '') || undefined}
            data-current={(run.block !== null && run.block === current) || undefined}
            title={run.dropped ? t(run.dropped) : undefined}
          >
            {text.slice(run.start - line.start, run.end - line.start)}
          </span>
        ))}
      </p>
    </div>
  );
});
