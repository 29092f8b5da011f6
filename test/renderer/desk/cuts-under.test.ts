import { expect, test } from 'vitest';
import { cutsUnder } from '../../../renderer/src/features/desk/cuts-under.ts';
import { blocksUnder } from '../../../renderer/src/features/desk/page-order.ts';
import { COPY, PAGE, PARAGRAPH, TITLE } from './desk-page.ts';

const under = (...ranges: [number, number][]) => {
  const spans = ranges.map(([start, end]) => ({ start, end }));
  return cutsUnder(PAGE, blocksUnder(PAGE, spans), spans);
};

test('a rectangle over whole blocks takes them as they are, also what stands in no article', () => {
  expect(under([0, 18])).toEqual({ commands: [], places: [TITLE, PARAGRAPH] });
  expect(under([30, 36])).toEqual({ commands: [], places: [COPY] });
});

test('a rectangle over the second line of a paragraph cuts it before that line', () => {
  expect(under([13, 18])).toEqual({ commands: [{ kind: 'split_block', block: PARAGRAPH, at: 13 }], places: [13] });
});

test('a rectangle over its first line cuts it behind that line', () => {
  expect(under([6, 12])).toEqual({
    commands: [{ kind: 'split_block', block: PARAGRAPH, at: 13 }],
    places: [PARAGRAPH],
  });
});

test('a rectangle over the middle of three lines cuts twice, the second time what the first left', () => {
  const [article] = PAGE.articles;
  const [title, paragraph] = article?.blocks ?? [];
  if (!article || !title || !paragraph) throw new Error('a paragraph');
  const lines = {
    ...paragraph,
    pieces: [[6, 9] as [number, number], [9, 12] as [number, number], [13, 18] as [number, number]],
  };
  const page = { ...PAGE, articles: [{ ...article, blocks: [title, lines] }] };
  expect(cutsUnder(page, [PARAGRAPH], [{ start: 9, end: 12 }])).toEqual({
    commands: [
      { kind: 'split_block', block: PARAGRAPH, at: 9 },
      { kind: 'split_block', block: 9, at: 13 },
    ],
    places: [9],
  });
});
