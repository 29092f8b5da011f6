import { hanNumber } from '#contract/han-number.ts';
import type { JumpDirection } from '#contract/jumps.ts';
import { isReference } from '../blocks/marks.ts';

/** What a jump mark says. */
export interface JumpMark {
  readonly direction: JumpDirection;
  /** `A4`, `4`; null where it is not said. */
  readonly page: string | null;
  /** What it says of the story: a title in `《》`, or the key word of an English jump. */
  readonly title: string | null;
}

const HAN_PAGE = /第?\s*(?:([A-Z]?)\s*(\d{1,3})|([一二三四五六七八九十]{1,3}))\s*版/u;
const LATIN_PAGE = /(?:page\s+)?([A-Z]?)-?(\d{1,3})([A-Z]?)[).]*\s*$/iu;

/** Reads `（下转第4版）`, `紧接一版《…》`, `From page A1`, `BRIDGE, from page A1`; undefined for what points to another story, or to nothing. */
export function readJumpMark(mark: string): JumpMark | undefined {
  const text = mark.normalize('NFKC').trim();
  if (isReference(text)) return undefined;
  const han = /上接|紧接|文接|续|下转|文转|转|接/u.exec(text)?.[0];
  if (han !== undefined) {
    const [, letter = '', digits, written] = HAN_PAGE.exec(text) ?? [];
    const number = digits === undefined ? (written === undefined ? undefined : hanNumber(written)) : Number(digits);
    return {
      direction: /转/u.test(han) ? 'onto' : 'from',
      page: number === undefined ? null : `${letter.toUpperCase()}${number}`,
      title: /《([^》]{2,60})》?/u.exec(text)?.[1] ?? null,
    };
  }
  const isFrom = /\bfrom\b/iu.test(text);
  if (!isFrom && !/continued|turn|jump|see/iu.test(text)) return undefined;
  const [, letter = '', digits, after = ''] = LATIN_PAGE.exec(text) ?? [];
  const word =
    /\bsee\s+([\p{Lu}'’ -]{2,30}?),?\s+(?:page\s+)?[A-Z]?-?\d/iu.exec(text)?.[1] ??
    /^[(▲►▶]*\s*([\p{L}][\p{L}&'’ -]{1,30}?)\s*[,:—–-]?\s+(?:continued\s+)?from\b/iu.exec(text)?.[1] ??
    null;
  return {
    direction: isFrom ? 'from' : 'onto',
    page: digits === undefined ? null : `${(letter || after).toUpperCase()}${Number(digits)}`,
    title: word !== null && !/^(?:page|continued)$/iu.test(word.trim()) ? word.trim() : null,
  };
}

/** A page as marks are compared: `第04版`, `04` and `4` are one, `a4` is `A4`. */
export function pageKey(label: string): string {
  const plain = label
    .normalize('NFKC')
    .replace(/[第版\s-]/gu, '')
    .toUpperCase();
  if (/^[一二三四五六七八九十]{1,3}$/u.test(plain)) return String(hanNumber(plain));
  return plain.replace(/^([A-Z]?)0+(?=\d)/u, '$1');
}
