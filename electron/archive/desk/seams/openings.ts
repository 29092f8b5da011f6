import { hanAtStart, isDigit, isHan } from '../reading/characters.ts';
import { type Lexicon, readWords } from '../reading/lexicon.ts';
import { AFTER_A_MARK, AFTER_A_WORD } from './opening-weights.ts';

/**
 * Whether a text reads as if it began inside a sentence: the classes of its first words, where its first mark stands
 * and what stands before it, whether its first character is one that ends words. Log odds against the
 * beginning of a paragraph, fitted on clean articles (`test/bench/desk-openings.ts`): once for sentences cut between
 * words, once for those cut behind a comma, where a clause begins much as a sentence does.
 */
export interface Opening {
  readonly afterWord: number;
  readonly afterMark: number;
}

export function weighOpening(plain: string, words: Lexicon): Opening {
  const features = openingFeatures(plain, words);
  const sum = (weights: ReadonlyMap<string, number>) =>
    features.reduce((total, feature) => total + (weights.get(feature) ?? 0), 0);
  return { afterWord: sum(AFTER_A_WORD), afterMark: sum(AFTER_A_MARK) };
}

const HALF_WIDTH: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：' };

export function openingFeatures(plain: string, words: Lexicon): string[] {
  const features = ['any'];
  const first = plain[0] ?? '';
  let opening: string[] = [];
  if (isHan(first)) {
    opening = readWords(words, hanAtStart(plain.slice(0, 14))).slice(0, 3);
    features.push(...wordFeatures(opening, words));
  } else if (isDigit(first)) {
    const unit = /^[\d.]+(.)/u.exec(plain)?.[1] ?? '';
    features.push('number', `number ${/[年月日]/u.test(unit) ? 'date' : /[%％‰]/u.test(unit) ? '%' : 'other'}`);
  } else features.push(/[“‘「『《"]/u.test(first) ? 'quotation' : 'letter');
  const mark = /[，。、；：！？,;:]/u.exec(plain.slice(0, 60));
  if (mark) {
    features.push(`mark ${HALF_WIDTH[mark[0]] ?? mark[0]}${placeOf(mark.index)}`);
    const reach = opening.map((_, at) => opening.slice(0, at + 1).join('').length);
    features.push(`words before a mark ${reach.filter((length) => length < mark.index).length}`);
    const clause = hanAtStart(plain.slice(0, Math.min(20, mark.index)));
    const verbs = readWords(words, clause).map((word) => words.classOf(word).slice(1) === 'v');
    features.push(`verbs ${Math.min(2, verbs.filter(Boolean).length)}`, `verb ${Math.min(4, verbs.indexOf(true))}`);
  }
  return features;
}

function wordFeatures([one = '', two = '', three = '']: readonly string[], words: Lexicon): string[] {
  const speech = (word: string) => words.classOf(word).slice(1);
  const fifth = (share: number) => Math.floor(share * 4.999);
  const features = [
    `first ${one.length > 2 ? '+' : ''}${words.classOf(one)}`,
    `second ${words.classOf(two)}`,
    `two ${speech(one).slice(0, 1)} ${speech(two).slice(0, 1)}`,
    `third ${speech(three)}`,
    `share ${Math.max(-16, Math.min(-6, Math.round((words.logShare(one) ?? -19) / 2) * 2))}`,
  ];
  if (one.length === 1) features.push(`ends ${fifth(words.endsWords(one))}`, `begins ${fifth(words.beginsWords(one))}`);
  if (one.length === 1 && two.length === 1) features.push('two single');
  return features;
}

function placeOf(index: number): number {
  return [1, 2, 3, 5, 8, 13].find((place) => index <= place) ?? 20;
}
