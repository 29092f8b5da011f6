import { type MouseEvent, memo } from 'react';
import type { DeskBlock, Doubt } from '#contract/desk.ts';
import { useTranslation } from '../../strings/index.ts';
import { BlockText, positionAt } from './block-text.tsx';
import styles from './clean.module.css';
import type { BlockKey } from './page-model.ts';
import { sourceAt } from './page-order.ts';
import type { DeskMoves } from './use-moves.ts';

interface CleanBlockProps {
  readonly block: DeskBlock;
  readonly text: string;
  readonly doubts: readonly Doubt[];
  readonly asked: Doubt | null;
  readonly caret: number | null;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly isLit: boolean;
  readonly isJoining: boolean;
  readonly onPoint: (block: BlockKey | null) => void;
  readonly moves: DeskMoves;
}

/** One block of an article. Many stand on a page: each is drawn again only when something about it changed. */
export const CleanBlock = memo(
  function CleanBlock({
    block,
    text,
    doubts,
    asked,
    caret,
    isCurrent,
    isChosen,
    isLit,
    isJoining,
    onPoint,
    moves,
  }: CleanBlockProps) {
    const { t } = useTranslation('desk');
    const seamOf = (doubt: Doubt | null) =>
      doubt?.kind === 'seam'
        ? (block.seams.find(({ at }) => `seam@${sourceAt(block, at)}` === doubt.id)?.at ?? null)
        : null;
    const doubtful = new Set(doubts.flatMap((doubt) => seamOf(doubt) ?? []));
    const other = doubts.find(({ kind }) => kind !== 'seam' && kind !== 'open_end');
    const endDoubt = doubts.find(({ kind }) => kind === 'open_end');

    function click(event: MouseEvent): void {
      const how = event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'only';
      moves.choose(block.place, how, 'clean');
      const at = event.target instanceof Element ? positionAt(event.target, event.clientX, event.clientY) : undefined;
      if (how === 'only' && at !== undefined && at > 0 && at < text.length) moves.setCaret(block.place, at);
    }

    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the window's keys move from block to block
      <div
        role="option"
        aria-selected={isChosen}
        tabIndex={isCurrent ? 0 : -1}
        className={styles.block}
        data-role={block.role}
        data-place={block.place}
        data-open={block.openEnd || undefined}
        data-lit={isLit || undefined}
        data-current={isCurrent || undefined}
        data-chosen={isChosen || undefined}
        data-joining={isJoining || undefined}
        // Not on entering: what comes to lie under a pointer that rests is not pointed at.
        onPointerMove={() => onPoint(block.place)}
        onPointerLeave={() => onPoint(null)}
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        onClick={click}
      >
        <span
          className={styles.role}
          data-doubt={other ? '' : undefined}
          data-asked={asked === other && other ? '' : undefined}
        >
          {block.role !== 'paragraph' ? t(`roles.${block.role}`) : other?.kind === 'role' ? t('place') : ''}
          {other && <span className={styles.query}>?</span>}
        </span>
        <span className={styles.words}>
          <BlockText text={text} seams={block.seams} doubtful={doubtful} asked={seamOf(asked)} caret={caret} />
          {block.openEnd && (
            <span
              className={styles.openEnd}
              data-doubt={endDoubt ? '' : undefined}
              data-asked={asked === endDoubt && endDoubt ? '' : undefined}
            >
              {t('openEnd')}
              {endDoubt && <span className={styles.query}>?</span>}
            </span>
          )}
        </span>
      </div>
    );
  },
  (before, next) =>
    before.block === next.block &&
    before.text === next.text &&
    before.asked === next.asked &&
    before.caret === next.caret &&
    before.isCurrent === next.isCurrent &&
    before.isChosen === next.isChosen &&
    before.isLit === next.isLit &&
    before.isJoining === next.isJoining &&
    before.doubts.length === next.doubts.length &&
    before.doubts.every((doubt, index) => doubt === next.doubts[index]),
);
