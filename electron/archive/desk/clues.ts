/**
 * What speaks for two halves of a cut sentence being one, and how much: log odds against "the other half is not on
 * this page". What the words say is fitted on scrambled and labelled pages (`test/bench/desk-fit.ts`) and held near
 * judgement; where things stand and how they are printed keeps the weight that newspapers gave it.
 */
export const WEIGHTS = {
  // The tail by itself: does it go on inside a sentence?
  'after a byline or label': -2.2,
  'after a headline': 0,
  'behind a whole paragraph': 0.2,
  'begins with closing punctuation': 8,
  'begins with a quotation': -0.7,
  'begins with speech': -2.4,
  'begins with a small letter': 4.5,
  'begins with a capital': -1.5,
  'a time or connective opens it': -1.7,
  'begins with a number': 0.8,
  'opens with a noun': -0.1,
  'opens with a verb': 0.1,
  'opens with a pronoun or connective': 0.3,
  'opens with a time': -0.4,
  'opens with a particle': -0.9,
  'a rare single character opens it': 0.4,
  'a bound character opens it': 1.4,
  'closes what it did not open': 3.3,
  'an odd quotation mark': 1.5,
  'a run-in head': -1.3,
  'a run-in clause': -0.9,
  'paragraphs begin alike': -1.3,
  'the first line is set in': -3,
  'the first line is full': 1.8,
  'its opening recurs': -0.9,
  'set in like a first line': -3.5,
  'not set in': 2,
  'a short rest': 1.6,
  'someone speaks first': -1.4,
  'reads like the inside of a sentence': 1.6,
  // The pair.
  'next text below': 1.5,
  'elsewhere on the page': -0.7,
  distance: -2,
  'stands earlier': -0.7,
  'stories between': -1.8,
  'a word across the seam': 7.5,
  'characters that go together': 2.5,
  'words that follow each other': 1.5,
  'a number goes on': 0.6,
  'a number breaks off': -1.5,
  'a unit without its number': -0.6,
  'a deed is missing': -0.7,
  'a quoted name behind a verb': 1.5,
  'what is counted follows': 1,
  'a particle behind a mark': -2.6,
  'the page has these words': 1.1,
  'a quotation is closed': 4,
  'a quotation stays open': -3.5,
  'closes what was not opened': -5,
  'one odd quotation mark': -2,
  'two odd quotation marks': 3,
  'goes on in small letters': 0.5,
  'two words that cannot meet': -3,
  'a hyphenated word': 3,
  'a rotated page': 4,
  'the last words of the page': 0.8,
  'the last line is not full': -1.5,
  'shared words': 0.7,
  'the words of this story rather than another': 0.4,
  'both would be left over': 3.1,
  'more open ends than beginnings': -3.3,
  'the other half may be lost': 0.1,
} as const satisfies Record<string, number>;

export type ClueName = keyof typeof WEIGHTS;

/** A clue that was found; `value` is 1 or a share of it. */
export interface Clue {
  readonly name: ClueName;
  readonly value: number;
  /** Said in place of the name. */
  readonly words?: string;
}

export function weigh(clues: readonly Clue[], weights: Readonly<Record<ClueName, number>> = WEIGHTS): number {
  return clues.reduce((sum, clue) => sum + weights[clue.name] * clue.value, 0);
}

/** The clues that spoke for it, strongest first. */
export function reasonsOf(clues: readonly Clue[]): string[] {
  return clues
    .filter((clue) => WEIGHTS[clue.name] * clue.value > 0.3)
    .toSorted((a, b) => WEIGHTS[b.name] * b.value - WEIGHTS[a.name] * a.value)
    .map((clue) => clue.words ?? clue.name);
}
