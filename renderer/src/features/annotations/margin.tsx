import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import type { AnnotationId } from '#contract/ids.ts';
import { useTranslation } from '../../strings/index.ts';
import { Card, cardId } from './card.tsx';
import styles from './margin.module.css';
import { useMeanings } from './meanings.ts';
import { placeCards } from './place-cards.ts';
import { blocksUnder, rangesOf } from './text-places.ts';
import { useMarksInView } from './use-marks-in-view.ts';

const NONE: readonly Annotation[] = [];
const GAP = 6;
/** A card's head stands on the line of its words. */
const RISE = 4;

interface MarginProps {
  readonly annotations: readonly Annotation[];
  readonly blocks: readonly HTMLElement[];
  readonly scroller: HTMLElement;
  /** What positions are counted from: text and margin scroll with it. */
  readonly sheet: HTMLElement;
  /** Without room for a margin only the active card is shown, under its words. */
  readonly isWide: boolean;
  /** Lines are columns: cards stand under them, one to the left of the other. */
  readonly isVertical: boolean;
  /** Changes whenever lines may have moved: type, measure, width. */
  readonly layoutKey: string;
  readonly active: AnnotationId | undefined;
  readonly writing: AnnotationId | undefined;
  /** Both stay the same from one drawing to the next: a card is drawn again only when it changed. */
  readonly onActivate: (annotation: Annotation) => void;
  readonly onWrite: (annotation: Annotation, isWriting: boolean) => void;
}

/** Cards beside their lines. */
export function Margin(props: MarginProps) {
  const { annotations, blocks, scroller, sheet, isWide, isVertical, layoutKey, active, writing, onActivate, onWrite } =
    props;
  const { t } = useTranslation('annotations');
  const { titleOf } = useMeanings();
  const list = useRef<HTMLOListElement>(null);
  const near = useMarksInView(annotations, blocks, scroller, active);
  const shown = useMemo(() => (isWide ? near : near.filter(({ id }) => id === active)), [isWide, near, active]);
  const spoken = isWide ? NONE : near.filter(({ id }) => id !== active);

  // Each marked paragraph points to its marks: the paint says nothing to whoever does not see it. With the cards in one
  // frame: each change of the page has all marks in view drawn again.
  const told = useRef(new Map<Element, string>());
  useLayoutEffect(() => {
    const details = new Map<Element, string>();
    for (const { id, quote, state } of near) {
      if (state === 'orphan') continue;
      for (const block of blocksUnder(blocks, quote)) {
        const before = details.get(block);
        details.set(block, before ? `${before} ${cardId(id)}` : cardId(id));
      }
    }
    for (const block of told.current.keys()) if (!details.has(block)) block.removeAttribute('aria-details');
    for (const [block, ids] of details) {
      if (told.current.get(block) !== ids) block.setAttribute('aria-details', ids);
    }
    told.current = details;
  }, [near, blocks]);
  useEffect(
    () => () => {
      for (const block of told.current.keys()) block.removeAttribute('aria-details');
      told.current.clear();
    },
    [],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: what moves lines without passing here is told by layoutKey
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    let sizes = '';
    const sizesNow = () => [sheet, ...(element?.children ?? [])].map(sizeOf).join(' ');
    function place(): void {
      if (!element) return;
      const { top, right } = sheet.getBoundingClientRect();
      const origin = isVertical ? -right : top;
      const cards = [...element.children].map((child, index) => {
        const annotation = shown[index];
        return {
          wanted: Math.max(
            0,
            annotation ? lineOf(blocks, annotation, isWide, isVertical) - origin - (isWide ? RISE : -8) : 0,
          ),
          height: isVertical ? (child as HTMLElement).offsetWidth : (child as HTMLElement).offsetHeight,
        };
      });
      const chosen = shown.findIndex(({ id }) => id === active);
      // Written here and not drawn: a card that is new stands where it belongs at once, without being drawn twice.
      placeCards(cards, GAP, chosen < 0 ? undefined : chosen).forEach((top, index) => {
        const child = element.children[index];
        if (child instanceof HTMLElement) child.style.insetBlockStart = `${Math.round(top * 2) / 2}px`;
      });
    }
    place();
    sizes = sizesNow();
    const observer = new ResizeObserver(() => {
      // Its first report, of what was placed a moment ago, says nothing new.
      if (sizes === sizesNow()) return;
      place();
      sizes = sizesNow();
    });
    for (const child of element.children) observer.observe(child);
    observer.observe(sheet);
    return () => observer.disconnect();
  }, [shown, blocks, sheet, isWide, isVertical, active, writing, layoutKey]);

  return (
    <>
      {spoken.length > 0 && (
        <ol className={styles.spoken} aria-label={t('margin')}>
          {spoken.map((annotation) => (
            <li key={annotation.id} id={cardId(annotation.id)}>
              {titleOf(annotation)} {annotation.quote.exact.slice(0, 80)} {annotation.note.slice(0, 200)}
            </li>
          ))}
        </ol>
      )}
      {isWide && near.length < annotations.length && (
        <p className={styles.many}>{t('many', { count: annotations.length, shown: near.length })}</p>
      )}
      {shown.length > 0 && (
        <ol
          ref={list}
          className={styles.margin}
          data-narrow={!isWide || undefined}
          data-vertical={isVertical || undefined}
          data-many={near.length < annotations.length || undefined}
          aria-label={t('margin')}
        >
          {shown.map((annotation) => (
            <li key={annotation.id} className={styles.place} data-active={annotation.id === active || undefined}>
              <Card
                annotation={annotation}
                meaning={titleOf(annotation)}
                isActive={annotation.id === active}
                isWriting={annotation.id === writing}
                onActivate={onActivate}
                onWrite={onWrite}
              />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function sizeOf(element: Element): string {
  const { offsetWidth, offsetHeight } = element as HTMLElement;
  return `${offsetWidth}x${offsetHeight}`;
}

/** The beginning of the mark's first line, or the end of its last one, in the window; columns are counted leftwards. */
function lineOf(blocks: readonly HTMLElement[], annotation: Annotation, isFirst: boolean, isVertical: boolean): number {
  const ranges = annotation.state === 'orphan' ? [] : rangesOf(blocks, annotation.quote);
  const rects = isFirst ? ranges[0]?.getClientRects() : ranges.at(-1)?.getClientRects();
  const rect = rects?.[isFirst ? 0 : rects.length - 1];
  if (!rect) return 0;
  if (isVertical) return isFirst ? -rect.right : -rect.left;
  return isFirst ? rect.top : rect.bottom;
}
