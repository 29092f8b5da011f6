import { memo } from 'react';
import type { PositionBox, PositionPage } from '#contract/positions.ts';
import styles from './page-image.module.css';
import { isUpright } from './page-regions.ts';

interface DrawnPageProps {
  readonly page: PositionPage;
  readonly text: string;
}

/**
 * A page that has no picture, or none yet: each line set where it is printed, as wide as it is printed.
 */
export const DrawnPage = memo(function DrawnPage({ page, text }: DrawnPageProps) {
  return (
    <svg className={styles.drawn} viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden="true">
      {page.boxes
        .filter(({ kind, w, h }) => kind === 'line' && w > 0 && h > 0)
        .map((box) => (
          <text key={box.range[0]} {...setIn(box)}>
            {text.slice(...box.range)}
          </text>
        ))}
    </svg>
  );
});

function setIn(box: PositionBox) {
  const { x, y, w, h } = box;
  const lengthAdjust = 'spacingAndGlyphs';
  return isUpright(box)
    ? { x: x + w / 2, y, fontSize: w * 0.92, textLength: h, lengthAdjust, writingMode: 'vertical-rl' }
    : { x, y: y + h * 0.84, fontSize: h * 0.92, textLength: w, lengthAdjust };
}
