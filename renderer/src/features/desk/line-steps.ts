import type { Span } from '#contract/ids.ts';
import type { PageRegion } from './page-regions.ts';

export type Way = 'up' | 'down' | 'left' | 'right';

/** A region by its page and its place among the regions of that page. */
export interface RegionPlace {
  readonly page: number;
  readonly index: number;
}

/** So much further is what stands beside and higher or lower. */
const AWRY = 3;

/**
 * The region beside another as the eye goes: the nearest that way of those it overlaps across it, so that down stays in
 * its column whatever the file's order is, and left of a line that runs downwards is the next line. Where nothing is
 * that way, down and up go on on the next page; undefined at the ends.
 */
export function regionBeside(
  pages: readonly (readonly PageRegion[])[],
  { page, index }: RegionPlace,
  way: Way,
): RegionPlace | undefined {
  const regions = pages[page] ?? [];
  const here = regions[index];
  if (!here) return undefined;
  const isAcross = way === 'left' || way === 'right';
  const sign = way === 'down' || way === 'right' ? 1 : -1;
  let least = Number.POSITIVE_INFINITY;
  let found: number | undefined;
  for (const [at, other] of regions.entries()) {
    const [far, shared] = isAcross
      ? [middle(other.x, other.w) - middle(here.x, here.w), overlap(here.y, here.h, other.y, other.h)]
      : [middle(other.y, other.h) - middle(here.y, here.h), overlap(here.x, here.w, other.x, other.w)];
    // A column that is shorter, or begins lower, is gone over to at its nearest line.
    const apart = isAcross && shared <= 0 && far * sign >= (here.w + other.w) / 2 ? -shared * AWRY : undefined;
    if (at === index || far * sign <= 0 || (shared <= 0 && apart === undefined)) continue;
    const distance = far * sign + (apart ?? 0);
    if (distance >= least) continue;
    least = distance;
    found = at;
  }
  if (found !== undefined) return { page, index: found };
  if (isAcross) return undefined;
  const next = pages.findIndex((others, at) => at > page && others.length > 0);
  const before = pages.findLastIndex((others, at) => at < page && others.length > 0);
  const to = sign > 0 ? next : before;
  return to < 0 ? undefined : { page: to, index: sign > 0 ? 0 : (pages[to]?.length ?? 1) - 1 };
}

/** The source under two regions of a page and all whose middle lies in the rectangle around them; neighbours are one range. */
export function rangesBetween(regions: readonly PageRegion[], one: number, other: number, text: string): Span[] {
  const corners = [regions[one], regions[other]].filter((region) => region !== undefined);
  const [left, top] = [Math.min(...corners.map(({ x }) => x)), Math.min(...corners.map(({ y }) => y))];
  const right = Math.max(...corners.map(({ x, w }) => x + w));
  const bottom = Math.max(...corners.map(({ y, h }) => y + h));
  const spans: { start: number; end: number }[] = [];
  for (const [at, { start, end, x, y, w, h }] of regions.entries()) {
    const isInside = middle(x, w) >= left && middle(x, w) <= right && middle(y, h) >= top && middle(y, h) <= bottom;
    if (!isInside && at !== one && at !== other) continue;
    const last = spans.at(-1);
    if (last && last.end <= start && text.slice(last.end, start).trim() === '') last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

function middle(from: number, length: number): number {
  return from + length / 2;
}

function overlap(from: number, length: number, other: number, otherLength: number): number {
  return Math.min(from + length, other + otherLength) - Math.max(from, other);
}
