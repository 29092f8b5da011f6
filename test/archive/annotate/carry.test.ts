import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CarryArticle, carryMark } from '#archive/annotate/carry.ts';
import { quoteAt } from '#archive/annotate/quote.ts';
import type { Piece } from '#contract/derivation.ts';

/** An article made of ranges of a source, one list of pieces for each block. */
function articleOf(id: string, source: string, blocks: readonly (readonly Piece[])[]): CarryArticle {
  const texts = blocks.map((pieces) => pieces.map(([start, end, as]) => as ?? source.slice(start, end)).join(''));
  let at = 0;
  const placed = texts.map((text, index) => {
    const span = { start: at, end: at + text.length };
    at += text.length + 1;
    return { span, pieces: [...(blocks[index] ?? [])] };
  });
  return { id, body: texts.join('\n'), blocks: placed };
}

const source = '渡口新添两艘渡\n船，每小时一班。\n茶厂夏天停工，工\n人去邻县采茶。\n渡口新添两艘渡\n船，每小时一班。';
const raw = articleOf('raw', source, [
  [
    [0, 7],
    [7, 8, '\n'],
    [8, 16],
  ],
  [
    [17, 25],
    [25, 26, '\n'],
    [26, 33],
  ],
  [
    [34, 41],
    [41, 42, '\n'],
    [42, 50],
  ],
]);
const ferry = articleOf('ferry', source, [
  [
    [0, 7],
    [8, 16],
  ],
]);
const tea = articleOf('tea', source, [
  [
    [17, 25],
    [26, 33],
  ],
]);

function markOf(words: string, from = 0) {
  const start = raw.body.indexOf(words, from);
  return quoteAt(raw.body, { start, end: start + words.length });
}

test('a mark follows its characters into the article they became', () => {
  const carried = carryMark(markOf('邻县采茶'), raw, [ferry, tea]);
  expect([carried.article, carried.state, carried.quote]).toEqual([
    'tea',
    'exact',
    quoteAt(tea.body, { start: tea.body.indexOf('邻县采茶'), end: tea.body.indexOf('邻县采茶') + 4 }),
  ]);
});

test('a mark across a joined line keeps its words without the break', () => {
  const carried = carryMark(markOf('两艘渡\n船'), raw, [ferry, tea]);
  expect([carried.article, carried.state, carried.quote.exact]).toEqual(['ferry', 'exact', '两艘渡船']);
});

test('a mark on a dropped copy moves to the copy that was kept', () => {
  const carried = carryMark(markOf('每小时一班', 20), raw, [ferry, tea]);
  expect([carried.article, carried.state, carried.quote.exact]).toEqual(['ferry', 'moved', '每小时一班']);
});

test('a mark over two articles stays on the longer part and says that it changed', () => {
  const carried = carryMark(markOf('一班。\n茶厂夏天停工'), raw, [ferry, tea]);
  expect([carried.article, carried.state, carried.quote.exact]).toEqual(['tea', 'changed', '一班。\n茶厂夏天停工']);
  expect(tea.body.slice(carried.quote.start, carried.quote.end)).toBe('茶厂夏天停工');
});

test('a mark whose words stand in no article is an orphan of the nearest one, with its words kept', () => {
  const carried = carryMark(markOf('茶厂夏天'), raw, [ferry]);
  expect([carried.article, carried.state, carried.quote.exact]).toEqual(['ferry', 'orphan', '茶厂夏天']);
  expect(carried.quote.start).toBe(ferry.body.length);
});

test('a corrected character makes the mark changed, not gone', () => {
  const corrected = articleOf('tea', source, [
    [
      [17, 18, '菜'],
      [18, 25],
      [26, 33],
    ],
  ]);
  const carried = carryMark(markOf('茶厂夏天停工'), raw, [ferry, corrected]);
  expect([carried.article, carried.state]).toEqual(['tea', 'changed']);
  expect(corrected.body.slice(carried.quote.start, carried.quote.end)).toBe('菜厂夏天停工');
});

test('marks on columns that were put in order follow their own column', () => {
  const page = '甲一甲二乙一乙二甲三甲四';
  const lines = articleOf('raw', page, [[[0, 12]]]);
  const a = articleOf('a', page, [
    [
      [0, 4],
      [8, 12],
    ],
  ]);
  const b = articleOf('b', page, [[[4, 8]]]);
  expect(carryMark(quoteAt(lines.body, { start: 8, end: 12 }), lines, [a, b])).toEqual({
    article: 'a',
    quote: quoteAt(a.body, { start: 4, end: 8 }),
    state: 'exact',
  });
});

const alphabet = [...'渡口船茶厂工人邻县夏雪山河谷桥灯'];
test('no mark is ever lost, and a silent one stands on the very characters it was made on', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...alphabet), { minLength: 12, maxLength: 60 }),
      fc.array(fc.tuple(fc.nat(2), fc.boolean()), { minLength: 3, maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      (letters, cuts, a, b) => {
        // Each letter of the source is different, so that "the same words" means "the same place".
        const page = letters
          .map((letter, index) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + index * 200))
          .join('');
        const step = Math.ceil(page.length / cuts.length);
        const pieces = cuts.map(([article, kept], index) => ({
          article,
          kept,
          piece: [Math.min(page.length, index * step), Math.min(page.length, (index + 1) * step)] as Piece,
        }));
        const whole = articleOf('raw', page, [[[0, page.length]]]);
        const targets = [0, 1, 2].map((number) =>
          articleOf(
            `${number}`,
            page,
            pieces.filter(({ article, kept }) => kept && article === number).map(({ piece }) => [piece]),
          ),
        ) as [CarryArticle, CarryArticle, CarryArticle];
        const start = a % page.length;
        const end = Math.min(page.length, start + 1 + (b % 12));
        const mark = quoteAt(page, { start, end });
        const carried = carryMark(mark, whole, targets);
        const target = targets.find(({ id }) => id === carried.article);
        expect(target).toBeDefined();
        const found = target?.body.slice(carried.quote.start, carried.quote.end) ?? '';
        expect(carried.quote.end).toBeLessThanOrEqual(target?.body.length ?? -1);
        if (carried.state === 'exact' || carried.state === 'moved') expect(found.replaceAll('\n', '')).toBe(mark.exact);
        else expect(carried.quote.exact).toBe(mark.exact);
        if (carried.state === 'orphan')
          expect(pieces.some(({ kept, piece }) => kept && piece[0] < end && piece[1] > start)).toBe(false);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a mark on a part of what was corrected, and one beside it, stay on their characters', () => {
  const correctedIn = (id: string) =>
    articleOf(id, source, [
      [
        [17, 20],
        [20, 21, '天早早'],
        [21, 25],
        [26, 33],
      ],
    ]);
  const [before, after] = [correctedIn('raw'), correctedIn('tea')];
  for (const words of ['早早', '天早', '茶厂夏', '停工，工人去']) {
    const start = before.body.indexOf(words);
    const carried = carryMark(quoteAt(before.body, { start, end: start + words.length }), before, [ferry, after]);
    expect([carried.article, carried.state, carried.quote.start, carried.quote.exact]).toEqual([
      'tea',
      'exact',
      start,
      words,
    ]);
  }
});

test('a mark that waits for a person waits on: one whose words could not be told apart, and one that a person said no to', () => {
  const undecided = carryMark(markOf('邻县采茶'), raw, [ferry, tea], 'changed');
  expect([undecided.article, undecided.state]).toEqual(['tea', 'changed']);
  expect(tea.body.slice(undecided.quote.start, undecided.quote.end)).toBe('邻县采茶');
  const start = raw.body.indexOf('邻县');
  const refused = { ...markOf('邻县采茶'), exact: '邻县采菜', start, end: start };
  const carried = carryMark(refused, raw, [ferry, tea], 'orphan');
  expect([carried.article, carried.state, carried.quote.exact]).toEqual(['tea', 'orphan', '邻县采菜']);
  expect(carried.quote.start).toBe(tea.body.indexOf('邻县'));
});
