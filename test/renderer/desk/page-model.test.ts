import { expect, test } from 'vitest';
import type { DeskPage } from '#contract/desk.ts';
import { cleanParts, rawLines } from '../../../renderer/src/features/desk/page-model.ts';

const text = '春到柳湾\n\n河水涨了，渔\n民下了网。\n\n柳湾乡。 周一 摄\n河水涨了，渔';
const block = (
  role: string,
  start: number,
  end: number,
  ...pieces: DeskPage['articles'][number]['blocks'][number]['pieces']
) =>
  ({
    role,
    span: { start, end },
    pieces,
    openEnd: false,
    confidence: 0.9,
  }) as DeskPage['articles'][number]['blocks'][number];

const page = {
  text,
  articles: [
    {
      body: '春到柳湾\n河水涨了，渔民下了网。\n柳湾乡。 周一 摄',
      blocks: [
        block('title', 0, 4, [0, 4]),
        block('paragraph', 5, 16, [6, 12], [13, 18]),
        block('caption', 17, 26, [20, 29]),
      ],
    },
  ],
  dropped: [{ role: 'duplicate', pieces: [[30, 36]] }],
} as unknown as DeskPage;

test('blank lines are left out and the numbers stay those of the file', () => {
  expect(rawLines(page).map(({ number }) => number)).toEqual([1, 3, 4, 6, 7]);
});

test('both lines of a joined paragraph lead to the same block', () => {
  const [, first, second] = rawLines(page);
  expect([first?.runs[0]?.block, second?.runs[0]?.block]).toEqual(['0.1', '0.1']);
});

test('a dropped copy belongs to no article and says what it is', () => {
  expect(rawLines(page).at(-1)).toMatchObject({ article: null, runs: [{ dropped: 'duplicate', block: null }] });
});

test('the runs of a line cover it without a gap', () => {
  for (const line of rawLines(page)) {
    expect(line.runs.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.slice(line.start, line.end));
  }
});

test('a line end between two pieces is no seam, a jump over other text is one', () => {
  expect(
    cleanParts(
      '河水涨了，渔民下了网。',
      [
        [6, 12],
        [13, 18],
      ],
      text,
    ),
  ).toHaveLength(1);
  expect(
    cleanParts(
      '河水涨了，渔民下了网。',
      [
        [30, 36],
        [13, 18],
      ],
      text,
    ).map((part) => part.text),
  ).toEqual(['河水涨了，渔', '民下了网。']);
});

test('a substituted character counts with its own length when a block is cut at its seams', () => {
  const source = 'news-\npaper XX of today';
  const parts = cleanParts(
    'newspaper of today',
    [
      [0, 4],
      [6, 12],
      [15, 23],
    ],
    source,
  );
  expect(parts.map((part) => part.text).join('')).toBe('newspaper of today');
  expect(parts).toHaveLength(2);
});
