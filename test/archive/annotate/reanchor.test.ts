import { describe, expect, test } from 'vitest';
import { quoteAt } from '#archive/annotate/quote.ts';
import { reanchor } from '#archive/annotate/reanchor.ts';

function markOn(body: string, words: string, from = 0) {
  const start = body.indexOf(words, from);
  if (start < 0) throw new Error(`${words} is not in the text`);
  return { quote: quoteAt(body, { start, end: start + words.length }), state: 'exact' as const };
}

/** State of the mark, and the words that it points at. */
function settled(before: string, after: string, words: string, from = 0) {
  const { quote, state } = reanchor(before, after)(markOn(before, words, from));
  return [state, after.slice(quote.start, quote.end)];
}

const body =
  '石桥镇的豆腐坊开在河边，一天做四百斤豆子。\n工业增加值同比增长12.3%，用电量上升5.7万千瓦时。\n李建国同志当选会长，任期三年。\n“两个码头”的方案没有通过。\n镇上的邮局每周三送信。';

describe('words that are the same are found, whatever happens around them', () => {
  test.each<[string, string, (text: string) => string]>([
    ['in another sentence', '同比增长12.3%', (t) => t.replace('工业', '农业')],
    ['with a negation before them', '同比增长12.3%', (t) => t.replace('同比', '并非同比')],
    ['behind a new paragraph', '任期三年', (t) => `新的一段说了些别的事情。\n${t}`],
    ['when all else is gone', '任期三年', (t) => t.replaceAll(/.*\n(?=李)|\n“.*|\n镇.*/gu, '')],
  ])('%s: exact', (_, words, edit) => {
    expect(settled(body, edit(body), words)).toEqual(['exact', words]);
  });

  test.each<[string, string, (text: string) => string, string]>([
    ['blanks', '四百斤豆子', (t) => t.replace('四百斤', '四 百\u3000斤'), '四 百\u3000斤豆子'],
    ['a line break', '用电量上升', (t) => t.replace('用电量', '用电\n量'), '用电\n量上升'],
    ['full width', '增长12.3%', (t) => t.replace('12.3%', '１２．３％'), '增长１２．３％'],
    ['a paragraph that moved', '每周三送信', (t) => `镇上的邮局每周三送信。\n${t.slice(0, -12)}`, '每周三送信'],
  ])('%s: moved', (_, words, edit, found) => {
    expect(settled(body, edit(body), words)).toEqual(['moved', found]);
  });
});

test.each<[string, string, string]>([
  ['工业增加值同比增长12.3%', '增长', '下降'],
  ['同比增长12.3%', '12.3', '2.3'],
  ['同比增长12.3%', '12.3', '13.2'],
  ['同比增长12.3%', '%', '‰'],
  ['上升5.7万千瓦时', '5.7万', '3.2万'],
  ['上升5.7万千瓦时', '万', '亿'],
  ['李建国同志当选会长', '李建国', '张建国'],
  ['李建国同志当选会长', '当选', '落选'],
  ['方案没有通过', '没有', ''],
  ['方案没有通过', '没有', '沒有'],
  ['“两个码头”的方案', '“两个码头”', '「两个码头」'],
  ['送信', '送信', '收信'],
  ['增长', '增长', '下降'],
])('%s with %s as %s waits for a person', (words, old, now) => {
  const after = body.replace(words, words.replace(old, now));
  expect(settled(body, after, words)).toEqual(['changed', words.replace(old, now)]);
});

test('a quote that changed keeps its words and points at what stands there now', () => {
  const after = body.replace('增长', '下降');
  const { quote } = reanchor(body, after)(markOn(body, '同比增长12.3%'));
  expect(quote.exact).toBe('同比增长12.3%');
});

describe('what is gone is gone', () => {
  test.each<[string, string, (text: string) => string]>([
    ['a paragraph cut out', '任期三年', (t) => t.replace(/李建国.*\n/u, '')],
    ['words cut out of their sentence', '用电量上升5.7万千瓦时', (t) => t.replace('，用电量上升5.7万千瓦时', '')],
    ['an empty text', '任期三年', () => ''],
  ])('%s', (_, words, edit) => {
    expect(settled(body, edit(body), words)).toEqual(['orphan', '']);
  });

  test.each<[string, string, string]>([
    ['甲县大雨。\n乙县大雨。', '大雨', '乙县大雨。'],
    ['甲县新增就业5.7万人。\n乙县新增就业5.7万人。', '新增就业5.7万人', '乙县新增就业5.7万人。'],
    ['大雨。\n山里晴。\n大雨。', '大雨', '山里晴。\n大雨。'],
  ])('a lookalike is not the quote: %s', (before, words, after) => {
    expect(settled(before, after, words)[0]).toMatch(/changed|orphan/);
  });
});

test('of two equal sentences of which one was taken out, nobody can say which: both wait', () => {
  const before = '码头上挂着灯。大雨一直下。大雨一直下。渡船停了。';
  const after = '码头上挂着灯。大雨一直下。渡船停了。';
  expect(settled(before, after, '大雨一直下。')[0]).toBe('changed');
  expect(settled(before, after, '大雨一直下。', 12)[0]).toBe('changed');
  expect(settled(before, after, '渡船停了')[0]).toBe('exact');
});

test('a mark that could not be decided waits on, though its words are there', () => {
  const before = '码头上挂着灯。大雨一直下。大雨一直下。渡船停了。';
  const after = '码头上挂着灯。大雨一直下。渡船停了。';
  const waiting = reanchor(before, after)(markOn(before, '大雨一直下。'));
  expect(reanchor(after, `新。${after}`)(waiting).state).toBe('changed');
});

test('words that come back where they were lost are theirs again', () => {
  for (const edit of ['同比下降12.3%', '']) {
    const without = body.replace('同比增长12.3%', edit);
    const waiting = reanchor(body, without)(markOn(body, '同比增长12.3%'));
    expect(reanchor(without, body)(waiting)).toEqual(markOn(body, '同比增长12.3%'));
  }
});

test('an orphan stays one when its words turn up elsewhere', () => {
  const without = body.replace('同比增长12.3%，', '');
  const orphan = reanchor(body, without)(markOn(body, '同比增长12.3%'));
  expect(reanchor(without, `${without}\n去年同比增长12.3%。`)(orphan).state).toBe('orphan');
});

test('neither a surrogate pair nor an accent is split', () => {
  const before = '店名叫\u{20bb7}野家，老街坊管它叫cafe，门朝着河。';
  const pair = before.replace('\u{20bb7}', '\u{20bb8}');
  expect(settled(before, pair, '\u{20bb7}')).toEqual(['changed', '\u{20bb8}']);
  // The two pairs have their first half in common.
  expect(settled(before, pair, '店名叫\u{20bb7}')[0]).toBe('changed');
  expect(settled(before, before.replace('cafe', 'cafe\u0301'), 'cafe')).toEqual(['changed', 'cafe\u0301']);
});

test('fifty marks over one another, right to left and emoji among them, each go their own way', () => {
  const before = `开头一句不相干。\nقال الوزير إن النمو 12.3% 👩‍👩‍👧 今年 ${'河'.repeat(3)}水位下降。\n结尾一句也不相干。`;
  const after = `新增一段。\n${before.replace('12.3%', '2.3%')}`;
  const settle = reanchor(before, after);
  const at = before.indexOf('12.3%');
  const spans = Array.from({ length: 50 }, (_, step) => ({ start: at - (step % 25), end: at + 2 + (step % 25) }));
  const marks = spans.map((span) => settle({ quote: quoteAt(before, span), state: 'exact' }));
  expect(marks.map(({ state }) => state)).toEqual(Array.from({ length: 50 }, () => 'changed'));
  expect(settle(markOn(before, '👩‍👩‍👧 今年')).state).toBe('exact');
  expect(settle(markOn(before, 'الوزير')).state).toBe('exact');
});

test('a text of a hundred thousand characters that is another one altogether is answered', () => {
  const one = Array.from({ length: 20_000 }, (_, at) => `第${at}句。`).join('');
  const { state } = reanchor(one, one.replaceAll('句', '行'))(markOn(one, '第500句'));
  expect(state).toMatch(/changed|orphan/);
});
