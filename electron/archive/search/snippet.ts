import type { Span } from '#contract/ids.ts';
import type { SearchHit } from '#contract/search.ts';
import { cut } from './cut.ts';
import { Class } from './fold.ts';
import { nearSpans } from './near.ts';
import type { Phrase, Words } from './query.ts';
import { scanPhrase } from './scan.ts';
import type { TextRow } from './text-rows.ts';

/** Hits of one article that are handed out; a longer list would be scrolled, not read. */
const MOST_HITS = 1000;
/** A snippet's length in UTF-16 units, and how much of it stands before the first hit. */
const LENGTH = 140;
const BEFORE = 28;
/** A pasted paragraph is shown whole up to here. */
const LONGEST_HIT = 400;
/** Hits looked at when the best place is chosen. */
const CANDIDATES = 200;

type Snippet = SearchHit['snippet'];
type Field = Snippet['field'];

interface Hit extends Span {
  readonly phrase: number;
}

/** The hits of the words in one text, in its order; the same range once. */
function findHits(text: string, words: readonly Words[], loose: ReadonlySet<Phrase>, most: number): Hit[] {
  const hits = words.flatMap((wanted, i) => {
    const spans =
      wanted.type === 'near'
        ? nearSpans(text, wanted).slice(0, most)
        : scanPhrase(text, wanted, loose.has(wanted), most);
    return spans.map((span) => ({ ...span, phrase: i }));
  });
  hits.sort((a, b) => a.start - b.start || a.end - b.end);
  return hits.filter((hit, i) => i === 0 || hit.start !== hits[i - 1]?.start || hit.end !== hits[i - 1]?.end);
}

/** Every hit in an article's body, for marking and stepping through. */
export function bodyHits(body: string, words: readonly Words[], loose: ReadonlySet<Phrase>): Span[] {
  return findIn('body', body, words, loose, Number.POSITIVE_INFINITY).map(toSpan);
}

/** Hits and snippet of one result. The snippet is cut where most of the words stand together. */
export function describeHits(
  row: TextRow,
  words: readonly Words[],
  loose: ReadonlySet<Phrase>,
): Pick<SearchHit, 'hits' | 'snippet'> {
  const inBody = findIn('body', row.body, words, loose, MOST_HITS).slice(0, MOST_HITS);
  if (inBody.length > 0)
    return { hits: inBody.map(toSpan), snippet: cutSnippet('body', row.body, inBody.slice(0, CANDIDATES)) };
  const inNotes = findIn('note', row.notes, words, loose, CANDIDATES);
  if (inNotes.length > 0) return { hits: [], snippet: cutSnippet('note', row.notes, inNotes) };
  const inTitle = findIn('title', row.title, words, loose, CANDIDATES);
  if (inTitle.length > 0) return { hits: [], snippet: cutSnippet('title', row.title, inTitle) };
  return { hits: [], snippet: cutSnippet('body', row.body, []) };
}

/** The hits of those words that are looked for in a field. */
function findIn(field: Field, text: string, words: readonly Words[], loose: ReadonlySet<Phrase>, most: number): Hit[] {
  const wanted = words.filter((each) => each.field === 'any' || each.field === field);
  return findHits(text, wanted, loose, most);
}

function toSpan({ start, end }: Span): Span {
  return { start, end };
}

function cutSnippet(field: Field, text: string, hits: readonly Hit[]): Snippet {
  const hit = bestPlace(hits);
  const start = hit ? startBefore(text, hit.start) : 0;
  const end = endBefore(text, start, Math.max(start + LENGTH, Math.min(hit?.end ?? 0, start + LONGEST_HIT)));
  const marks: Span[] = [];
  for (const found of hits) {
    if (found.end <= start || found.start >= end) continue;
    const from = Math.max(found.start, start) - start;
    const to = Math.min(found.end, end) - start;
    const last = marks.at(-1);
    if (last && from <= last.end) marks[marks.length - 1] = { start: last.start, end: Math.max(last.end, to) };
    else marks.push({ start: from, end: to });
  }
  return { text: text.slice(start, end), field, offset: start, marks };
}

/** The hit from which on most different phrases, then most hits, fit into a snippet. */
function bestPlace(hits: readonly Hit[]): Hit | undefined {
  let best: Hit | undefined;
  let most = -1;
  for (const [i, hit] of hits.entries()) {
    const phrases = new Set<number>();
    let count = 0;
    for (let k = i; k < hits.length && (hits[k] as Hit).end <= hit.start + LENGTH - BEFORE; k += 1) {
      phrases.add((hits[k] as Hit).phrase);
      count += 1;
    }
    const value = phrases.size * 1000 + count;
    if (value > most) {
      most = value;
      best = hit;
    }
  }
  return best;
}

/** Where a snippet begins: at a sentence close before the hit, otherwise at a character some way before it. */
function startBefore(text: string, hit: number): number {
  const from = Math.max(0, hit - 2 * BEFORE);
  const terms = cut(text.slice(from, hit + BEFORE));
  let start = hit;
  // The first term of the stretch may be half a word.
  for (let i = terms.starts.length - 1; i >= (from === 0 ? 0 : 1); i -= 1) {
    const at = from + (terms.starts[i] as number);
    if (at >= hit) continue;
    if (at < hit - BEFORE || terms.kinds[i] === Class.stop || terms.kinds[i] === Class.paragraph) break;
    start = at;
  }
  return start;
}

/** The end of the last whole term before `limit`, so that no character is split. */
function endBefore(text: string, start: number, limit: number): number {
  if (text.length <= limit) return text.length;
  for (const from of [Math.max(start, limit - BEFORE), start]) {
    const { ends } = cut(text.slice(from, limit + BEFORE));
    // Cut at its beginning, a term may be another one.
    for (let i = ends.length - 1; i >= (from === start ? 0 : 1); i -= 1) {
      const end = from + (ends[i] as number);
      if (end <= limit) return end;
    }
  }
  return limit - (text.slice(0, limit).isWellFormed() ? 0 : 1);
}
