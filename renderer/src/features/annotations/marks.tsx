import { useCallback, useEffect, useState } from 'react';
import type { Annotation, HighlightColour } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId, Span } from '#contract/ids.ts';
import { useCommands } from '../../app/commands.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { notify } from '../../ui/index.ts';
import { COLOURS } from './colours.ts';
import { Margin } from './margin.tsx';
import styles from './marks.module.css';
import { marksAt, paintMarks } from './paint.ts';
import { bringIntoView, isVertical } from './reading-way.ts';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { rangesOf, selectedSpan } from './text-places.ts';
import { createHighlight, removeAnnotation, useAnnotations } from './use-annotations.ts';
import { useCaret } from './use-caret.ts';
import { useSelectedSpan } from './use-selected-span.ts';

interface MarksProps {
  readonly article: ArticleId;
  /** The article's blocks, its element, what scrolls it, and what text and margin stand in. */
  readonly blocks: readonly HTMLElement[];
  readonly text: HTMLElement;
  readonly sheet: HTMLElement;
  readonly scroller: HTMLElement;
  readonly isWide: boolean;
  readonly layoutKey: string;
  /** The highlight that the address names. */
  readonly shown: AnnotationId | undefined;
}

/** Everything that marks an article: paint, the toolbar of a selection, cards in the margin, and their keys. */
export function Marks({ article, blocks, text, sheet, scroller, isWide, layoutKey, shown }: MarksProps) {
  const { t } = useTranslation('annotations');
  const annotations = useAnnotations(article);
  const [active, setActive] = useState<AnnotationId>();
  const [writing, setWriting] = useState<AnnotationId>();
  const selected = useSelectedSpan(text, blocks);
  const caret = useCaret(blocks, sheet, scroller);

  useEffect(() => paintMarks(blocks, annotations, active), [blocks, annotations, active]);

  const reveal = useCallback(
    (annotation: Annotation) => {
      setActive(annotation.id);
      bringIntoView(scroller, rangesOf(blocks, annotation.quote)[0]?.getBoundingClientRect(), 60);
    },
    [blocks, scroller],
  );

  const [cameTo, setCameTo] = useState<AnnotationId>();
  useEffect(() => {
    if (shown === undefined) setCameTo(undefined);
    const annotation = annotations.find(({ id }) => id === shown);
    // For a moment after another article opened the blocks are still those of the one before.
    if (!annotation || cameTo === annotation.id || !blocks[0]?.isConnected) return;
    setCameTo(annotation.id);
    reveal(annotation);
  }, [annotations, blocks, shown, cameTo, reveal]);

  // A click on painted words makes their mark active; again, the next of several on the same words.
  useEffect(() => {
    function onClick(event: MouseEvent): void {
      if (!getSelection()?.isCollapsed) return;
      const here = marksAt(event.clientX, event.clientY);
      setActive((before) => (before ? here[here.indexOf(before) + 1] : here[0]));
    }
    text.addEventListener('click', onClick);
    return () => text.removeEventListener('click', onClick);
  }, [text]);

  // Whoever goes to another pane has left the mark: Delete there means what is chosen there.
  useEffect(() => {
    const leave = ({ target }: FocusEvent) => {
      const pane = target instanceof Element ? target.closest('[data-pane]') : null;
      if (pane && !pane.contains(scroller)) setActive(undefined);
    };
    document.addEventListener('focusin', leave);
    return () => document.removeEventListener('focusin', leave);
  }, [scroller]);

  async function highlight(colour: HighlightColour, span: Span): Promise<AnnotationId | undefined> {
    getSelection()?.removeAllRanges();
    caret.end();
    const annotation = await createHighlight(article, span, colour);
    if (annotation) setActive(annotation.id);
    return annotation?.id;
  }

  async function writeNote(): Promise<void> {
    const span = selectedSpan(text, blocks);
    const id = span ? await highlight('fact', span) : active;
    if (id) setWriting(id);
  }

  function step(by: 1 | -1): void {
    const placed = annotations.filter(({ state }) => state !== 'orphan');
    const here = placed.findIndex(({ id }) => id === active);
    const next = placed[here < 0 ? (by > 0 ? 0 : placed.length - 1) : here + by];
    if (next) reveal(next);
  }

  const hasNone = annotations.length === 0;
  useCommands([
    ...COLOURS.map((colour, index) => ({
      id: `mark.${colour}`,
      section: 'mark' as const,
      text: t('commands.highlight', { colour: t(`colours.${colour}`) }),
      keys: [String(index + 1)],
      run: () => {
        const span = selectedSpan(text, blocks);
        if (span) void highlight(colour, span);
      },
    })),
    { id: 'mark.note', section: 'mark', text: t('commands.note'), keys: ['e'], run: () => void writeNote() },
    { id: 'mark.caret', section: 'mark', text: t('commands.caret'), keys: ['v'], run: caret.begin },
    {
      id: 'mark.sentence',
      section: 'mark',
      text: t('commands.sentence'),
      keys: ['s'],
      run: () => caret.select('sentence'),
    },
    {
      id: 'mark.paragraph',
      section: 'mark',
      text: t('commands.paragraph'),
      keys: ['p'],
      run: () => caret.select('block'),
    },
    { id: 'mark.next', section: 'mark', text: t('commands.next'), keys: [']'], isOff: hasNone, run: () => step(1) },
    {
      id: 'mark.previous',
      section: 'mark',
      text: t('commands.previous'),
      keys: ['['],
      isOff: hasNone,
      run: () => step(-1),
    },
    {
      id: 'mark.remove',
      section: 'mark',
      text: t('commands.remove'),
      keys: ['Delete'],
      isFirst: true,
      isOff: active === undefined,
      run: () => {
        if (active) void removeAnnotation(article, active);
        setActive(undefined);
      },
    },
    {
      id: 'mark.panel',
      section: 'mark',
      text: t('inPanel'),
      keys: ['m'],
      isFirst: true,
      isOff: active === undefined,
      run: () => active && go({ screen: 'notes', note: active }),
    },
    {
      id: 'mark.leave',
      section: 'mark',
      text: t('commands.leave'),
      keys: ['Escape'],
      isOff: active === undefined && !caret.isOn && selected === undefined,
      run: () => {
        getSelection()?.removeAllRanges();
        caret.end();
        setActive(undefined);
      },
    },
  ]);

  return (
    <>
      {selected && (
        <SelectionToolbar
          place={toolbarPlace(blocks, selected, sheet, scroller)}
          onHighlight={(colour) => void highlight(colour, selected)}
          onNote={() => void writeNote()}
          onCopy={() => {
            void navigator.clipboard.writeText(getSelection()?.toString() ?? '');
            notify({ text: t('copied') });
          }}
        />
      )}
      {caret.isOn && caret.place && (
        <span
          className={styles.caret}
          style={{
            left: caret.place.x,
            top: caret.place.y,
            width: caret.place.width || undefined,
            height: caret.place.height || undefined,
          }}
        />
      )}
      {caret.isOn && (
        <p className={styles.hint} role="status">
          {t('caretHint')}
        </p>
      )}
      <Margin
        annotations={annotations}
        blocks={blocks}
        sheet={sheet}
        isWide={isWide}
        isVertical={isVertical(scroller)}
        layoutKey={layoutKey}
        active={active}
        writing={writing}
        onActivate={setActive}
        onWrite={setWriting}
      />
    </>
  );
}

const TOOLBAR_WIDTH = 272;
const TOOLBAR_ROOM = 56;

/** Above the first selected line, inside the sheet; under the last one where the first is at the top of the view. */
function toolbarPlace(blocks: readonly HTMLElement[], span: Span, sheet: HTMLElement, scroller: HTMLElement) {
  return isVertical(scroller)
    ? placeByColumns(blocks, span, sheet, scroller)
    : placeByLines(blocks, span, sheet, scroller);
}

/** Under the selected columns, or above them; beside the last one where they fill the view from top to bottom. */
function placeByColumns(blocks: readonly HTMLElement[], span: Span, sheet: HTMLElement, scroller: HTMLElement) {
  const view = scroller.getBoundingClientRect();
  const origin = sheet.getBoundingClientRect();
  const rects = rangesOf(blocks, span)
    .flatMap((range) => [...range.getClientRects()])
    .filter(({ left, right }) => right > view.left && left < view.right);
  const top = Math.min(...rects.map((rect) => rect.top), view.bottom);
  const bottom = Math.max(...rects.map((rect) => rect.bottom), view.top);
  const left = Math.min(...rects.map((rect) => rect.left), view.right);
  const isBelow = view.top + view.height - bottom >= TOOLBAR_ROOM;
  const isAbove = !isBelow && top - view.top >= TOOLBAR_ROOM;
  const x = isBelow || isAbove ? left : left - TOOLBAR_WIDTH;
  return {
    isBelow,
    x: Math.max(view.left + 8, Math.min(x, view.right - TOOLBAR_WIDTH - 8)) - origin.left,
    y: (isBelow ? bottom : isAbove ? top : view.top + TOOLBAR_ROOM) - origin.top,
  };
}

function placeByLines(blocks: readonly HTMLElement[], span: Span, sheet: HTMLElement, scroller: HTMLElement) {
  const ranges = rangesOf(blocks, span);
  const first = ranges[0]?.getClientRects()[0] ?? new DOMRect();
  const lastRects = ranges.at(-1)?.getClientRects();
  const last = lastRects?.[lastRects.length - 1] ?? first;
  const origin = sheet.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const isBelow = first.top - view.top < TOOLBAR_ROOM && last.bottom + TOOLBAR_ROOM < view.bottom;
  const rect = isBelow ? last : first;
  return {
    isBelow,
    x: Math.max(8, Math.min(rect.left - origin.left, origin.width - TOOLBAR_WIDTH - 8)),
    y: (isBelow ? rect.bottom : Math.max(first.top, view.top + TOOLBAR_ROOM)) - origin.top,
  };
}
