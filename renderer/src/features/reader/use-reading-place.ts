import { useEffect, useRef } from 'react';
import type { Article } from '#contract/articles.ts';
import { archive } from '../../api/index.ts';
import {
  isVertical,
  positionOf,
  rangesOf,
  scrollAlong,
  scrolled,
  stretchOf,
  viewLength,
} from '../annotations/index.ts';

/** Told this long after the last movement. */
const QUIET_MILLISECONDS = 500;
/** Who leaves sooner has not begun to read. */
const GLANCE_MILLISECONDS = 1_500;
/** The line that one reads is about this far from where the view begins. */
const READING_LINE = 48;

interface Paper {
  readonly article: Article;
  readonly blocks: readonly HTMLElement[];
  readonly text: HTMLElement | null;
  readonly scroller: HTMLElement | null;
  /** The address names a place in the article: that is where to begin, not where reading stopped. */
  readonly isPlaced: boolean;
}

/** Takes one back to where reading stopped, and remembers where it stops. */
export function useReadingPlace({ article, blocks, text, scroller, isPlaced }: Paper): void {
  const { id } = article;
  const last = useRef({ id, position: article.readingPosition });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when an article opens or is set anew; later positions come from here
  useEffect(() => {
    if (last.current.id !== id) last.current = { id, position: article.readingPosition };
    const { position } = last.current;
    if (!scroller || isPlaced || position === 0 || position >= article.body.length) return;
    const [range] = rangesOf(blocks, { start: position, end: position + 1 });
    if (!range) return;
    scrollAlong(scroller, stretchOf(scroller, range.getBoundingClientRect()).start - READING_LINE);
  }, [id, scroller, blocks]);

  useEffect(() => {
    if (!scroller || !text) return;
    let timer: ReturnType<typeof setTimeout>;
    let told: number | undefined;
    function tell(): void {
      if (!scroller || !text) return;
      const place = placeNow(blocks, text, scroller);
      if (place === undefined || place.position === told) return;
      told = place.position;
      last.current = { id, position: told };
      // Where reading stopped is a convenience: that it could not be kept is nothing to interrupt reading for.
      archive.articles.setReadingPosition({ id, ...place }).catch(() => undefined);
    }
    function onScroll(): void {
      clearTimeout(timer);
      timer = setTimeout(tell, QUIET_MILLISECONDS);
    }
    timer = setTimeout(tell, GLANCE_MILLISECONDS);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [id, blocks, text, scroller]);
}

function placeNow(
  blocks: readonly HTMLElement[],
  text: HTMLElement,
  scroller: HTMLElement,
): { position: number; isAtEnd: boolean } | undefined {
  const view = scroller.getBoundingClientRect();
  const page = text.getBoundingClientRect();
  const isAtEnd = stretchOf(scroller, page).end <= viewLength(scroller) + READING_LINE;
  if (scrolled(scroller) < READING_LINE) return { position: 0, isAtEnd };
  const caret = isVertical(scroller)
    ? document.caretPositionFromPoint(view.right - READING_LINE, page.top + 4)
    : document.caretPositionFromPoint(page.left + 4, view.top + READING_LINE);
  const position =
    caret && text.contains(caret.offsetNode) ? positionOf(blocks, caret.offsetNode, caret.offset) : undefined;
  return position === undefined ? undefined : { position, isAtEnd };
}
