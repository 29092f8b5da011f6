import type { Span } from '#contract/ids.ts';

/**
 * Between positions in an article's `body` and places in the page. Every block of the article is one element with
 * `data-start`, its position in the body, and holds the block's text and nothing else: one text node, or several where
 * vertical setting turns figures upright. What stands between blocks is no part of the body and never part of a range
 * made here.
 */
const BLOCK = '[data-start]';

interface BlockText {
  readonly start: number;
  readonly end: number;
  /** Its only text node, as nearly always. */
  readonly text: Text | undefined;
  readonly element: Element;
}

function textOf(element: Element | undefined | null): BlockText | undefined {
  const first = element?.firstChild;
  if (!element || !first) return undefined;
  const start = Number((element as HTMLElement).dataset.start);
  const text = first instanceof Text && !first.nextSibling ? first : undefined;
  const length = text ? text.length : (element.textContent?.length ?? 0);
  return length === 0 ? undefined : { start, end: start + length, text, element };
}

/** The text node that holds the character at `offset` of a block; for an end, the one that holds the character before. */
function nodeAt({ text, element }: BlockText, offset: number, isEnd: boolean): [Node, number] {
  if (text) return [text, offset];
  let left = offset;
  let last: [Node, number] = [element, 0];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
    if (left < node.length || (isEnd && left === node.length)) return [node, left];
    left -= node.length;
    last = [node, node.length];
  }
  return last;
}

/** The blocks in order, found once: the article's elements do not change while it is shown. */
export function blocksOf(root: Element): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(BLOCK)];
}

/** Both ends in each block that the span touches, so that nothing between the blocks is painted. */
function endsOf(blocks: readonly Element[], span: Span): StaticRangeInit[] {
  const ends: StaticRangeInit[] = [];
  for (let index = firstReaching(blocks, span.start); index < blocks.length; index += 1) {
    const block = textOf(blocks[index]);
    if (!block) continue;
    if (block.start >= span.end) break;
    const [startContainer, startOffset] = nodeAt(block, Math.max(0, span.start - block.start), false);
    const [endContainer, endOffset] = nodeAt(block, Math.min(block.end, span.end) - block.start, true);
    if (startContainer === endContainer && startOffset === endOffset) continue;
    ends.push({ startContainer, startOffset, endContainer, endOffset });
  }
  return ends;
}

/** One range for each block that the span touches: to be measured, and to be let go. */
export function rangesOf(blocks: readonly Element[], span: Span): Range[] {
  return endsOf(blocks, span).map(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = new Range();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range;
  });
}

/** The same to be kept: the browser goes through every living range at every change of the page, and not through these. */
export function stillRangesOf(blocks: readonly Element[], span: Span): StaticRange[] {
  return endsOf(blocks, span).map((ends) => new StaticRange(ends));
}

/** The blocks that the span touches. */
export function blocksUnder<Block extends Element>(blocks: readonly Block[], span: Span): Block[] {
  const under: Block[] = [];
  for (let index = firstReaching(blocks, span.start); index < blocks.length; index += 1) {
    const block = textOf(blocks[index]);
    if (block && block.start >= span.end) break;
    if (block) under.push(blocks[index] as Block);
  }
  return under;
}

/** The place in the page of a position; undefined between blocks. */
export function placeAt(blocks: readonly Element[], position: number): [Node, number] | undefined {
  for (let index = firstReaching(blocks, position - 1); index < blocks.length; index += 1) {
    const block = textOf(blocks[index]);
    if (!block) continue;
    if (block.start > position) return undefined;
    if (block.end >= position) return nodeAt(block, position - block.start, false);
  }
  return undefined;
}

/** By bisection: an article may have thousands of blocks, and an archive of marks many of them. */
function firstReaching(blocks: readonly Element[], position: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = textOf(blocks[middle]);
    if (block && block.end <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The position in the body of a place in the page; outside the blocks, the nearest position in reading order. */
export function positionOf(blocks: readonly Element[], node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const block = textOf(element?.closest(BLOCK));
  if (block) return block.start + offsetIn(block, node, offset);
  const place = new Range();
  place.setStart(node, offset);
  for (const candidate of blocks) {
    const here = textOf(candidate);
    if (here && place.comparePoint(here.element, 0) >= 0) return here.start;
  }
  return textOf(blocks.at(-1))?.end;
}

/** How much of a block's text stands before a place in it. */
function offsetIn({ text, element, start, end }: BlockText, node: Node, offset: number): number {
  if (node === text) return offset;
  if (text) return offset > 0 ? end - start : 0;
  const before = new Range();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** What is selected, in positions of the body. Undefined when nothing is, or when it is elsewhere. */
export function selectedSpan(root: Element, blocks: readonly Element[]): Span | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return undefined;
  const from = root.contains(range.startContainer) ? positionOf(blocks, range.startContainer, range.startOffset) : 0;
  const last = textOf(blocks.at(-1))?.end;
  const to = root.contains(range.endContainer) ? positionOf(blocks, range.endContainer, range.endOffset) : last;
  if (from === undefined || to === undefined || from >= to) return undefined;
  return { start: from, end: to };
}

/** Selects a span as if it had been dragged over. */
export function selectSpan(blocks: readonly Element[], span: Span): void {
  const ranges = rangesOf(blocks, span);
  const [first] = ranges;
  const last = ranges.at(-1);
  if (!first || !last) return;
  getSelection()?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
}
