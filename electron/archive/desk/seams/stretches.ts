import { isAside, isBody, neighbour, type Unit, wordsIn } from '../reading/units.ts';
import { type Rarity, vocabularyOf } from '../reading/vocabulary.ts';
import type { Clue } from './clues.ts';
import type { PageText } from './pairs.ts';

/**
 * Stretches of a page that surely belong to one story: what stands below each other without a headline, a cut that
 * was not joined or the tail of another column between. The words of a whole stretch tell which story a column
 * belongs to far better than the few lines around a cut do.
 */
export interface Stretches {
  /** Which story the text of the pair speaks of, as clues. */
  readonly compare: (head: Unit, tail: Unit) => Clue[];
}

/** Words beyond this many characters on either side of a cut add little and cost time. */
const ENOUGH = 700;

/** The words of some text by their numbers, each with its weight. */
interface Terms {
  readonly numbers: Int32Array;
  readonly weights: Float64Array;
  readonly length: number;
}

interface Direction extends Terms {
  /** The unit that was reached: where the story begins, as far as is known. */
  readonly end: number;
}

/** `joined` are the pairs made so far, head → tail. */
export function readStretches(
  page: PageText,
  joined: ReadonlyMap<number, number>,
  heads: readonly Unit[],
  startsInside: (unit: Unit) => boolean,
): Stretches {
  const { rarity, units } = page;
  if (!rarity) return { compare: () => [] };
  const back = new Map([...joined].map(([head, tail]) => [tail, head]));
  const stretchOf = divide(page, joined, back, startsInside);
  const terms = numberTerms(units, rarity);
  const memory = new Map<number, Direction>();
  const gather = (unit: Unit, step: 1 | -1): Direction => {
    const key = step * (unit.index + 1);
    const known = memory.get(key);
    if (known) return known;
    const parts: number[] = [];
    let size = 0;
    const seen = new Set<number>();
    let at: number | undefined = unit.index;
    let end = unit.index;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      const here = units[at];
      if (!here) break;
      end = at;
      if (size < ENOUGH && (isBody(here) || here.role === 'head')) {
        parts.push(at);
        size += here.plain.length;
      }
      at = beside(at, step);
    }
    const direction = { ...terms.of(parts), end };
    memory.set(key, direction);
    return direction;
  };
  /** The unit before or behind, over a seam where the sentence is cut. */
  const beside = (at: number, step: 1 | -1): number | undefined => {
    const over = step > 0 ? joined.get(at) : back.get(at);
    if (over !== undefined) return over;
    for (let next = at + step; next >= 0 && next < units.length; next += step) {
      const unit = units[next];
      if (!unit || isAside(unit)) continue;
      if (stretchOf[next] === stretchOf[at]) return next;
      return undefined;
    }
    return undefined;
  };
  const likeness = (head: Unit, tail: Unit) => terms.compare(gather(tail, 1), [gather(head, -1)])[0] ?? 0;
  const best = new Map<number, readonly { readonly head: Unit; readonly value: number }[]>();
  const rank = (tail: Unit) => {
    const known = best.get(tail.index);
    if (known) return known;
    const others = heads.filter((head) => head !== tail);
    const values = terms.compare(
      gather(tail, 1),
      others.map((head) => gather(head, -1)),
    );
    const made = others.map((head, at) => ({ head, value: values[at] ?? 0 })).toSorted((a, b) => b.value - a.value);
    best.set(tail.index, made);
    return made;
  };
  return {
    compare(head, tail) {
      const ranked = rank(tail);
      const own = ranked.find((other) => other.head === head)?.value ?? 0;
      const story = gather(head, -1).end;
      const rival = ranked.find((other) => gather(other.head, -1).end !== story)?.value ?? 0;
      const clues: Clue[] = [
        { name: 'the words of this story rather than another', value: (own - rival) / (own + rival + 0.03) },
      ];
      // A column that comes from elsewhere does not go on with what stands above it.
      const above = neighbour(units, tail.index, -1);
      if (above && isBody(above) && above !== head) {
        const here = likeness(above, tail);
        clues.push({ name: 'the words above are of another story', value: (own - here) / (own + here + 0.03) });
      }
      return clues;
    },
  };
}

/** Numbers the stretches: units with the same number stand in one. */
function divide(
  page: PageText,
  joined: ReadonlyMap<number, number>,
  back: ReadonlyMap<number, number>,
  startsInside: (unit: Unit) => boolean,
): Int32Array {
  const numbers = new Int32Array(page.units.length);
  let number = 0;
  let above: Unit | undefined;
  for (const unit of page.units) {
    numbers[unit.index] = number;
    if (isAside(unit)) continue;
    const heads = unit.role === 'head' || unit.role === 'byline' || unit.role === 'label' || unit.role === 'dateline';
    if (above) {
      const follows = joined.get(above.index) === unit.index;
      const opensNew = unit.role === 'continuation_mark' || above.role === 'author_note' || (heads && isBody(above));
      const comesFar = isBody(unit) && !follows && (back.has(unit.index) || (isBody(above) && startsInside(unit)));
      const leaves = isBody(above) && !follows && joined.has(above.index);
      const lost = isBody(above) && isBody(unit) && !above.complete && !follows && !/[：:]$/u.test(above.plain);
      if (opensNew || comesFar || leaves || lost) number++;
    }
    numbers[unit.index] = number;
    above = unit;
  }
  return numbers;
}

/** Words as numbers: the texts of a page are read once, and added up for every stretch that has them. */
function numberTerms(units: readonly Unit[], rarity: Rarity) {
  const numbers = new Map<string, number>();
  const rare: number[] = [];
  const read = units.map((unit) => {
    if (!isBody(unit) && unit.role !== 'head') return undefined;
    const counts = vocabularyOf(wordsIn(unit));
    const own = new Int32Array(counts.size);
    let at = 0;
    for (const term of counts.keys()) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = rare.length;
        numbers.set(term, number);
        rare.push(Math.max(0.05, rarity(term)));
      }
      own[at++] = number;
    }
    return { own, counts: Float64Array.from(counts.values()) };
  });
  const sums = new Float64Array(rare.length);
  return {
    of(parts: readonly number[]): Terms {
      const found: number[] = [];
      for (const part of parts) {
        const unit = read[part];
        unit?.own.forEach((number, at) => {
          if (sums[number] === 0) found.push(number);
          sums[number] = (sums[number] ?? 0) + (unit.counts[at] ?? 0);
        });
      }
      let square = 0;
      const weights = Float64Array.from(found, (number) => {
        const weight = (rare[number] ?? 0.05) * (1 + Math.log(sums[number] ?? 1));
        square += weight * weight;
        sums[number] = 0;
        return weight;
      });
      return { numbers: Int32Array.from(found), weights, length: Math.sqrt(square) };
    },
    /** How like one text each of some others is: the cosine of their words. */
    compare(one: Terms, others: readonly Terms[]): number[] {
      one.numbers.forEach((number, at) => {
        sums[number] = one.weights[at] ?? 0;
      });
      const found = others.map(({ numbers: own, weights, length }) => {
        let sum = 0;
        for (let at = 0; at < own.length; at++) sum += (weights[at] ?? 0) * (sums[own[at] ?? 0] ?? 0);
        return sum === 0 ? 0 : sum / (length * one.length);
      });
      for (const number of one.numbers) sums[number] = 0;
      return found;
    },
  };
}
