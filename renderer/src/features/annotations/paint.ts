import type { Annotation, HighlightColour } from '#contract/annotations.ts';
import type { AnnotationId, Span } from '#contract/ids.ts';
import { COLOURS } from './colours.ts';
import { stillRangesOf } from './text-places.ts';

interface PointHit {
  readonly ranges: readonly AbstractRange[];
}

const owners = new WeakMap<AbstractRange, AnnotationId>();

/** Names an article's ranges for `::highlight(NAME)`; the page's elements stay as they are. */
function paint(name: string, ranges: readonly StaticRange[], priority: number): void {
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

/** Paint of an article's marks, kept from one change to the next: of thousands of marks only those that changed are touched. */
export interface MarkPaint {
  /** Paints these and no others. */
  show(annotations: readonly Annotation[]): void;
  activate(annotation: Annotation | undefined): void;
  clear(): void;
}

interface Painted {
  readonly key: string;
  readonly colour: HighlightColour;
  readonly ranges: readonly StaticRange[];
}

/** One named highlight a colour, so that overlapping marks show both underlines; the active one above them. */
export function openMarkPaint(blocks: readonly Element[]): MarkPaint {
  const painted = new Map<AnnotationId, Painted>();
  const colours = new Map(
    COLOURS.map((colour, priority) => {
      const highlight = new Highlight();
      highlight.priority = priority;
      return [colour, highlight];
    }),
  );
  function wipe(id: AnnotationId): void {
    const before = painted.get(id);
    for (const range of before?.ranges ?? []) colours.get(before?.colour ?? 'fact')?.delete(range);
    painted.delete(id);
  }
  return {
    show(annotations) {
      const placed = annotations.filter(({ kind, state }) => kind === 'highlight' && state !== 'orphan');
      const shown = new Set(placed.map(({ id }) => id));
      for (const id of painted.keys()) if (!shown.has(id)) wipe(id);
      for (const { id, colour, quote } of placed) {
        const key = `${colour} ${quote.start} ${quote.end}`;
        if (painted.get(id)?.key === key) continue;
        wipe(id);
        const ranges = stillRangesOf(blocks, quote);
        for (const range of ranges) {
          owners.set(range, id);
          colours.get(colour)?.add(range);
        }
        painted.set(id, { key, colour, ranges });
      }
      for (const [colour, highlight] of colours) {
        if (highlight.size > 0) CSS.highlights.set(`mark-${colour}`, highlight);
        else CSS.highlights.delete(`mark-${colour}`);
      }
    },
    activate(annotation) {
      paint('mark-active', annotation ? stillRangesOf(blocks, annotation.quote) : [], COLOURS.length);
    },
    clear() {
      painted.clear();
      for (const [colour, highlight] of colours) {
        highlight.clear();
        CSS.highlights.delete(`mark-${colour}`);
      }
      CSS.highlights.delete('mark-active');
    },
  };
}

/** Hits of a search. */
export function paintHits(blocks: readonly Element[], hits: readonly Span[]): () => void {
  paint(
    'hit',
    hits.flatMap((hit) => stillRangesOf(blocks, hit)),
    COLOURS.length + 1,
  );
  return () => void CSS.highlights.delete('hit');
}

/** Words that a person corrected: under the marks, which say more. */
export function paintCorrected(blocks: readonly Element[], spans: readonly Span[]): () => void {
  paint(
    'corrected',
    spans.flatMap((span) => stillRangesOf(blocks, span)),
    -1,
  );
  return () => void CSS.highlights.delete('corrected');
}

/** The hit that one has come to: by itself, because a long text has a hundred thousand others. */
export function paintHitNow(blocks: readonly Element[], hit: Span | undefined): () => void {
  paint('hit-now', hit ? stillRangesOf(blocks, hit) : [], COLOURS.length + 2);
  return () => void CSS.highlights.delete('hit-now');
}

/** The marks under a point of the window, each once. */
export function marksAt(x: number, y: number): AnnotationId[] {
  const registry = CSS.highlights as unknown as { highlightsFromPoint?(x: number, y: number): PointHit[] };
  const hits = registry.highlightsFromPoint?.(x, y) ?? [];
  const ids = hits.flatMap((hit) => hit.ranges.map((range) => owners.get(range)));
  return [...new Set(ids.filter((id) => id !== undefined))];
}
