import { quoteAt } from '#archive/annotate/quote.ts';
import { reanchor } from '#archive/annotate/reanchor.ts';
import type { AnchorState } from '#contract/annotations.ts';
import { type Random, seeded } from '../../desk/scramble/random.ts';
import { below, between, EDITS } from './edits.ts';
import { applyEdit, idsOf, indistinguishable, isBlank, standsIn, track } from './truth.ts';

/** What became of the marks under the edits of one kind. */
export interface Tally {
  edits: number;
  /** By whether their characters were edited, and how they ended. */
  readonly untouched: Record<AnchorState, number>;
  readonly edited: Record<AnchorState, number>;
  /** Another edit that gives the same text would not have touched them, so either answer is right. */
  readonly either: Record<AnchorState, number>;
  /** Ended exact or moved on other characters than their own. */
  wrong: number;
  readonly failures: string[];
}

const MARKS = 8;

/** Makes `count` seeded edits of each kind, each over a text of its own choice with marks on and around it. */
export function runEdits(texts: readonly string[], count: number, seed: number): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const [kind, make] of Object.entries(EDITS)) {
    const tally: Tally = { edits: 0, untouched: states(), edited: states(), either: states(), wrong: 0, failures: [] };
    tallies.set(kind, tally);
    const random = seeded(seed + tallies.size);
    for (let tries = 0; tally.edits < count && tries < count * 50; tries += 1) {
      const text = random.pick(texts);
      const edit = make(text, random, random.pick(texts));
      if (!edit || edit.text === text.slice(edit.start, edit.end)) continue;
      const before = track(text);
      const after = applyEdit(before, edit);
      if (after.text === text) continue;
      tally.edits += 1;
      const truths = indistinguishable(before, after);
      const settle = reanchor(text, after.text);
      for (let mark = 0; mark < MARKS; mark += 1) {
        const near = mark % 2 === 0 ? edit : undefined;
        const span = spanIn(text, random, near);
        const own = idsOf(before, span.start, span.end);
        if (own.length === 0) continue;
        const quote = quoteAt(text, span);
        const found = settle({ quote, state: 'exact' });
        const isUntouched = standsIn(truths[0] ?? [], own);
        const isEdited = !isUntouched && !truths.some((ids) => standsIn(ids, own));
        (isUntouched ? tally.untouched : isEdited ? tally.edited : tally.either)[found.state] += 1;
        if (found.state !== 'exact' && found.state !== 'moved') {
          if (isUntouched) tally.failures.push(`${found.state}: ${quote.exact}`);
          continue;
        }
        const at = solidUntil(after.text, found.quote.start);
        const length = solidUntil(after.text, found.quote.end) - at;
        if (truths.some((ids) => ids.slice(at, at + length).join() === own.join())) continue;
        tally.wrong += 1;
        tally.failures.unshift(`WRONG: ${quote.exact} → ${found.quote.exact}`);
      }
    }
  }
  return tallies;
}

const states = (): Record<AnchorState, number> => ({ exact: 0, moved: 0, changed: 0, orphan: 0 });

/** How many units of a text before a position are no white space. */
function solidUntil(text: string, position: number): number {
  let count = 0;
  for (let at = 0; at < position; at += 1) if (!isBlank(text[at] ?? '')) count += 1;
  return count;
}

/** A stretch of 2 to 40 characters, on or beside an edit or anywhere. */
function spanIn(text: string, random: Random, near: { start: number; end: number } | undefined) {
  const length = 2 + below(random, 39);
  const about = near ? random.pick([near.start, near.end]) - below(random, length + 4) : below(random, text.length);
  const start = between(text, Math.max(0, Math.min(text.length - 1, about)));
  return { start, end: between(text, Math.min(text.length, start + length)) };
}
