import type { Derivation } from '#contract/derivation.ts';
import { separateArticles } from './articles.ts';
import { isMostlyLatin } from './characters.ts';
import { classify } from './classify.ts';
import { compose } from './compose.ts';
import { sayConfidence } from './confidence.ts';
import type { ReadPage } from './confidence-evidence.ts';
import { markDuplicates } from './duplicates.ts';
import { readFragments } from './fragments.ts';
import { nameKinds } from './kinds.ts';
import { lexicon } from './lexicon.ts';
import { measureLines, readLines } from './lines.ts';
import { inSimplified } from './script.ts';
import { findSeams } from './seams.ts';
import { knownWords } from './spaces.ts';
import { readUnits } from './units.ts';

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
