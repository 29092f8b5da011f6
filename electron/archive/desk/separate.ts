import type { Derivation } from '#contract/derivation.ts';
import { separateArticles } from './articles/articles.ts';
import { compose } from './articles/compose.ts';
import { nameKinds } from './articles/kinds.ts';
import { classify } from './blocks/classify.ts';
import { markDuplicates } from './blocks/duplicates.ts';
import { sayConfidence } from './confidence/confidence.ts';
import type { ReadPage } from './confidence/evidence.ts';
import { isMostlyLatin } from './reading/characters.ts';
import { readFragments } from './reading/fragments.ts';
import { lexicon } from './reading/lexicon.ts';
import { measureLines, readLines } from './reading/lines.ts';
import { inSimplified } from './reading/script.ts';
import { knownWords } from './reading/spaces.ts';
import { readUnits } from './reading/units.ts';
import { findSeams } from './seams/seams.ts';

/**
 * A raw newspaper page to separate articles: pure and deterministic. Every code unit of the text stands exactly once
 * in the result; nothing is altered but blanks and line-end hyphens. What is doubtful says so by its confidence.
 */
export function separate(text: string): Derivation {
  return sayConfidence(readDesk(text));
}

/** Everything but how certain it is. */
export function readDesk(source: string): ReadPage {
  const text = inSimplified(source);
  const lines = readLines(text);
  const measure = measureLines(text, lines);
  const known = isMostlyLatin(text) ? knownWords(text) : new Set<string>();
  const units = readUnits(text, readFragments(text, lines, measure), measure, known);
  const words = lexicon();
  classify(units, words);
  markDuplicates(units);
  const matching = findSeams(units, words);
  const { seams } = matching;
  const drafts = separateArticles(units, seams);
  nameKinds(drafts);
  const derivation = compose(source, units, drafts, seams, measure, known);
  return { derivation, units, drafts, matching };
}
