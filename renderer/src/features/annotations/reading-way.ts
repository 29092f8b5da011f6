/**
 * The way one reads along a view: downwards, or from right to left where the text stands in columns (竖排). Whatever
 * scrolls to words, or asks which words are in view, counts along this way and need not know which it is.
 */
export interface Stretch {
  /** From the edge at which the view begins, in pixels; negative before it. */
  readonly start: number;
  readonly end: number;
}

/** Said by the element that scrolls: asking for a computed style would lay out the page. */
export function isVertical(view: HTMLElement): boolean {
  return view.dataset.direction === 'vertical';
}

export function stretchOf(view: HTMLElement, rect: DOMRect): Stretch {
  const frame = view.getBoundingClientRect();
  return isVertical(view)
    ? { start: frame.right - rect.right, end: frame.right - rect.left }
    : { start: rect.top - frame.top, end: rect.bottom - frame.top };
}

/** How much of the way is in view. */
export function viewLength(view: HTMLElement): number {
  return isVertical(view) ? view.clientWidth : view.clientHeight;
}

/** How far one has come. */
export function scrolled(view: HTMLElement): number {
  return isVertical(view) ? -view.scrollLeft : view.scrollTop;
}

/** How far one can go. */
export function wayLength(view: HTMLElement): number {
  return isVertical(view) ? view.scrollWidth - view.clientWidth : view.scrollHeight - view.clientHeight;
}

export function scrollAlong(view: HTMLElement, by: number): void {
  if (isVertical(view)) view.scrollLeft -= by;
  else view.scrollTop += by;
}

/** Brings words to the upper third, unless they stand in view with room around them. */
export function bringIntoView(view: HTMLElement, rect: DOMRect | undefined, room: number): void {
  if (!rect) return;
  const { start, end } = stretchOf(view, rect);
  const length = viewLength(view);
  if (start < room || end > length - room) scrollAlong(view, start - length / 3);
}

/**
 * About which position of the body stands at so many pixels from where the view begins. Blocks are measured, not
 * characters: what is near enough is found without laying out a line.
 */
export function positionAlong(blocks: readonly HTMLElement[], view: HTMLElement, edge: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && stretchOf(view, block.getBoundingClientRect()).end < edge) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  if (!block) return 0;
  const { start, end } = stretchOf(view, block.getBoundingClientRect());
  const share = end > start ? Math.min(1, Math.max(0, (edge - start) / (end - start))) : 0;
  return Number(block.dataset.start) + share * (block.textContent?.length ?? 0);
}
