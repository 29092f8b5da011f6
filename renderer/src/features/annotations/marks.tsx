import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Annotation, HighlightColour } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId, Span } from '#contract/ids.ts';
import { useCommands } from '../../app/commands.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { CaretVoice } from './caret-voice.tsx';
import { COLOURS } from './colours.ts';
import { copyClipping, copyLink, copyWithCitation, copyWords } from './copying.ts';
import { Margin } from './margin.tsx';
import styles from './marks.module.css';
import { useMeanings } from './meanings.ts';
import { marksAt, openMarkPaint } from './paint.ts';
import { bringIntoView, isVertical } from './reading-way.ts';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { rangesOf, selectedSpan } from './text-places.ts';
import { toolbarPlace } from './toolbar-place.ts';
import { createHighlight, placeAnnotation, removeAnnotation, useAnnotations } from './use-annotations.ts';
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
  const { nameOf } = useMeanings();
  const annotations = useAnnotations(article);
  const [active, setActive] = useState<AnnotationId>();
  const [writing, setWriting] = useState<AnnotationId>();
  const selected = useSelectedSpan(text, blocks);
  const caret = useCaret(blocks, sheet, scroller);

  const activeMark = useMemo(() => annotations.find(({ id }) => id === active), [annotations, active]);
  const paint = useMemo(() => openMarkPaint(blocks), [blocks]);
  useEffect(() => () => paint.clear(), [paint]);
  useEffect(() => paint.show(annotations), [paint, annotations]);
  useEffect(() => paint.activate(activeMark), [paint, activeMark]);

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

  const hasNone = annotations.length === 0;
  useCommands([
    ...COLOURS.map((colour, index) => ({
      id: `mark.${colour}`,
      section: 'mark' as const,
      text: t('commands.highlight', { colour: nameOf(colour) }),
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
      id: 'mark.cite',
      section: 'mark',
      text: t('copyWithCitation'),
      keys: ['c'],
      isFirst: true,
      isOff: !selected && !activeMark,
      run: () => {
        const words = copied();
        if (words) void copyWithCitation(article, words);
      },
    },
    {
      id: 'mark.clip',
      section: 'mark',
      text: t('copyClipping'),
      keys: ['Shift+C'],
      isFirst: true,
      isOff: !selected && !activeMark,
      run: () => {
        const words = copied();
        if (words) void copyClipping(article, words);
      },
    },
    {
      id: 'mark.link',
      section: 'mark',
      text: t('copyLink'),
      keys: ['l'],
      isOff: !activeMark,
      run: () => activeMark && void copyLink(activeMark),
    },
    {
      id: 'mark.place',
      section: 'mark',
      text: t('placeHere'),
      keys: ['h'],
      isFirst: true,
      isOff: !waiting || !selected,
      run: () => waiting && selected && void place(waiting, selected),
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
          onPlace={waiting && (() => void place(waiting, selected))}
          onCopy={() => void copyWords(wordsOf(selected))}
          onCite={() => void copyWithCitation(article, wordsOf(selected))}
          onClip={() => void copyClipping(article, wordsOf(selected))}
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
