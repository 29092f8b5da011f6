import type { Difference } from '#contract/difference.ts';
import { align } from './align.ts';

/** How a text became another, for a person to read. */
export function difference(before: string, after: string): Difference {
  const { to, isInPlace } = align(before, after, { before: [before.length], after: [after.length] });
  const parts: Difference[number][] = [];
  const say = (kind: Difference[number]['kind'], text: string) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
    else parts.push({ kind, text });
  };
  let [old, now] = [0, 0];
  const upTo = (oldEnd: number, nowEnd: number) => {
    say('gone', before.slice(old, oldEnd));
    say('new', after.slice(now, nowEnd));
    [old, now] = [oldEnd, nowEnd];
  };
  while (old < before.length) {
    let start = old;
    while (start < before.length && !((to[start] ?? -1) >= now && isInPlace(start))) start += 1;
    if (start === before.length) break;
    const shift = (to[start] ?? 0) - start;
    let end = start;
    while (end < before.length && to[end] === end + shift) end += 1;
    if (isInside(before, start) || isInside(after, start + shift)) start += 1;
    if (isInside(before, end) || isInside(after, end + shift)) end -= 1;
    if (start < end) {
      upTo(start, start + shift);
      say('same', before.slice(start, end));
      [old, now] = [end, end + shift];
    } else {
      upTo(Math.max(old + 1, start), now);
    }
  }
  upTo(before.length, after.length);
  return parts;
}

/** Whether a position is between the halves of a surrogate pair. */
function isInside(text: string, position: number): boolean {
  return /[\ud800-\udbff]/u.test(text[position - 1] ?? '') && /[\udc00-\udfff]/u.test(text[position] ?? '');
}
