import type { Span } from '#contract/ids.ts';

/**
 * Between positions in an article's `body` and places in the page. Every block of the article is one element with
 * `data-start`, its position in the body, and holds one text node and nothing else; what stands between blocks is no
 * part of the body and never part of a range made here.
 */
const BLOCK = '[data-start]';

interface BlockText {
  readonly start: number;
  readonly end: number;
  readonly text: Text;
}

function textOf(element: Element | undefined | null): BlockText | undefined {
  const text = element?.firstChild;
  if (!(text instanceof Text)) return undefined;
  const start = Number((element as HTMLElement).dataset.start);
  return { start, end: start + text.length, text };
}

/** The blocks in order, found once: the article's elements do not change while it is shown. */
export function blocksOf(root: Element): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(BLOCK)];
}

/** One range for each block that the span touches, so that nothing between the blocks is painted. */
export function rangesOf(blocks: readonly Element[], span: Span): Range[] {
  const ranges: Range[] = [];
  for (let index = firstReaching(blocks, span.start); index < blocks.length; index += 1) {
    const block = textOf(blocks[index]);
    if (!block) continue;
    if (block.start >= span.end) break;
    const range = new Range();
    range.setStart(block.text, Math.max(0, span.start - block.start));
    range.setEnd(block.text, Math.min(block.end, span.end) - block.start);
    if (!range.collapsed) ranges.push(range);
  }
  return ranges;
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
  if (block) return block.start + (node === block.text ? offset : offset > 0 ? block.text.length : 0);
  const place = new Range();
  place.setStart(node, offset);
  for (const candidate of blocks) {
    const here = textOf(candidate);
    if (here && place.comparePoint(here.text, 0) >= 0) return here.start;
  }
  return textOf(blocks.at(-1))?.end;
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
