import type { AnchorState, TextQuote } from '#contract/annotations.ts';
import type { Piece } from '#contract/derivation.ts';
import type { Span } from '#contract/ids.ts';
import { foldForComparing } from './fold.ts';
import { locateQuote } from './locate.ts';
import { quoteAt } from './quote.ts';

/** An article as marks see it: its text, and which ranges of the source each block is made of. */
export interface CarryArticle<Id extends string = string> {
  readonly id: Id;
  readonly body: string;
  readonly blocks: readonly { readonly span: Span; readonly pieces: readonly Piece[] }[];
}

export interface CarriedMark<Id extends string = string> {
  /** The article the mark belongs to now. */
  readonly article: Id;
  /**
   * Cut anew from that article when the words are the same (`exact`, `moved`). Otherwise the words as they were, so
   * that a person can compare; its positions are where the mark now points, empty for an orphan.
   */
  readonly quote: TextQuote;
  readonly state: AnchorState;
}

/**
 * Carries a mark from one reading of a source to the next: from the raw page to its separate articles, or from one
 * separation to a better one. The mark follows the characters it was made on through their positions in the source;
 * only where those are gone (a passage printed twice, of which one copy was dropped) its words are looked for.
 * Every mark ends somewhere: an orphan stays with the article that is nearest to it in the source.
 * One that waits for a person (`state`) goes on waiting, unless the words that it lost stand at its place again.
 */
export function carryMark<Id extends string>(
  mark: TextQuote,
  from: CarryArticle,
  to: readonly [CarryArticle<Id>, ...CarryArticle<Id>[]],
  state: AnchorState = 'exact',
): CarriedMark<Id> {
  const carried = carryWords(mark, from, to);
  const pointed = foldForComparing(from.body.slice(mark.start, mark.end)).text;
  if (state === 'changed' && carried.state !== 'orphan' && pointed === foldForComparing(mark.exact).text) {
    // Nobody could say which of several equal words it was on.
    const { start, end } = carried.quote;
    return { article: carried.article, quote: { ...mark, start, end }, state };
  }
  return state === 'orphan' && carried.state === 'changed' ? orphan(mark, sourceAt(from, mark.start), to) : carried;
}

function carryWords<Id extends string>(
  mark: TextQuote,
  from: CarryArticle,
  to: readonly [CarryArticle<Id>, ...CarryArticle<Id>[]],
): CarriedMark<Id> {
  const sources = sourceRanges(from, mark);
  const run = longestRun(to, sources);
  const words = foldForComparing(mark.exact).text;
  if (run && foldForComparing(run.article.body.slice(run.span.start, run.span.end)).text === words) {
    return { article: run.article.id, quote: quoteAt(run.article.body, run.span), state: 'exact' };
  }
  const elsewhere = findWords(to, mark, 'moved');
  if (elsewhere) return elsewhere;
  if (run) return { article: run.article.id, quote: { ...mark, ...run.span }, state: 'changed' };
  const near = findWords(to, mark, 'changed');
  return near ?? orphan(mark, sources[0]?.start ?? sourceAt(from, mark.start), to);
}

/** Where in the source a position of an article stands. */
function sourceAt(article: CarryArticle, position: number): number {
  let at = 0;
  for (const { body, source } of mapped(article)) {
    if (body.start > position) break;
    at = Math.min(source.end, source.start + position - body.start);
  }
  return at;
}

/** A range of the source; where something of another length stands for it, which part of that. */
interface SourceRange extends Span {
  readonly part?: Span & { readonly as: string };
}

/** The source positions under a range of an article, in the order of the text. */
function sourceRanges(article: CarryArticle, { start, end }: Span): SourceRange[] {
  const ranges: SourceRange[] = [];
  for (const { body, source, as } of mapped(article)) {
    const from = Math.max(start, body.start);
    const to = Math.min(end, body.end);
    if (from >= to) continue;
    const sameLength = body.end - body.start === source.end - source.start;
    ranges.push(
      sameLength
        ? { start: source.start + from - body.start, end: source.start + to - body.start }
        : { ...source, part: { start: from - body.start, end: to - body.start, as } },
    );
  }
  return ranges;
}

interface MappedPiece {
  readonly body: Span;
  readonly source: Span;
  /** What stands for it; empty where the source itself stands there. */
  readonly as: string;
}

/** Each piece beside the range of the body it became. A piece with a substitute maps as a whole unless the lengths agree. */
function* mapped({ blocks }: CarryArticle): Generator<MappedPiece> {
  for (const { span, pieces } of blocks) {
    let at = span.start;
    for (const [start, end, as] of pieces) {
      const length = as === undefined ? end - start : as.length;
      yield { body: { start: at, end: at + length }, source: { start, end }, as: as ?? '' };
      at += length;
    }
  }
}

interface Run<Id extends string> {
  readonly article: CarryArticle<Id>;
  readonly span: Span;
}

/** The longest stretch of one article that is made of these source ranges and of nothing else but white space. */
function longestRun<Id extends string>(articles: readonly CarryArticle<Id>[], sources: readonly SourceRange[]) {
  let longest: Run<Id> | undefined;
  for (const article of articles) {
    for (const span of runs(article, sources)) {
      if (!longest || span.end - span.start > longest.span.end - longest.span.start) longest = { article, span };
    }
  }
  return longest;
}

function runs(article: CarryArticle, sources: readonly SourceRange[]): Span[] {
  const hits: Span[] = [];
  for (const { body, source, as } of mapped(article)) {
    const sameLength = body.end - body.start === source.end - source.start;
    for (const range of sources) {
      const from = Math.max(range.start, source.start);
      const to = Math.min(range.end, source.end);
      if (from >= to) continue;
      const { part } = range;
      if (part && part.as === as && range.start === source.start && range.end === source.end)
        // The same correction stands in both: its characters are known one by one.
        hits.push({ start: body.start + part.start, end: body.start + part.end });
      else
        hits.push(
          sameLength ? { start: body.start + from - source.start, end: body.start + to - source.start } : { ...body },
        );
    }
  }
  hits.sort((a, b) => a.start - b.start);
  const joined: Span[] = [];
  for (const hit of hits) {
    const last = joined.at(-1);
    if (last && article.body.slice(last.end, hit.start).trim() === '') {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, hit.end) };
    } else joined.push(hit);
  }
  return joined.map((span) => trimmed(article.body, span)).filter(({ start, end }) => end > start);
}

function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + part.trimEnd().length) };
}

function findWords<Id extends string>(
  articles: readonly CarryArticle<Id>[],
  mark: TextQuote,
  state: 'moved' | 'changed',
): CarriedMark<Id> | undefined {
  for (const { id, body } of articles) {
    const found = locateQuote(body, mark);
    if (!found || (found.state === 'changed') !== (state === 'changed')) continue;
    const quote = state === 'moved' ? quoteAt(body, found.span) : { ...mark, ...found.span };
    return { article: id, quote, state };
  }
  return undefined;
}

function orphan<Id extends string>(
  mark: TextQuote,
  source: number,
  articles: readonly [CarryArticle<Id>, ...CarryArticle<Id>[]],
): CarriedMark<Id> {
  let nearest = { article: articles[0], at: 0, distance: Number.POSITIVE_INFINITY };
  for (const article of articles) {
    for (const piece of mapped(article)) {
      const before = piece.source.start > source;
      const distance = before ? piece.source.start - source : Math.max(0, source - piece.source.end);
      if (distance < nearest.distance) {
        const within = Math.min(piece.body.end, piece.body.start + source - piece.source.start);
        nearest = { article, at: before ? piece.body.start : within, distance };
      }
    }
  }
  const at = Math.min(nearest.at, nearest.article.body.length);
  return { article: nearest.article.id, quote: { ...mark, start: at, end: at }, state: 'orphan' };
}
