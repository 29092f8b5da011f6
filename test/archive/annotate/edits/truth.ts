import type { Edit } from './edits.ts';

/** Each unit of a text with a number of its own, by which it is known wherever it goes. */
export interface Tracked {
  readonly text: string;
  readonly ids: readonly number[];
}

const FRESH = 1_000_000_000;

export function track(text: string): Tracked {
  return { text, ids: Array.from({ length: text.length }, (_, at) => at) };
}

/** What the edit puts back as it was is not edited. */
function smallest(text: string, edit: Edit): Edit {
  let { start, end, text: put } = edit;
  for (; start < end && put !== '' && text[start] === put[0]; start += 1) put = put.slice(1);
  for (; start < end && put !== '' && text[end - 1] === put.at(-1); end -= 1) put = put.slice(0, -1);
  return { ...edit, start, end, text: put };
}

export function applyEdit({ text, ids }: Tracked, edit: Edit): Tracked {
  const { start, end, text: put, moveTo } = smallest(text, edit);
  if (moveTo === undefined) {
    const fresh = Array.from({ length: put.length }, (_, at) => FRESH + start * 1000 + at);
    return {
      text: text.slice(0, start) + put + text.slice(end),
      ids: [...ids.slice(0, start), ...fresh, ...ids.slice(end)],
    };
  }
  const at = moveTo > start ? moveTo - (end - start) : moveTo;
  const rest = text.slice(0, start) + text.slice(end);
  const restIds = [...ids.slice(0, start), ...ids.slice(end)];
  return {
    text: rest.slice(0, at) + text.slice(start, end) + rest.slice(at),
    ids: [...restIds.slice(0, at), ...ids.slice(start, end), ...restIds.slice(at)],
  };
}

/** What is no white space of a text. */
function solid({ text, ids }: Tracked): { readonly text: string; readonly ids: number[] } {
  const kept = [...ids.keys()].filter((at) => !isBlank(text[at] ?? ''));
  return { text: kept.map((at) => text[at]).join(''), ids: kept.map((at) => ids[at] ?? -1) };
}

// Most of a Chinese text is Han, and needs no look.
export const isBlank = (unit: string) => !(unit >= '\u3001' && unit < '\ufeff') && /[\s\u200b\u2060]/u.test(unit);

/**
 * Every way in which the new text can have come of the old one that cannot be told from the edit that was made: of
 * `。甲。乙` without `甲。` nobody can say whether `。甲` was taken out. Each is the number of every unit of the new text,
 * white space apart.
 */
export function indistinguishable(before: Tracked, after: Tracked): readonly (readonly number[])[] {
  const [old, now] = [solid(before), solid(after)];
  const change = now.text.length - old.text.length;
  const variants = [now.ids];
  if (change === 0 || isMoved(now.ids)) return variants;
  const [long, short] = change < 0 ? [old.text, now.text] : [now.text, old.text];
  const length = Math.abs(change);
  let head = 0;
  while (head < short.length && long[head] === short[head]) head += 1;
  let tail = 0;
  while (tail < short.length && long.at(-1 - tail) === short.at(-1 - tail)) tail += 1;
  for (let at = short.length - tail; at <= head; at += 1) {
    variants.push(
      change < 0
        ? [...old.ids.slice(0, at), ...old.ids.slice(at + length)]
        : [
            ...old.ids.slice(0, at),
            ...now.ids.slice(at, at + length).map((_, step) => FRESH + step),
            ...old.ids.slice(at),
          ],
    );
  }
  return variants;
}

function isMoved(ids: readonly number[]): boolean {
  const old = ids.filter((id) => id < FRESH);
  return old.some((id, at) => at > 0 && id < (old[at - 1] ?? 0));
}

/** The numbers of a stretch of text, white space apart. */
export function idsOf({ text, ids }: Tracked, start: number, end: number): number[] {
  return ids.slice(start, end).filter((_, at) => !isBlank(text[start + at] ?? ''));
}

/** Whether all these units stand side by side. */
export function standsIn(ids: readonly number[], units: readonly number[]): boolean {
  const first = ids.indexOf(units[0] ?? -1);
  return first >= 0 && units.every((unit, at) => ids[first + at] === unit);
}
