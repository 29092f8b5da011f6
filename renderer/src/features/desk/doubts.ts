import type { DeskPage, Doubt } from '#contract/desk.ts';
import { i18next } from '../../strings/index.ts';
import type { BlockKey } from './page-model.ts';
import { findBlock, findDropped, sourceAt, textOf } from './page-order.ts';

/** How wide the words on each side of a doubtful spot are in the list, in columns. */
const AROUND = 32;

/** A doubtful spot in its words; `at` is its position in the block's text, where it has one. */
export interface DoubtSight {
  readonly number: number | null;
  readonly at: number | null;
  readonly before: string;
  readonly after: string;
}

export function sightOf(page: DeskPage, doubt: Doubt): DoubtSight {
  const found = findBlock(page, doubt.place);
  if (!found) {
    const text = findDropped(page, doubt.place)?.text ?? '';
    return { number: null, at: null, before: '', after: cut(text, 2 * AROUND) };
  }
  const text = textOf(found.article, found.block);
  const { number } = found;
  if (doubt.kind === 'open_end') return { number, at: text.length, before: cut(text, -2 * AROUND), after: '' };
  if (doubt.kind !== 'seam') return { number, at: null, before: '', after: cut(text, 2 * AROUND) };
  const position = Number(doubt.id.slice('seam@'.length));
  const at = found.block.seams.find((seam) => sourceAt(found.block, seam.at) === position)?.at ?? 0;
  return { number, at, before: cut(text.slice(0, at), -AROUND), after: cut(text.slice(at), AROUND) };
}

/** The doubts at each block: one that is asked for several blocks stands at all of them. */
export function doubtsByBlock(doubts: readonly Doubt[]): ReadonlyMap<BlockKey, readonly Doubt[]> {
  const map = new Map<BlockKey, Doubt[]>();
  for (const doubt of doubts)
    for (const place of [doubt.place, ...doubt.along]) map.set(place, [...(map.get(place) ?? []), doubt]);
  return map;
}

/** As much of one end of a text as is so wide, a Han character being two columns: a sentence of Latin words is as long as one of Han. Never through the middle of a character or a word. */
function cut(text: string, columns: number): string {
  const characters = [...text.replaceAll(/\s+/gu, ' ')];
  if (columns < 0) characters.reverse();
  let width = 0;
  let end = characters.findIndex((character) => {
    width += character < '\u1100' ? 1 : 2;
    return width > Math.abs(columns);
  });
  if (end >= 0) {
    const isInWord = (at: number) => /^[\p{Script=Latin}\p{N}’'-]$/u.test(characters[at] ?? '');
    const whole = characters.findLastIndex((_, at) => at < end && !(isInWord(at) && isInWord(at + 1)));
    // Of one long word at least its end is shown.
    if (isInWord(end) && whole > 0) end = whole + 1;
  }
  const kept = end < 0 ? characters : characters.slice(0, end);
  if (columns < 0) kept.reverse();
  const dots = end < 0 ? '' : '…';
  const shown = kept.join('').trim();
  return columns < 0 ? dots + shown : shown + dots;
}

/** How sure the desk is of what it did, in words: what is not nearly certain is asked about. */
export function surenessOf(confidence: number): 'poor' | 'weak' | 'fair' | 'good' {
  return confidence < 0.3 ? 'poor' : confidence < 0.6 ? 'weak' : confidence < 0.8 ? 'fair' : 'good';
}

const REASONS = ['evidence', 'evidenceAgainst'] as const;

/** A reason of the desk in the words of the window: `shared words 0.41`, `the word 册子`, `caption: first of its story`. One it has no words for stays as it is. */
export function reasonText(evidence: string): string {
  const [, known = evidence, what = ''] =
    /^(the word|a copy of)\s+(\S+)/u.exec(evidence) ?? /^(?:[a-z_]+: )?(.*?)(?:\s+-?[\d.]+)?$/u.exec(evidence) ?? [];
  const key = known as 'shared words';
  const ns = REASONS.find((area) => i18next.exists(key, { ns: area })) as 'evidence' | undefined;
  return ns ? i18next.t(key, { ns, what }) : evidence;
}
