import type { Annotation } from '#contract/annotations.ts';
import type { AnnotationId, Span } from '#contract/ids.ts';
import { COLOURS } from './colours.ts';
import { rangesOf } from './text-places.ts';

interface PointHit {
  readonly ranges: readonly AbstractRange[];
}

const owners = new WeakMap<AbstractRange, AnnotationId>();

/** Names an article's ranges for `::highlight(NAME)`; the page's elements stay as they are. */
function paint(name: string, ranges: readonly Range[], priority: number): void {
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  // One by one: a long text has more hits than a call may have arguments.
  const highlight = new Highlight();
  for (const range of ranges) highlight.add(range);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

/**
 * Marks in the article: one named highlight a colour, so that overlapping marks show both underlines; the active one
 * above them. Returns what takes the paint away.
 */
export function paintMarks(
  blocks: readonly Element[],
  annotations: readonly Annotation[],
  active: AnnotationId | undefined,
): () => void {
  COLOURS.forEach((colour, priority) => {
    const marks = annotations.filter((annotation) => annotation.colour === colour && annotation.state !== 'orphan');
    const ranges = marks.flatMap((annotation) => {
      const own = rangesOf(blocks, annotation.quote);
      for (const range of own) owners.set(range, annotation.id);
      return own;
    });
    paint(`mark-${colour}`, ranges, priority);
  });
  const chosen = annotations.find((annotation) => annotation.id === active);
  paint('mark-active', chosen ? rangesOf(blocks, chosen.quote) : [], COLOURS.length);
  return () => {
    for (const colour of COLOURS) CSS.highlights.delete(`mark-${colour}`);
    CSS.highlights.delete('mark-active');
  };
}

/** Hits of a search. */
export function paintHits(blocks: readonly Element[], hits: readonly Span[]): () => void {
  paint(
    'hit',
    hits.flatMap((hit) => rangesOf(blocks, hit)),
    COLOURS.length + 1,
  );
  return () => void CSS.highlights.delete('hit');
}

/** The hit that one has come to: by itself, because a long text has a hundred thousand others. */
export function paintHitNow(blocks: readonly Element[], hit: Span | undefined): () => void {
  paint('hit-now', hit ? rangesOf(blocks, hit) : [], COLOURS.length + 2);
  return () => void CSS.highlights.delete('hit-now');
}

/** The marks under a point of the window, each once. */
export function marksAt(x: number, y: number): AnnotationId[] {
  const registry = CSS.highlights as unknown as { highlightsFromPoint?(x: number, y: number): PointHit[] };
  const hits = registry.highlightsFromPoint?.(x, y) ?? [];
  const ids = hits.flatMap((hit) => hit.ranges.map((range) => owners.get(range)));
  return [...new Set(ids.filter((id) => id !== undefined))];
}
