import { Fragment } from 'react';
import type { DeskBlock } from '#contract/desk.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './clean.module.css';

interface BlockTextProps {
  readonly text: string;
  readonly seams: DeskBlock['seams'];
  /** Positions of the seams that are in doubt, and of the one that is asked about. */
  readonly doubtful: ReadonlySet<number>;
  readonly asked: number | null;
  readonly caret: number | null;
}

/** The words of a block with its seams marked, and the caret where it would be cut. */
export function BlockText({ text, seams, doubtful, asked, caret }: BlockTextProps) {
  const { t } = useTranslation('desk');
  const marks = [...new Set([...seams.map(({ at }) => at), ...(caret === null ? [] : [caret])])].sort((a, b) => a - b);
  const starts = [0, ...marks];
  const seamsAt = new Set(seams.map(({ at }) => at));
  return starts.map((start, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no other name, and no state
    <Fragment key={index}>
      {index > 0 && seamsAt.has(start) && (
        <span
          className={styles.seam}
          data-seam={start}
          data-doubt={doubtful.has(start) || undefined}
          data-asked={asked === start || undefined}
          title={t('seam')}
        />
      )}
      {index > 0 && caret === start && <span className={styles.caret} data-caret="" />}
      <span data-from={start}>{text.slice(start, starts[index + 1])}</span>
    </Fragment>
  ));
}

/** The position in the block's text of a click: on a seam, the seam; on the words, between two of their characters. */
export function positionAt(target: Element, x: number, y: number): number | undefined {
  const seam = target.closest<HTMLElement>('[data-seam]')?.dataset.seam;
  if (seam !== undefined) return Number(seam);
  const place = document.caretPositionFromPoint(x, y);
  const from = place?.offsetNode.parentElement?.closest<HTMLElement>('[data-from]');
  return place && from ? Number(from.dataset.from) + place.offset : undefined;
}
