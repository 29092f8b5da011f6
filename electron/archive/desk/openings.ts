import { isDigit, isHan } from './characters.ts';
import { type Lexicon, readWords } from './lexicon.ts';
import { WEIGHTS } from './opening-weights.ts';

/**
 * Whether a text reads as if it began inside a sentence: the classes of its first two words, where its first mark
 * stands, how short it is. Weights are fitted on clean articles (`test/bench/desk-openings.ts`).
 */
export function weighOpening(plain: string, complete: boolean, words: Lexicon): number {
  return openingFeatures(plain, complete, words).reduce((sum, feature) => sum + (WEIGHTS[feature] ?? 0), 0);
}

export function openingFeatures(plain: string, complete: boolean, words: Lexicon): string[] {
  const features = ['any'];
  const first = plain[0] ?? '';
  if (isHan(first)) {
    const [one = '', two = ''] = readWords(words, /^\p{Script=Han}+/u.exec(plain.slice(0, 12))?.[0] ?? '');
    features.push(`first ${one.length > 2 ? '+' : ''}${words.classOf(one)}`, `second ${words.classOf(two)}`);
  } else if (isDigit(first)) features.push('number');
  else features.push(/[“‘「『《"]/u.test(first) ? 'quotation' : 'letter');
  const mark = /[，。、；：！？]/u.exec(plain.slice(0, 60));
  if (mark) features.push(`mark ${mark[0]}${Math.min(5, Math.floor(Math.log2(mark.index + 1)))}`);
  if (complete) features.push(`length ${Math.min(7, Math.floor(Math.log2(plain.length)))}`);
  return features;
}
