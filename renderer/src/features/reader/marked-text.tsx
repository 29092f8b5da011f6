import type { ReactNode } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import type { Block } from '#contract/articles.ts';
import styles from './marked-text.module.css';
import { runsOf } from './print-runs.ts';
import { uprightFigures } from './upright-figures.tsx';

interface MarkedTextProps {
  readonly block: Block;
  readonly body: string;
  readonly marks: readonly Annotation[];
  readonly numbered: readonly Annotation[];
  readonly isVertical: boolean;
}

/** A block's words with its marks as elements: where nothing is placed by position, on paper and beside another article. */
export function MarkedText({ block, body, marks, numbered, isVertical }: MarkedTextProps) {
  return runsOf(block.span, marks, numbered).map((run) => (
    <span key={run.start}>
      {run.marks.reduce<ReactNode>(
        (words, mark) => (
          <mark key={mark.id} className={styles.mark} data-colour={mark.colour}>
            {words}
          </mark>
        ),
        wordsOf(body.slice(run.start, run.end), isVertical),
      )}
      {run.notes.map((number) => (
        <sup key={number} className={styles.number}>
          {number}
        </sup>
      ))}
    </span>
  ));
}

function wordsOf(text: string, isVertical: boolean): ReactNode {
  return isVertical ? uprightFigures(text) : text;
}
