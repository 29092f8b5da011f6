import type { Span } from '#contract/ids.ts';
import { isVertical } from './reading-way.ts';
import { rangesOf } from './text-places.ts';

const TOOLBAR_WIDTH = 442;
const TOOLBAR_ROOM = 56;

/** Above the first selected line, inside the sheet; under the last one where the first is at the top of the view. */
export function toolbarPlace(blocks: readonly HTMLElement[], span: Span, sheet: HTMLElement, scroller: HTMLElement) {
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
