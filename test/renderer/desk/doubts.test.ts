import { beforeAll, expect, test } from 'vitest';
import { reasonText, sightOf, surenessOf } from '../../../renderer/src/features/desk/doubts.ts';
import { i18next } from '../../../renderer/src/strings/index.ts';
import { PAGE } from './desk-page.ts';

beforeAll(async () => {
  await i18next.changeLanguage('zh-Hans');
});

test('a seam is shown between its words, a copy by its own', () => {
  const [seam, copy] = PAGE.doubts;
  if (!seam || !copy) throw new Error('two doubts');
  expect(sightOf(PAGE, seam)).toEqual({ number: 0, at: 6, before: '河水涨了，渔', after: '民下了网。' });
  expect(sightOf(PAGE, copy)).toEqual({ number: null, at: null, before: '', after: '河水涨了，渔' });
});

test.each([
  [`${'一'.repeat(40)}二`, `…${'一'.repeat(31)}二`],
  // As wide as that, and no word cut.
  [
    'The county closed the bridge to lorries in 2019 and to everyone for repairs last autumn.',
    '…to lorries in 2019 and to everyone for repairs last autumn.',
  ],
  ['x'.repeat(80), `…${'x'.repeat(64)}`],
  ['渔民下了网。', '渔民下了网。'],
])('an open end shows the last words, and says that there are more before them', (body, shown) => {
  const [article] = PAGE.articles;
  const [, paragraph] = article?.blocks ?? [];
  if (!article || !paragraph) throw new Error('a paragraph');
  const blocks = [{ ...paragraph, span: { start: 0, end: body.length } }];
  const page = { ...PAGE, articles: [{ ...article, body, blocks }] };
  const along: number[] = [];
  const doubt = {
    id: 'open_end@6',
    kind: 'open_end',
    place: 6,
    along,
    confidence: 0.4,
    evidence: [] as string[],
  } as const;
  expect(sightOf(page, doubt).before).toBe(shown);
});

test('a reason is said in the words of the window, without its figure; one without words as it came', () => {
  expect(['the word 渔民', 'shared words 0.41', 'a copy of 12 characters', '栏 3'].map(reasonText)).toEqual([
    '接缝处合成“渔民”',
    '用词相同',
    '与别处相同的文字有 12 字',
    '栏 3',
  ]);
});

test('how sure the desk is goes from probably wrong to very likely right', () => {
  expect([0.05, 0.45, 0.7, 0.9].map(surenessOf)).toEqual(['poor', 'weak', 'fair', 'good']);
});
