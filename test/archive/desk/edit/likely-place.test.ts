import { expect, test } from 'vitest';
import { doubtsOf } from '../../../../electron/archive/desk/edit/doubts.ts';
import { withLikelyPlaces } from '../../../../electron/archive/desk/edit/likely-place.ts';
import type { DerivedBlock } from '../../../../electron/contract/derivation.ts';
import { articleOf, workOn } from './worked-page.ts';

const FERRY = ['渡口添了电渡船', '轮渡公司在渡口试航电渡船，船长戚满仓说船很安静。', '渡口的账本记着轮渡的客流。'];
const TEA = ['茶场停采夏茶', '茶场场长说茶树要歇一季，工人去修水渠。', '茶树歇一季，坡地种上绿肥。'];
const STRAY = '戚满仓说，电渡船靠岸，渡口的船长都出来看，轮渡公司明年再添。';
const NEUTRAL = '记者昨日从市里获悉，有关部门正在研究。';

/** Two articles, each with some of these paragraphs; the named ones are doubtful, everything else is certain. */
function pageOf(first: readonly string[], second: readonly string[], ...doubtful: string[]) {
  const blocks = [...first, ...second];
  const text = blocks.join('\n\n');
  const block = (words: string, at: number): DerivedBlock => ({
    role: at === 0 ? 'title' : 'paragraph',
    text: words,
    pieces: [[text.indexOf(words), text.indexOf(words) + words.length]],
    confidence: doubtful.includes(words) ? 0.2 : 1,
    evidence: [],
  });
  const gaps = blocks.slice(1).map((words) => text.indexOf(words) - 2);
  const page = workOn(text, {
    articles: [articleOf('one', first.map(block)), articleOf('two', second.map(block))],
    dropped: [],
    operations: gaps.map((at) => ({ kind: 'blank_removed', range: [at, at + 2], text: '\n\n' })),
  });
  return { page, doubts: () => withLikelyPlaces(page.derivation, doubtsOf(page.derivation)) };
}

test('running text with the words of another article belongs there, behind what stands before it on the page', () => {
  const { page, doubts } = pageOf(FERRY, [...TEA, STRAY], STRAY);
  expect(doubts().map(({ kind, instead }) => [kind, instead])).toEqual([['role', { article: 0, before: null }]]);
  const [doubt] = doubts();
  if (!doubt?.instead) throw new Error('it names no place');
  const moved = page.do({ kind: 'move_blocks', blocks: [doubt.place], to: doubt.instead });
  expect(moved.outline()).toEqual([
    ['渡口添了', '轮渡公司', '渡口的账', '戚满仓说'],
    ['茶场停采', '茶场场长', '茶树歇一'],
  ]);
  // A person said where it stands: that is no question any more.
  expect(doubtsOf(moved.derivation)).toEqual([]);
});

test('words that say nothing, and text that is like its own article, name no place', () => {
  expect(pageOf(FERRY, [...TEA, NEUTRAL], NEUTRAL).doubts()[0]?.instead).toBeNull();
  expect(pageOf(FERRY, TEA, TEA[2] ?? '').doubts()[0]?.instead).toBeNull();
});

test('what stands on the page behind a block of another article belongs behind it', () => {
  const [title = '', lead = '', last = ''] = FERRY;
  const { page, doubts } = pageOf([title, lead, NEUTRAL, last], TEA, NEUTRAL);
  const away = page.do({
    kind: 'move_blocks',
    blocks: [page.at(NEUTRAL)],
    to: { article: page.at(TEA[0] ?? ''), before: null },
  });
  const doubted = {
    ...away.derivation,
    articles: away.derivation.articles.map((article) => ({
      ...article,
      blocks: article.blocks.map((block) => (block.text === NEUTRAL ? { ...block, confidence: 0.2 } : block)),
    })),
  };
  expect(doubts()[0]?.instead).toBeNull();
  expect(withLikelyPlaces(doubted, doubtsOf(doubted))[0]?.instead).toEqual({ article: 0, before: page.at(last) });
});

test('a doubt about anything else than the place of running text names none', () => {
  const [title = ''] = TEA;
  expect(
    pageOf(FERRY, [title, STRAY], title)
      .doubts()
      .map(({ kind, instead }) => [kind, instead]),
  ).toEqual([['role', null]]);
});
