import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlainText } from '#archive/intake/read-text.ts';
import { rebuild } from './rebuild.ts';

const read = (text: string) => {
  const { derivation, metadata } = readPlainText(text, 'folder/note.txt');
  expect(rebuild(derivation, text.length)).toBe(text);
  const [article] = derivation.articles;
  return { title: article?.title, blocks: article?.blocks.map(({ role, text }) => [role, text]), metadata };
};

test('a line is a paragraph, its indent and the blank lines are removed, the first short line is the title', () => {
  const text = '河边的新路\r\n\r\n　　上周五，镇里的新路通车了。\r\n　　沿路种了两排树。\r\n';
  expect(read(text)).toMatchObject({
    title: '河边的新路',
    blocks: [
      ['title', '河边的新路'],
      ['paragraph', '上周五，镇里的新路通车了。'],
      ['paragraph', '沿路种了两排树。'],
    ],
  });
});

test('who, where and when are read from the lines around the text', () => {
  const text =
    '河边的新路\n来源：河湾日报 2018年11月5日 08:15\n本报记者 甘小禾 通讯员 岳一舟\n上周五，镇里的新路通车了，沿路种了两排树。\n（责任编辑：丁一）\n';
  expect(read(text)).toMatchObject({
    blocks: [['title', '河边的新路'], ['byline'], ['byline'], ['paragraph'], ['author_note', '（责任编辑：丁一）']].map(
      (row) => (row.length === 2 ? row : [row[0], expect.any(String)]),
    ),
    metadata: {
      publication: '河湾日报',
      byline: '甘小禾 通讯员 岳一舟',
      date: { edtf: '2018-11-05', printed: '2018年11月5日', inferred: false },
      language: 'zh-Hans',
    },
  });
});

test('a sentence that ends in a full stop is no title: the file name is', () => {
  expect(read('上周五，镇里的新路通车了。\n沿路种了两排树，一直种到桥头那边去了。')).toMatchObject({
    title: 'note',
    blocks: [
      ['paragraph', expect.any(String)],
      ['paragraph', expect.any(String)],
    ],
  });
});

test('a text wrapped at a column is put together again, words with a blank and Han without', () => {
  const english =
    'The new road along the river was opened last Friday by the town, and two\nrows of trees were planted beside it, as far as the old bridge. People who\nlive there say that they had waited for it for more than eleven years now.\n\nA second paragraph begins after the empty line and is wrapped like the one\nbefore it.\n';
  expect(read(english).blocks).toEqual([
    ['paragraph', english.slice(0, 222).replaceAll('\n', ' ')],
    ['paragraph', 'A second paragraph begins after the empty line and is wrapped like the one before it.'],
  ]);
  const lines = [
    '镇里沿着河修的新路上周五通车了，路边种了两排树，一',
    '直种到老桥那边。住在附近的人说，他们为了这条路等了',
    '十一年还要多一点，现在去学校只要一刻钟就到了，以前',
    '要走一个钟头。',
  ];
  expect(read(lines.join('\n')).blocks).toEqual([['paragraph', lines.join('')]]);
});

test.each([
  [
    'a log',
    (at: number) => `2024-05-${10 + at} 12:00:${10 + at} INFO [worker-${at % 7}] request ${at} took ${100 + at} ms`,
  ],
  ['a law', (at: number) => `第${at + 1}条 为了加强河道管理，保障防洪安全，发挥江河的综合效益，制定本条例第${at}款。`],
  ['a chat', (at: number) => `[2024/3/${at} 21:0${at % 9}] 阿强：桌上的茶还是热的，杯口冒着白气，屋里`],
  [
    'a table of contents',
    (at: number) => `第${'一二三四五六七八九十'.charAt(at % 10)}章 河流与村庄的故事${'.'.repeat(30)}${at * 7 + 10}`,
  ],
])('%s has a paragraph a line, however even its lines are', (_what, lineOf) => {
  const lines = Array.from({ length: 18 }, (_, at) => lineOf(at + 1));
  const { derivation } = readPlainText(lines.join('\n'), 'a.txt');
  expect(derivation.articles[0]?.blocks.map(({ text }) => text)).toEqual(lines);
});

test.each([
  ['sentences', '河水在夜里涨了一寸。桥下的刻度记得很清楚！', 3000, /[。！]$/],
  ['words', 'the water rose by an inch ', 3000, / $/],
  ['nothing to end at', '𠀀', 30_000, /\p{Script=Han}$/u],
])('a line that no window could lay out becomes paragraphs that one can: %s', (_what, words, times, end) => {
  const text = words.repeat(times).trimEnd();
  const { derivation } = readPlainText(text, 'a.txt');
  const blocks = derivation.articles[0]?.blocks ?? [];
  expect(rebuild(derivation, text.length)).toBe(text);
  expect(blocks.length).toBeGreaterThan(2);
  expect(Math.max(...blocks.map((block) => block.text.length))).toBeLessThanOrEqual(20_000);
  for (const block of blocks.slice(0, -1)) expect(block.text).toMatch(end);
});

test('a poem keeps its lines', () => {
  expect(read('桥\n\n水向东\n人向西\n桥在中间\n').blocks).toHaveLength(4);
});

test('whatever the text, the derivation gives it back', () => {
  const word = fc.constantFrom(
    '路',
    '新路',
    'road ',
    '。',
    '　',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\u{20BB7}',
    '来源：',
    '\u2028',
    'a',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const text = words.join('');
      expect(rebuild(readPlainText(text, 'x.txt').derivation, text.length)).toBe(text);
    }),
    { numRuns: 500 },
  );
});
