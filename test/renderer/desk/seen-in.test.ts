import { expect, test } from 'vitest';
import { seenIn } from '../../../renderer/src/features/desk/seen-in.ts';
import type { Choice } from '../../../renderer/src/features/desk/use-choice.ts';

/** Fifty articles of four blocks: the first with places 0 to 3, the next with 10 to 13. */
const ARTICLES = Array.from({ length: 50 }, (_, number) => new Set([0, 1, 2, 3].map((at) => 10 * number + at)));

const choice: Choice = {
  side: 'clean',
  current: 41,
  isPointed: false,
  anchor: 41,
  chosen: new Set([41]),
  doubt: null,
  caret: null,
  ranges: null,
  joining: null,
};
type Look = Parameters<typeof seenIn>[2];
const asked: Look['asked'] = {
  id: 'seam@42',
  kind: 'seam',
  place: 41,
  along: [],
  confidence: 0.4,
  evidence: [],
  instead: null,
};

/** The articles that are drawn again: a drawing is kept where every single thing that it is given is the same. */
function drawnAgain(before: [Choice, Look], after: [Choice, Look]): number[] {
  return ARTICLES.flatMap((places, number) => {
    const [one, other] = [seenIn(places, ...before), seenIn(places, ...after)];
    const keys = Object.keys(one) as (keyof typeof one)[];
    return keys.every((key) => Object.is(one[key], other[key])) ? [] : [number];
  });
}

test('a pointer that goes from article to article draws the one that it left and the one it came to', () => {
  expect(drawnAgain([choice, { lit: 203, asked }], [choice, { lit: 300, asked }])).toEqual([20, 30]);
  expect(drawnAgain([choice, { lit: 203, asked }], [choice, { lit: 201, asked }])).toEqual([20]);
});

test('a step of the keys draws what was chosen and what is chosen now', () => {
  const next = { ...choice, current: 70, anchor: 70, chosen: new Set([70]) };
  expect(drawnAgain([choice, { lit: 41, asked: null }], [next, { lit: 70, asked: null }])).toEqual([4, 7]);
});

test('an article shows what is in it, and nothing of what is elsewhere', () => {
  const caret = { block: 41, at: 3, isMoving: false };
  const all = { ...choice, chosen: new Set([40, 41, 72]), caret, joining: 72 };
  const [here, there] = [4, 7].map((number) => seenIn(ARTICLES[number] ?? new Set(), all, { lit: 43, asked }));
  expect(here).toEqual({ current: 41, chosen: all.chosen, caret, joining: null, lit: 43, asked });
  expect(there).toEqual({ current: null, chosen: all.chosen, caret: null, joining: 72, lit: null, asked: null });
});
