import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Annotation, HighlightColour } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId, Span } from '#contract/ids.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { bookmarkAt, placeInView } from './bookmarks.ts';
import { CaretVoice } from './caret-voice.tsx';
import { copyClipping, copyLink, copyWithCitation, copyWords, saveClipping } from './copying.ts';
import { Margin } from './margin.tsx';
import styles from './marks.module.css';
import { marksAt } from './paint.ts';
import { bringIntoView, isVertical } from './reading-way.ts';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { rangesOf, selectedSpan } from './text-places.ts';
import { toolbarPlace } from './toolbar-place.ts';
import {
  createBookmark,
  createHighlight,
  placeAnnotation,
  removeAnnotation,
  useAnnotations,
} from './use-annotations.ts';
import { useCaret } from './use-caret.ts';
import { useMarkCommands } from './use-mark-commands.ts';
import { useMarkPaint } from './use-mark-paint.ts';
import { useRibbons } from './use-ribbons.ts';
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

  const activeMark = useMemo(() => annotations.find(({ id }) => id === active), [annotations, active]);
  useMarkPaint(annotations, activeMark, blocks, scroller);
  useRibbons(annotations, blocks);

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

  /** On the selected words, else where one reads; where there is one, it is taken out. */
  async function bookmark(): Promise<void> {
    const span = selectedSpan(text, blocks) ?? placeInView(blocks, scroller);
    if (!span) return;
    getSelection()?.removeAllRanges();
    caret.end();
    const there = bookmarkAt(annotations, span);
    if (there) void removeAnnotation(article, there.id, 'bookmarkRemoved');
    else setActive((await createBookmark(article, span))?.id);
  }

  async function writeNote(): Promise<void> {
    const span = selectedSpan(text, blocks);
    const id = span ? await highlight('fact', span) : active;
    if (id) setWriting(id);
  }

  const wordsOf = (span: Span) => rangesOf(blocks, span).map(String).join('\n');
  /** One whose words are gone is put where the person says. */
  const waiting = activeMark?.state === 'orphan' ? activeMark : undefined;
  /** What a copy is made of: the selected words, else those of the active mark. */
  const copied = () => {
    const span = selectedSpan(text, blocks);
    return span ? wordsOf(span) : activeMark?.quote.exact;
  };

  async function place(annotation: Annotation, span: Span): Promise<void> {
    getSelection()?.removeAllRanges();
    caret.end();
    await placeAnnotation(annotation, span);
  }

  const activate = useCallback(({ id }: Annotation) => setActive(id), []);
  const write = useCallback(({ id }: Annotation, isWriting: boolean) => setWriting(isWriting ? id : undefined), []);

  function step(by: 1 | -1): void {
    const placed = annotations.filter(({ state }) => state !== 'orphan');
    const here = placed.findIndex(({ id }) => id === active);
    const next = placed[here < 0 ? (by > 0 ? 0 : placed.length - 1) : here + by];
    if (next) reveal(next);
  }

  useMarkCommands({
    hasMarks: annotations.length > 0,
    hasActive: active !== undefined,
    hasWords: selected !== undefined || activeMark !== undefined,
    canPlace: waiting !== undefined && selected !== undefined,
    canLeave: active !== undefined || caret.isOn || selected !== undefined,
    highlight: (colour) => {
      const span = selectedSpan(text, blocks);
      if (span) void highlight(colour, span);
    },
    bookmark: () => void bookmark(),
    writeNote: () => void writeNote(),
    beginCaret: caret.begin,
    select: caret.select,
    step,
    remove: () => {
      if (active) void removeAnnotation(article, active);
      setActive(undefined);
    },
    copy: (how) => {
      const words = copied();
      if (words) void how(article, words);
    },
    link: () => activeMark && void copyLink(activeMark),
    place: () => waiting && selected && void place(waiting, selected),
    showInPanel: () => active && go({ screen: 'notes', note: active }),
    leave: () => {
      getSelection()?.removeAllRanges();
      caret.end();
      setActive(undefined);
    },
  });

  return (
    <>
      {selected && (
        <SelectionToolbar
          place={toolbarPlace(blocks, selected, sheet, scroller)}
          onHighlight={(colour) => void highlight(colour, selected)}
          onNote={() => void writeNote()}
          onPlace={waiting && (() => void place(waiting, selected))}
          onBookmark={() => void bookmark()}
          onCopy={() => void copyWords(wordsOf(selected))}
          onCite={() => void copyWithCitation(article, wordsOf(selected))}
          onClip={() => void copyClipping(article, wordsOf(selected))}
          onClipToFile={() => void saveClipping(article, wordsOf(selected))}
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
      {caret.isOn && <CaretVoice annotations={annotations} position={caret.position} />}
      <Margin
        annotations={annotations}
        blocks={blocks}
        scroller={scroller}
        sheet={sheet}
        isWide={isWide}
        isVertical={isVertical(scroller)}
        layoutKey={layoutKey}
        active={active}
        writing={writing}
        onActivate={activate}
        onWrite={write}
      />
    </>
  );
}
