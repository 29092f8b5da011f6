import { positionOf, rangesOf, selectSpan } from './text-places.ts';

type Granularity = 'character' | 'word' | 'line' | 'lineboundary' | 'paragraphboundary';

interface CaretKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What a key does to the caret; undefined for keys that are none of its. Pure, so that a test can read it as a table. */
export function caretMove(
  event: CaretKey,
):
  | { readonly alter: 'move' | 'extend'; readonly direction: 'backward' | 'forward'; readonly by: Granularity }
  | undefined {
  const alter = event.shiftKey ? 'extend' : 'move';
  const isWord = event.ctrlKey || event.altKey || event.metaKey;
  switch (event.key) {
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
export function beginCaret(blocks: readonly HTMLElement[], view: DOMRect): void {
  const selection = getSelection();
  if (!selection) return;
  const isHere = selection.rangeCount > 0 && blocks.some((block) => block.contains(selection.focusNode));
  if (isHere) return;
  const first = blocks.find((block) => block.getBoundingClientRect().bottom > view.top + 8);
  if (first?.firstChild) selection.collapse(first.firstChild, 0);
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
    return start + (candidate.firstChild?.textContent?.length ?? 0) > from;
  });
  const text = block?.firstChild?.textContent;
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

/** Where the moving end of the selection is, for drawing a caret there. */
export function caretRect(blocks: readonly HTMLElement[]): DOMRect | undefined {
  const selection = getSelection();
  if (!selection?.focusNode) return undefined;
  const position = positionOf(blocks, selection.focusNode, selection.focusOffset);
  if (position === undefined) return undefined;
  const [after] = rangesOf(blocks, { start: position, end: position + 1 });
  const [before] = rangesOf(blocks, { start: Math.max(0, position - 1), end: position });
  const block = selection.focusNode.parentElement;
  const isAtEnd = selection.focusNode instanceof Text && selection.focusOffset === selection.focusNode.length;
  const rect = !isAtEnd && after ? after.getClientRects()[0] : undefined;
  if (rect && block?.contains(after?.startContainer ?? null)) return new DOMRect(rect.left, rect.top, 0, rect.height);
  const rects = before?.getClientRects();
  const last = rects?.[rects.length - 1];
  return last && new DOMRect(last.right, last.top, 0, last.height);
}
