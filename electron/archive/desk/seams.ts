import { assign } from './assignment.ts';
import { isHan, isLatin } from './characters.ts';
import { type Lexicon, wordAcross, wordGain } from './lexicon.ts';
import { columnsOf, openingsOf, type StartEvidence, weighStart } from './starts.ts';
import { confidenceOf, isAside, isBody, type Unit } from './units.ts';

/** A sentence that the layout cut, joined again. */
export interface Seam {
  readonly head: number;
  readonly tail: number;
  /** The tail is the next text below, with at most pictures between. */
  readonly adjacent: boolean;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** What a pair must be worth: a cut whose other half is lost is better left open than joined to a stranger. */
const THRESHOLD = 0.6;
/** Weaker pairs are forgotten; between this and 0 a pair can still be vouched for by its neighbours. */
const LEAST = -2.5;
/** Heads and tails beyond this many are matched within a window only, so that a huge text stays linear. */
const MOST_PAIRS = 60_000;
const WINDOW = 3;

interface Pair {
  readonly weight: number;
  readonly adjacent: boolean;
  readonly reasons: readonly string[];
}

/** Short runs of characters that stand on the page, for asking whether a seam reads like the rest of it. */
function pageGrams(units: readonly Unit[]): Set<string> {
  const grams = new Set<string>();
  for (const unit of units) {
    for (let at = 0; at + 3 <= unit.plain.length; at++) grams.add(unit.plain.slice(at, at + 3));
  }
  return grams;
}

export function findSeams(units: readonly Unit[], words: Lexicon): Seam[] {
  const body = units.filter(isBody);
  const heads = body.filter((unit) => isOpen(unit, units));
  if (heads.length === 0) return [];
  const columns = columnsOf(body);
  const siblings = openingsOf(body);
  const starts = new Map<number, StartEvidence>();
  for (const unit of body)
    starts.set(unit.index, weighStart(unit, previous(units, unit), words, columns.get(unit.index), siblings));
  const grams = pageGrams(body);
  const next = nextBody(units);
  const vocabularies = new Map<number, ReadonlySet<string>>();
  const weigh = (head: Unit, tail: Unit) =>
    weighPair(head, tail, { units, next, starts, grams, words, body, vocabularies });
  const pairs = new Map<number, Map<number, Pair>>();
  const wide = heads.length * body.length > MOST_PAIRS;
  const place = new Map(body.map((unit, at) => [unit.index, at]));
  for (const head of heads) {
    const row = new Map<number, Pair>();
    const at = place.get(head.index) ?? 0;
    const near = wide ? body.slice(Math.max(0, at - WINDOW), at + WINDOW) : body;
    for (const tail of near) {
      if (tail === head) continue;
      const pair = weigh(head, tail);
      if (pair.weight > LEAST) row.set(tail.index, pair);
    }
    pairs.set(head.index, row);
  }
  return dropCycles(resolve(heads, pairs, wide));
}

/** Ends inside a sentence. A colon ends a paragraph that a list or a speech follows. */
function isOpen(unit: Unit, units: readonly Unit[]): boolean {
  if (unit.complete) return false;
  if (/[：:]$/u.test(unit.plain)) return false;
  return !(
    units[unit.index + 1]?.inLine &&
    units[unit.index + 1]?.block === unit.block &&
    units[unit.index + 1]?.role === 'continuation_mark' &&
    unit.complete
  );
}

function previous(units: readonly Unit[], unit: Unit): Unit | undefined {
  for (let at = unit.index - 1; at >= 0; at--) {
    const before = units[at];
    if (before && !isAside(before)) return before;
  }
  return undefined;
}

/** For each unit the next text below, skipping pictures and furniture; undefined where a headline or byline comes first. */
function nextBody(units: readonly Unit[]): Map<number, number> {
  const next = new Map<number, number>();
  for (const unit of units) {
    for (let at = unit.index + 1; at < units.length; at++) {
      const below = units[at];
      if (!below || isAside(below)) continue;
      if (isBody(below)) next.set(unit.index, at);
      break;
    }
  }
  return next;
}

interface Page {
  readonly units: readonly Unit[];
  readonly next: ReadonlyMap<number, number>;
  readonly starts: ReadonlyMap<number, StartEvidence>;
  readonly grams: ReadonlySet<string>;
  readonly words: Lexicon;
  readonly body: readonly Unit[];
  /** Pairs of characters around a unit, made once. */
  readonly vocabularies: Map<number, ReadonlySet<string>>;
}

function weighPair(head: Unit, tail: Unit, page: Page): Pair {
  const { next, starts, grams, words, body } = page;
  const reasons: string[] = [];
  let weight = -THRESHOLD;
  const add = (value: number, reason: string) => {
    weight += value;
    reasons.push(reason);
  };
  const start = starts.get(tail.index);
  weight -= start?.score ?? 0;
  if (start && start.score < -1) reasons.push(...start.reasons.slice(-1));
  const adjacent = next.get(head.index) === tail.index;
  if (adjacent) add(2.6, 'next text below');
  else {
    const distance = Math.abs(tail.index - head.index);
    add(-0.9 - Math.min(1.5, distance * 0.02), 'elsewhere on the page');
    if (tail.index < head.index) add(-0.3, 'stands earlier');
  }
  const left = head.plain;
  const right = tail.plain;
  const before = left.at(-1) ?? '';
  const after = right[0] ?? '';
  if (isHan(before) && isHan(after)) {
    const gain = wordGain(words, left, right);
    const word = gain > 2 ? wordAcross(words, left, right) : undefined;
    if (word) add(Math.min(5.5, gain * 0.42), `the word ${word}`);
  }
  let echoes = 0;
  for (const [from, to] of [
    [2, 1],
    [1, 2],
  ] as const)
    if (grams.has(left.slice(-from) + right.slice(0, to))) echoes++;
  if (echoes > 0) add(0.9 * echoes, 'the page has these words');
  weighQuotes(head, tail, add);
  if (isLatin(before) || isLatin(after)) {
    if (/^\p{Ll}/u.test(right)) add(1, 'goes on in small letters');
    if (/-$/.test(left) && /^\p{Ll}/u.test(right)) add(3, 'a hyphenated word');
  }
  if (body.at(-1) === head && tail.index < head.index && (start?.score ?? 0) < 0.5)
    add(body[0] === tail ? 2 : 1.2, 'a rotated page');
  const column = head.rows.column;
  const last = head.rows.widths.at(-1);
  if (column !== undefined && last !== undefined && last < column - 2.5) add(-1.5, 'the last line is not full');
  if (!adjacent) add(sharedWords(head, tail, page), 'shared words');
  return { weight, adjacent, reasons };
}

/** An open quotation must be closed behind the seam; a balanced half meets no half that closes. */
function weighQuotes(head: Unit, tail: Unit, add: (value: number, reason: string) => void): void {
  const { open } = head.balance;
  const { closed } = tail.balance;
  const inner = open.at(-1);
  if (inner !== undefined) {
    if (closed.startsWith(inner)) add(4.5, 'quote balance');
    else if (tail.complete) add(-3.5, 'a quotation stays open');
  } else if (closed !== '') add(-5, 'closes what was not opened');
  if (head.balance.straightOdd !== tail.balance.straightOdd && tail.complete) add(-2, 'an odd quotation mark');
  else if (head.balance.straightOdd && tail.balance.straightOdd) add(3, 'quote balance');
}

/** Words of two characters that both halves use, as a share of the shorter; between -0.5 and 1.5. */
function sharedWords(head: Unit, tail: Unit, page: Page): number {
  const a = pairsAround(head, page);
  const b = pairsAround(tail, page);
  if (a.size < 10 || b.size < 10) return 0;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const gram of few) if (many.has(gram)) shared++;
  return Math.min(1.5, (shared / few.size) * 6 - 0.5);
}

function pairsAround(unit: Unit, page: Page): ReadonlySet<string> {
  const known = page.vocabularies.get(unit.index);
  if (known) return known;
  const text = unit.plain + neighbourText(page.units, unit);
  const set = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at++)
    if (isHan(text[at] ?? '') && isHan(text[at + 1] ?? '')) set.add(text.slice(at, at + 2));
  page.vocabularies.set(unit.index, set);
  return set;
}

function neighbourText(units: readonly Unit[], unit: Unit): string {
  const before = units[unit.index - 1];
  const after = units[unit.index + 1];
  return (before && isBody(before) ? before.plain : '') + (after && isBody(after) ? after.plain : '');
}

/** One matching for the whole page; then the pairs that stand far apart are asked to keep their order. */
function resolve(heads: readonly Unit[], pairs: ReadonlyMap<number, ReadonlyMap<number, Pair>>, wide: boolean): Seam[] {
  const tails = [...new Set([...pairs.values()].flatMap((row) => [...row.keys()]))].toSorted((a, b) => a - b);
  const seams: Seam[] = [];
  if (wide) {
    const taken = new Set<number>();
    for (const head of heads) {
      const best = [...(pairs.get(head.index) ?? [])]
        .filter(([tail, pair]) => pair.weight > 0 && !taken.has(tail))
        .toSorted((a, b) => b[1].weight - a[1].weight)[0];
      if (!best) continue;
      taken.add(best[0]);
      seams.push(seamOf(head.index, best[0], best[1], best[1].weight));
    }
    return seams;
  }
  let weights = heads.map((head) => tails.map((tail) => pairs.get(head.index)?.get(tail)?.weight ?? -9));
  let matched = assign(weights);
  // Far pairs that a strong pair vouches for: same direction, same order.
  const sure = matched.flatMap((tail, head) =>
    tail >= 0 && (weights[head]?.[tail] ?? 0) > 3 ? [[heads[head]?.index ?? 0, tails[tail] ?? 0] as const] : [],
  );
  const far = sure.filter(([head, tail]) => Math.abs(head - tail) > 2);
  if (far.length > 0) {
    weights = weights.map((row, h) =>
      row.map((weight, t) => {
        const head = heads[h]?.index ?? 0;
        const tail = tails[t] ?? 0;
        if (weight <= -9 || Math.abs(head - tail) <= 2) return weight;
        const inOrder = far.filter(([a, b]) => a !== head && a < head === b < tail).length;
        const against = far.filter(([a, b]) => a !== head && a < head !== b < tail).length;
        return weight + 0.5 * Math.min(2, inOrder) - 0.7 * Math.min(2, against);
      }),
    );
    matched = assign(weights);
  }
  matched.forEach((tail, h) => {
    const head = heads[h];
    const tailIndex = tails[tail];
    if (tail < 0 || !head || tailIndex === undefined) return;
    const pair = pairs.get(head.index)?.get(tailIndex);
    if (!pair) return;
    const weight = weights[h]?.[tail] ?? 0;
    const rival = Math.max(0, ...(weights[h] ?? []).filter((_, other) => other !== tail && !matched.includes(other)));
    seams.push(seamOf(head.index, tailIndex, pair, Math.min(weight, weight - rival + 0.5)));
  });
  return seams;
}

function seamOf(head: number, tail: number, pair: Pair, margin: number): Seam {
  return { head, tail, adjacent: pair.adjacent, confidence: confidenceOf(margin), evidence: pair.reasons };
}

/** A chain that bites its own tail is cut at its weakest seam. */
function dropCycles(seams: readonly Seam[]): Seam[] {
  const after = new Map(seams.map((seam) => [seam.head, seam]));
  const dropped = new Set<Seam>();
  const seen = new Set<Seam>();
  for (const first of seams) {
    const walk: Seam[] = [];
    let seam: Seam | undefined = first;
    while (seam && !seen.has(seam)) {
      seen.add(seam);
      walk.push(seam);
      seam = after.get(seam.tail);
    }
    const from = seam ? walk.indexOf(seam) : -1;
    if (from < 0) continue;
    dropped.add(walk.slice(from).reduce((low, other) => (other.confidence < low.confidence ? other : low)));
  }
  return seams.filter((seam) => !dropped.has(seam));
}
