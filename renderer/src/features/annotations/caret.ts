import { stretchOf } from './reading-way.ts';
import { placeAt, positionOf, rangesOf, selectSpan } from './text-places.ts';

type Granularity = 'character' | 'word' | 'line' | 'lineboundary' | 'paragraphboundary';

interface CaretStep {
  readonly alter: 'move' | 'extend';
  readonly direction: 'backward' | 'forward';
}

interface CaretKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** In vertical setting the next character stands below and the next line to the left. */
const TURNED: Readonly<Record<string, string>> = {
  ArrowUp: 'ArrowLeft',
  ArrowDown: 'ArrowRight',
  ArrowRight: 'ArrowUp',
  ArrowLeft: 'ArrowDown',
};

/** What a key does to the caret; undefined for keys that are none of its. Pure, so that a test can read it as a table. */
export function caretMove(event: CaretKey, isVertical = false): (CaretStep & { readonly by: Granularity }) | undefined {
  const alter = event.shiftKey ? 'extend' : 'move';
  const isWord = event.ctrlKey || event.altKey || event.metaKey;
  switch ((isVertical && TURNED[event.key]) || event.key) {
    case 'ArrowLeft':
      return { alter, direction: 'backward', by: isWord ? 'word' : 'character' };
    case 'ArrowRight':
      return { alter, direction: 'forward', by: isWord ? 'word' : 'character' };
    case 'ArrowUp':
      return { alter, direction: 'backward', by: isWord ? 'paragraphboundary' : 'line' };
    case 'ArrowDown':
      return { alter, direction: 'forward', by: isWord ? 'paragraphboundary' : 'line' };
    case 'Home':
      return { alter, direction: 'backward', by: 'lineboundary' };
    case 'End':
      return { alter, direction: 'forward', by: 'lineboundary' };
    default:
      return undefined;
  }
}

/** Puts the caret where one reads: into what is selected, else at the first block in view. */
export function beginCaret(blocks: readonly HTMLElement[], view: HTMLElement): void {
  const selection = getSelection();
  if (!selection) return;
  const isHere = selection.rangeCount > 0 && blocks.some((block) => block.contains(selection.focusNode));
  if (isHere) return;
  const first = blocks.find((block) => stretchOf(view, block.getBoundingClientRect()).end > 8);
  const place = first?.firstChild;
  if (place) selection.collapse(place instanceof Text ? place : place.firstChild, 0);
}

/** The sentence or the block that the caret is in; pressed again, it takes in the next one too. */
export function selectUnit(blocks: readonly HTMLElement[], unit: 'sentence' | 'block'): void {
  const selection = getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return;
  const anchor = positionOf(blocks, selection.anchorNode, selection.anchorOffset);
  const focus = positionOf(blocks, selection.focusNode, selection.focusOffset);
  if (anchor === undefined || focus === undefined) return;
  const isGrown = !selection.isCollapsed && focus > anchor;
  const from = isGrown ? focus : Math.min(anchor, focus);
  const block = blocks.find((candidate) => {
    const start = Number(candidate.dataset.start);
    return start + (candidate.textContent?.length ?? 0) > from;
  });
  const text = block?.textContent;
  if (!block || text === undefined || text === null) return;
  const blockStart = Number(block.dataset.start);
  const inside = Math.max(0, from - blockStart);
  const here =
    unit === 'block'
      ? { index: 0, segment: text }
      : new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text).containing(inside);
  if (!here) return;
  const end = blockStart + here.index + here.segment.trimEnd().length;
  const start = isGrown ? anchor : blockStart + here.index;
  selectSpan(blocks, { start, end: Math.max(end, start + 1) });
}

/**
 * The caret one character on, or back: the browser's own step stays before a figure that stands upright. What a reader
 * takes for one character is never split; from the end of a block it goes to the beginning of the next.
 */
export function stepCharacter(blocks: readonly HTMLElement[], { alter, direction }: CaretStep): void {
  const selection = getSelection();
  if (!selection?.focusNode) return;
  const position = positionOf(blocks, selection.focusNode, selection.focusOffset);
  const block = selection.focusNode.parentElement?.closest<HTMLElement>('[data-start]');
  if (position === undefined || !block) return;
  const start = Number(block.dataset.start);
  const text = block.textContent ?? '';
  const isForward = direction === 'forward';
  const at = isForward ? position - start : position - start - 1;
  const character = new Intl.Segmenter().segment(text).containing(at);
  const next = character
    ? start + character.index + (isForward ? character.segment.length : 0)
    : position + (isForward ? 1 : -1);
  const place = placeAt(blocks, next);
  if (!place) return;
  if (alter === 'extend') selection.extend(...place);
  else selection.collapse(...place);
}

/** Where the moving end of the selection is, for drawing a caret there: a line without a breadth, across its line. */
export function caretRect(blocks: readonly HTMLElement[], isVertical: boolean): DOMRect | undefined {
  const selection = getSelection();
  if (!selection?.focusNode) return undefined;
  const position = positionOf(blocks, selection.focusNode, selection.focusOffset);
  if (position === undefined) return undefined;
  const [after] = rangesOf(blocks, { start: position, end: position + 1 });
  const [before] = rangesOf(blocks, { start: Math.max(0, position - 1), end: position });
  const block = selection.focusNode.parentElement?.closest<HTMLElement>('[data-start]');
  const isAtEnd = position === Number(block?.dataset.start) + (block?.textContent?.length ?? 0);
  const rect = !isAtEnd && after ? after.getClientRects()[0] : undefined;
  if (rect && block?.contains(after?.startContainer ?? null)) return edgeOf(rect, 'start', isVertical);
  const rects = before?.getClientRects();
  const last = rects?.[rects.length - 1];
  return last && edgeOf(last, 'end', isVertical);
}

function edgeOf(rect: DOMRect, edge: 'start' | 'end', isVertical: boolean): DOMRect {
  const isStart = edge === 'start';
  return isVertical
    ? new DOMRect(rect.left, isStart ? rect.top : rect.bottom, rect.width, 0)
    : new DOMRect(isStart ? rect.left : rect.right, rect.top, 0, rect.height);
}
