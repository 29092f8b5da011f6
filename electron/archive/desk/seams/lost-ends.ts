import { weigh } from './clues.ts';
import { sumOfMatchings } from './marginals.ts';
import type { PairClues } from './seams.ts';

/**
 * An extractor loses last lines all over a page or on none of it: of five labelled pages three have lost nothing, the
 * others two ends and eight. Weighed one by one, an open end whose other half fits badly is always lost; weighed
 * together, a page on which all others fit has not lost this one either.
 */

/** Open ends that are lost, over all pages: what the weights of the clues take for granted. */
const OVERALL = 0.25;
/** On a page that loses none some ends are no ends but headlines and captions that were taken for text. */
const ON_WHOLE_PAGES = 0.02;
const ON_DAMAGED_PAGES = 0.37;
/** Pages that lose nothing, against those that do, before they are read: doubtful ones are left as they are. */
const LOG_ODDS = -1.5;
/** The clues of a page depend on each other; odds of more than this are the same. */
const SHARPNESS = 1.5;
/** Pairs that nothing speaks for add nothing. */
const HOPELESS = -8;

/** From 0 to 1: whether every open end of the page goes on somewhere on it. */
export function nothingIsLost(clues: PairClues): number {
  if (clues.size === 0) return 0;
  const weights = new Map(
    [...clues].map(([head, row]) => [
      head.index,
      new Map(
        [...row].flatMap(([tail, list]) => {
          const weight = weigh(list);
          return weight > HOPELESS ? [[tail.index, weight] as const] : [];
        }),
      ),
    ]),
  );
  const odds = evidenceFor(weights, ON_WHOLE_PAGES) - evidenceFor(weights, ON_DAMAGED_PAGES);
  return 1 / (1 + Math.exp(-SHARPNESS * (odds + LOG_ODDS)));
}

/** Logarithm of how probable the page is where this share of its open ends is lost. */
function evidenceFor(weights: ReadonlyMap<number, ReadonlyMap<number, number>>, lost: number): number {
  const alone = Math.log(lost / OVERALL);
  return sumOfMatchings(weights, Math.log((1 - lost) / (1 - OVERALL)) - alone) + weights.size * alone;
}

/** Less than this is left unsaid. */
const HARDLY = 0.05;

/** The same pairs, where the page as a whole says that each end goes on somewhere. */
export function withLostEnds(clues: PairClues): PairClues {
  const value = nothingIsLost(clues);
  if (value < HARDLY) return clues;
  return new Map(
    [...clues].map(([head, row]) => [
      head,
      new Map(
        [...row].map(([tail, list]) => [tail, [...list, { name: 'nothing is lost on this page' as const, value }]]),
      ),
    ]),
  );
}
