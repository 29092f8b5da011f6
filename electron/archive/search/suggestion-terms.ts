import { cut } from './cut.ts';
import { Class } from './fold.ts';

/** Letters of a word that can be typed before it is found by its whole. */
const LONGEST_PREFIX = 12;

/** A short text as the as-you-type index holds it. */
export interface SuggestionTerms {
  /** Folded, punctuation and layout left out, words parted by one blank: what a typed text must stand in. */
  readonly line: string;
  /** What to find it by: Han pairs, the first Han character of each run, the beginnings of words. */
  readonly keys: readonly string[];
  /** The whole words of alphabets, for corrections. */
  readonly words: readonly string[];
}

/** Terms of a stored text. */
export function suggestionTerms(text: string): SuggestionTerms {
  const { line, runs, words } = readRuns(text);
  const keys = new Set<string>();
  for (const run of runs) {
    if (run.length > 0) keys.add(run[0] as string);
    for (const pair of pairsOf(run)) keys.add(pair);
  }
  for (const word of words)
    for (let length = 1; length <= Math.min(word.length, LONGEST_PREFIX); length += 1) keys.add(word.slice(0, length));
  return { line, keys: [...keys], words };
}

/** One of the words that were typed, and the keys that an entry must have all of to hold it. */
export interface TypedPart {
  readonly line: string;
  readonly keys: readonly string[];
}

/** What was typed, at its blanks; the last word of an alphabet may be half typed. */
export function typedTerms(text: string): TypedPart[] {
  return text.split(/\s+/u).flatMap((part) => {
    const { line, runs, words } = readRuns(part);
    const pairs = runs.flatMap((run) => (run.length === 1 ? run : pairsOf(run)));
    const keys = [...pairs, ...words.map((word) => word.slice(0, LONGEST_PREFIX))];
    return keys.length > 0 ? [{ line, keys }] : [];
  });
}

/** Han runs and words in their order; punctuation and layout part neither. */
function readRuns(text: string): { line: string; runs: string[][]; words: string[] } {
  const { terms, kinds } = cut(text);
  const runs: string[][] = [];
  const words: string[] = [];
  let line = '';
  let isInRun = false;
  for (const [i, term] of terms.entries()) {
    if (kinds[i] === Class.character) {
      if (isInRun) runs.at(-1)?.push(term);
      else runs.push([term]);
      isInRun = true;
      line += term;
    } else if (kinds[i] === Class.letter) {
      isInRun = false;
      words.push(term);
      line += line === '' || line.endsWith(' ') ? `${term} ` : ` ${term} `;
    }
  }
  return { line: line.trim(), runs, words };
}

function pairsOf(run: readonly string[]): string[] {
  return run.slice(1).map((character, i) => `${run[i]}${character}`);
}
