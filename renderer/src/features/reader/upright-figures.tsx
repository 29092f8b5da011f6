import type { ReactNode } from 'react';
import styles from './article-text.module.css';

/** One or two figures that stand for themselves: not part of a longer number, of a decimal, a date with dashes or a word. */
const SHORT = /(?<![A-Za-z0-9.,:/%~–-])[0-9]{1,2}(?![A-Za-z0-9.,:/%°~–-])/g;

/**
 * Text for vertical setting: short figures stand upright in the square of one character (縦中横). The browser can do so
 * for whole elements only, so they are elements; longer ones lie on their side, as in print.
 */
export function uprightFigures(text: string): ReactNode {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { index, 0: figures } of text.matchAll(SHORT)) {
    if (index > from) parts.push(text.slice(from, index));
    parts.push(
      <span key={index} className={styles.upright}>
        {figures}
      </span>,
    );
    from = index + figures.length;
  }
  if (parts.length === 0) return text;
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
