import type { CorrectionRefusal } from '#contract/corrections.ts';
import type { Derivation, Operation } from '#contract/derivation.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { spansOf } from '../../store/blocks.ts';
import type { SourceRange, StoredCorrection, StoredEdit } from '../../store/corrections.ts';
import { bodyHash } from '../../store/corrections.ts';
import { correctBlock, type Replacement } from './correct-block.ts';
import { openLedger } from './ledger.ts';
import { withBlocks } from './places.ts';

/** Why a text was not corrected. Asked in the transaction that would write it. */
export class CorrectionRefused extends Error {
  readonly reason: CorrectionRefusal | 'not_found';
  constructor(reason: CorrectionRefused['reason']) {
    super(reason);
    this.name = 'CorrectionRefused';
    this.reason = reason;
  }
}

/** The page with words of one of its articles replaced; spans count in that article's text on its own page. @throws CorrectionRefused */
export function correctPage(page: Derivation, id: ArticleId, edits: readonly Replacement[]): Derivation {
  const article = page.articles.find((other) => other.id === id);
  if (!article) throw new CorrectionRefused('not_found');
  const ledger = openLedger(page.operations);
  const spans = spansOf(article.blocks.map(({ text }) => text));
  const blocks = article.blocks.map((block, index) => {
    const { start = 0, end = 0 } = spans[index] ?? {};
    // From the last to the first, so that those before stay where they are.
    const own = edits.filter((edit) => edit.start >= start && edit.end <= end).toSorted((a, b) => b.start - a.start);
    return own.reduce((now, edit) => {
      if (/[\n\r]/u.test(edit.text) && block.role !== 'preformatted') throw new CorrectionRefused('paragraph');
      const within = { ...edit, start: edit.start - start, end: edit.end - start };
      const corrected = correctBlock(now, within, ledger);
      if (!corrected) throw new CorrectionRefused('paragraph');
      return corrected;
    }, block);
  });
  const isWithin = (edit: Replacement) => spans.some(({ start, end }) => edit.start >= start && edit.end <= end);
  if (!edits.every(isWithin)) throw new CorrectionRefused('paragraph');
  const corrected = withBlocks(article, blocks);
  return {
    ...page,
    articles: page.articles.map((other) => (other === article ? corrected : other)),
    operations: ledger.list(),
  };
}

/** Ranges of the source whose correction is another one than before. */
export function correctedRanges(source: SourceId, before: Derivation, after: Derivation): SourceRange[] {
  const keyOf = ({ range, as }: Operation) => `${range} ${as ?? '-'}`;
  const corrected = ({ operations }: Derivation) => operations.filter(({ kind }) => kind === 'corrected');
  const ranges = (list: readonly Operation[], other: readonly Operation[], isCorrected: boolean) => {
    const known = new Set(other.map(keyOf));
    return list
      .filter((operation) => !known.has(keyOf(operation)))
      .map(({ range: [start, end] }): SourceRange => ({ source, start, end, isCorrected }));
  };
  const [was, is] = [corrected(before), corrected(after)];
  return [...ranges(is, was, true), ...ranges(was, is, false)];
}

/** Edits in the order of the text, none of which touches another, cut where characters end. @throws CorrectionRefused */
export function checkEdits(body: string, edits: readonly Replacement[]): Replacement[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, { start, end, text }] of sorted.entries()) {
    const before = sorted[index - 1];
    if (start > end || end > body.length || (before && (start < before.end || start === before.start)))
      throw new CorrectionRefused('overlapping');
    const isWhole = body.slice(0, start).isWellFormed() && body.slice(start, end).isWellFormed() && text.isWellFormed();
    if (!isWhole && body.isWellFormed()) throw new CorrectionRefused('character');
  }
  return sorted;
}

/** The text before these edits were made. */
export function textBefore(body: string, edits: readonly StoredEdit[]): string {
  let shift = 0;
  let text = body;
  for (const { start, was, now } of edits) {
    // Positions count in the text before: what stands in front of this edit is as it was by now.
    text = text.slice(0, start) + was + text.slice(start + now.length);
    shift += was.length - now.length;
  }
  return text.length === body.length + shift ? text : '';
}

export interface PastText {
  readonly body: string;
  /** The correction that changed it; undefined for the text as it stands. */
  readonly next: StoredCorrection | undefined;
}

/** Every text that the article had, the newest first, as far back as it was changed by corrections alone. */
export function* pastTexts(body: string, corrections: readonly StoredCorrection[]): Generator<PastText> {
  yield { body, next: undefined };
  let text = body;
  for (const correction of corrections.toReversed()) {
    if (correction.ranges.length === 0) continue;
    if (bodyHash(text) !== correction.after) return;
    text = textBefore(text, correction.edits);
    if (bodyHash(text) !== correction.before) return;
    yield { body: text, next: correction };
  }
}
