/**
 * What speaks for two halves of a cut sentence being one, and how much: log odds against "the other half is not on
 * this page". What the words say is fitted on scrambled and labelled pages (`test/bench/desk-fit.ts`) and held near
 * judgement; where things stand and how they are printed keeps the weight that newspapers gave it.
 */
export const WEIGHTS = {
  // The tail by itself: does it go on inside a sentence?
  'after a byline or label': -2.3,
  'after a headline': 0.6,
  'behind a whole paragraph': 0.6,
  'begins with closing punctuation': 8,
  'begins with a quotation': -0.1,
  'begins with speech': -4.1,
  'begins with a small letter': 2.2,
  'begins with a capital': -1.3,
  'a time or connective opens it': -1.2,
  'begins with a number': 0.9,
  'opens with a noun': 0,
  'opens with a verb': 0.2,
  'opens with a pronoun or connective': 0.1,
  'opens with a time': 0.1,
  'opens with a particle': -0.8,
  'a rare single character opens it': 0.1,
  'a bound character opens it': 0.4,
  'closes what it did not open': 1.2,
  'an odd quotation mark': 2.3,
  'a run-in head': -0.6,
  'a run-in clause': -0.6,
  'paragraphs begin alike': -0.7,
  'the first line is set in': -3.5,
  'the first line is full': 1.7,
  'its opening recurs': -0.9,
  'set in like a first line': -4.3,
  'not set in': 0.2,
  'a short rest': 1.4,
  'someone speaks first': -1,
  'reads like the inside of a sentence': 0.8,
  'a clause begins behind a mark': 2.5,
  // The pair.
  'the words above are of another story': 0.7,
  'next text below': 4.6,
  'elsewhere on the page': -0.7,
  distance: -2,
  'stands earlier': -0.7,
  'stories between': -1.8,
  'a word across the seam': 6,
  'characters that go together': 2.9,
  'half a word is left': -2.2,
  'words that follow each other': 1.7,
  'a number goes on': 0.2,
  'a number breaks off': -1.6,
  'a unit without its number': -1,
  'a deed is missing': -0.8,
  'a quoted name behind a verb': 1.2,
  'what is counted follows': 0.9,
  'a particle behind a mark': -1.2,
  'the page has these words': 0.6,
  'a quotation is closed': 3.2,
  'a quotation stays open': -5.7,
  'closes what was not opened': -6.4,
  'one odd quotation mark': -5.1,
  'two odd quotation marks': 1.4,
  'goes on in small letters': -1.5,
  'two words that cannot meet': -4.7,
  'a hyphenated word': 3,
  'a rotated page': 4,
  'the last words of the page': 0.8,
  'the last line is not full': 0.6,
  'shared words': 0.4,
  'the words of this story rather than another': 0,
  'a column as deep as others ends': 1,
  'a column as deep as others begins': 0.5,
  'a story ends below': -1.5,
  'no text below': 2,
  'the text below completes another': 2.1,
  'the text below begins anew': -1.5,
  'below a sentence completed elsewhere': 0,
  'below another open end': 0.2,
  'both would be left over': 1.7,
  'more open ends than beginnings': -3.5,
  'how it stands among all pairs': 1,
  'nothing is lost on this page': 3,
  'the other half may be lost': -1.8,
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
  let sum = 0;
  for (const { name, value } of clues) sum += weights[name] * value;
  return sum;
}

/** The clues that spoke for it, strongest first. */
export function reasonsOf(clues: readonly Clue[]): string[] {
  return clues
    .filter((clue) => WEIGHTS[clue.name] * clue.value > 0.3)
    .toSorted((a, b) => WEIGHTS[b.name] * b.value - WEIGHTS[a.name] * a.value)
    .map((clue) => clue.words ?? clue.name);
}
