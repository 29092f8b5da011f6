import type { Annotation } from '#contract/annotations.ts';
import type { Span } from '#contract/ids.ts';

/** Words under the same marks. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Annotation[];
  /** Numbers of the notes whose words end here. */
  readonly notes: readonly number[];
}

/** What is printed of an article's highlights: confidential ones stay in the archive, as in an export. */
export function printedMarks(annotations: readonly Annotation[]): readonly Annotation[] {
  return annotations.filter((annotation) => !annotation.confidential);
}

/** Marks with a note, in the order of their numbers: as they stand in the text, then those whose words are gone. */
export function numberedNotes(marks: readonly Annotation[]): readonly Annotation[] {
  const noted = marks.filter((mark) => mark.note.trim() !== '');
  return [...noted.filter(isPlaced), ...noted.filter((mark) => !isPlaced(mark))];
}

/** A block cut wherever a mark begins or ends. */
export function runsOf(block: Span, marks: readonly Annotation[], numbered: readonly Annotation[]): Run[] {
  const here = marks.filter((mark) => isPlaced(mark) && mark.quote.start < block.end && mark.quote.end > block.start);
  const inside = here
    .flatMap(({ quote }) => [quote.start, quote.end])
    .filter((at) => at > block.start && at < block.end);
  const cuts = [...new Set([block.start, ...inside, block.end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? block.end;
    return {
      start,
      end,
      marks: here.filter(({ kind, quote }) => kind === 'highlight' && quote.start <= start && quote.end >= end),
      notes: here
        .filter((mark) => mark.quote.end === end && numbered.includes(mark))
        .map((mark) => numbered.indexOf(mark) + 1),
    };
  });
}

function isPlaced(mark: Annotation): boolean {
  return mark.state !== 'orphan';
}
