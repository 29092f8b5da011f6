import { classify } from './blocks/classify.ts';
import { isMostlyLatin, widthOf } from './reading/characters.ts';
import { readFragments } from './reading/fragments.ts';
import { lexicon } from './reading/lexicon.ts';
import { measureLines, readLines } from './reading/lines.ts';
import { inSimplified } from './reading/script.ts';
import { readUnits, type Unit } from './reading/units.ts';

/** The largest broadsheet pages have some 20,000 characters; whole issues and books have more. */
const LARGEST_PAGE = 120_000;
const SMALLEST_PAGE = 150;

/**
 * Whether a text is the dump of a newspaper page, with several stories or with stories that the layout cut, and not one
 * document: a novel, a log, source code, a note, one article. When in doubt it is a document; the desk can always be
 * asked for by hand.
 */
export function looksLikePage(source: string): boolean {
  if (source.length < SMALLEST_PAGE || source.length > LARGEST_PAGE) return false;
  if (looksLikeCode(source)) return false;
  const text = inSimplified(source);
  const lines = readLines(text);
  if (lines.length < 4) return false;
  const measure = measureLines(text, lines);
  const units = readUnits(text, readFragments(text, lines, measure), measure, new Set());
  const openings = countOpenings(units);
  // A last paragraph without a full stop is a habit of notes; a cut has text of another kind or place behind it.
  const mayBeCut = (unit: Unit) => !unit.complete && !/[：:]$/u.test(unit.plain) && unit.index < units.length - 1;
  // Most documents are told here, before the lexicon is read, which takes half a second once in a thread.
  if (openings < 2 && units.filter(mayBeCut).length < 3 - openings) return false;
  classify(units, lexicon());
  const body = units.filter((unit) => unit.role === 'paragraph' && isProse(unit));
  const prose = body.reduce((sum, unit) => sum + unit.end - unit.start, 0);
  if (body.length < 2 || prose < text.length * 0.4) return false;
  const heads = units.filter((unit) => unit.role === 'head').length;
  const cuts = body.filter(mayBeCut).length;
  if (openings >= 2) return heads + openings >= 3;
  if (openings === 1) return cuts >= 2 && heads >= 1;
  return cuts >= 3 && cuts >= body.length * 0.08 && heads >= 2 && heads <= body.length && !isMostlyLatin(text);
}

/** Marks that newspapers put where a story begins or ends; those of one story count once. */
function countOpenings(units: readonly Unit[]): number {
  let count = 0;
  let last = -10;
  for (const unit of units) {
    const named = unit.sign === 'byline' && unit.plain.length <= 40;
    const marked =
      unit.sign === 'dateline' ||
      unit.sign === 'continuation_mark' ||
      unit.sign === 'author_note' ||
      (unit.sign === 'label' && unit.label !== 'column');
    if (!named && !marked) continue;
    // A byline beside its dateline is one mark.
    if (unit.index - last > 1) count++;
    last = unit.index;
  }
  return count;
}

function isProse(unit: Unit): boolean {
  if (/^(?:[-*+•>|#]|\d{1,3}[.)]\s|\[|\{|<)/u.test(unit.plain)) return false;
  if (widthOf(unit.plain) < 10) return false;
  const letters = unit.text.match(/[\p{L}\p{P}\s]/gu)?.length ?? 0;
  return letters >= unit.text.length * 0.6 && /[，。、；！？,.;!?]/u.test(unit.text);
}

/** Programs, logs, tables and markup: too many signs that sentences do not use, or lines that begin with a time. */
function looksLikeCode(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const signs = sample.match(/[{}<>=;|\\$#@`_[\]]/gu)?.length ?? 0;
  if (signs > sample.length * 0.03) return true;
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  const stamped = lines.filter((line) => /^\W?\d{2,4}[-/:.]\d{1,2}[-/:.]\d{1,2}/u.test(line.trim())).length;
  return stamped > lines.length * 0.3;
}
