import { expect, test } from 'vitest';
import { type Choice, settle } from '../../../renderer/src/features/desk/use-choice.ts';
import { CAPTION, LAMPS, PAGE, PARAGRAPH } from './desk-page.ts';

const choice: Choice = {
  side: 'clean',
  current: PARAGRAPH,
  isPointed: false,
  anchor: PARAGRAPH,
  chosen: new Set([PARAGRAPH, CAPTION]),
  doubt: 'seam@13',
  caret: { block: PARAGRAPH, at: 6, isMoving: true },
  ranges: null,
  joining: null,
};

test('a choice that is on the page stays as it is', () => {
  expect(settle(PAGE, choice)).toBeUndefined();
});

test('what went is no longer chosen, and a doubt that is settled no longer asked', () => {
  const [first, second] = PAGE.articles;
  if (!first || !second) throw new Error('two articles');
  const without = { ...first, blocks: first.blocks.slice(0, 2) };
  const page = { ...PAGE, articles: [without, second], doubts: [] };
  expect(settle(page, choice)).toMatchObject({ chosen: new Set([PARAGRAPH]), doubt: null, caret: null });
});

test('when the current block went into another, that one is current', () => {
  expect(settle(PAGE, { ...choice, current: 13, chosen: new Set([13]) })).toMatchObject({
    current: PARAGRAPH,
    chosen: new Set([PARAGRAPH]),
  });
});

test('a first half that is gone waits for no second one', () => {
  expect(settle(PAGE, { ...choice, joining: LAMPS + 1 })).toMatchObject({ joining: null });
});
