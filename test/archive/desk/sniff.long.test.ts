import { describe, expect, test } from 'vitest';
import { rebuildSource } from '../../../electron/archive/desk/replay.ts';
import { separate } from '../../../electron/archive/desk/separate.ts';
import { looksLikePage } from '../../../electron/archive/desk/sniff.ts';

const paragraph = '清晨的河边起了雾，摆渡的人把船拴在木桩上，等着第一班过河的学生。';
const chapter = (number: number) =>
  `第${number}章 渡口\n\n${Array.from({ length: 12 }, (_, at) => `${paragraph}他想起${at + number}年前的事，没有说话。`).join('\n\n')}`;

const page = [
  '老桥通车 居民欢喜',
  '本报记者 王小明',
  '近日，城东的老桥重新通车，居民们早早来到桥头，等着看第一辆车开过去。',
  '修缮用了两年，保留了原来的石栏，桥面加宽了一米，费用由三方分',
  '渡口的学校有了新操场',
  '本报讯 昨天，渡口小学的操场铺好了，孩子们第一次在塑胶跑道上跑步。',
  '校长说，操场是用村里的捐款修的，每一笔都写在墙上。',
  '(李大年 本报记者 赵小川)',
  '担，年底前全部付清。',
].join('\n\n');

const traditional = [
  '竹圍老街整平 店家盼年底完工',
  '【記者周佩蓉／竹圍報導】老街整平工程進入第二階段，市府昨日邀集里長與店家現勘，完工後將',
  '全線齊平。',
  '雜貨店老闆說，門口挖了兩個月，客人少三成，忍一忍就過去了。',
  '海線國小蚵殼牆 學童彩繪說故事',
  '【記者邱育德／海線報導】師生以三千片蚵殼拼出一面故事牆，昨天揭牌，蚵殼都是家長從自家蚵棚挑來的。',
  '圖／邱育德',
  '六年級學生畫的是阿公的舢舨，船老了，畫在牆上就不會老。從設計到完工前後花了半年，每一片都洗了又曬。',
].join('\n\n');

const english = [
  'BRIDGE REOPENS AFTER TWO YEARS',
  'By JOHN SMITH',
  'The old bridge in the east of the city reopened on Monday, and neighbours came early to see the first car cross it.',
  'Continued on page A4',
  'School gets a new playground',
  'By Mary Jones',
  'The children of the ferry school ran on a new track for the first time on Tuesday, a gift of the village.',
  'Photo: Peter Brown',
].join('\n\n');

describe('looks like a newspaper page', () => {
  test('a dump of several articles', () => expect(looksLikePage(page)).toBe(true));
  test('one in traditional characters', () => expect(looksLikePage(traditional)).toBe(true));
  test('an English dump of several articles', () => expect(looksLikePage(english)).toBe(true));
});

const log = Array.from(
  { length: 400 },
  (_, at) => `2026-11-21 08:${String(at % 60).padStart(2, '0')}:11 INFO worker ${at}: request served, 200, in ${at} ms`,
).join('\n');
const code = Array.from(
  { length: 200 },
  (_, at) => `export function f${at}(a: number) {\n  if (a > ${at}) { return a; }\n  return ${at};\n}`,
).join('\n\n');
const article = [
  '老桥通车',
  '王小明',
  ...Array.from({ length: 8 }, (_, at) => `${paragraph}第${at + 1}天，雾散了。`),
].join('\n\n');
const list = Array.from({ length: 40 }, (_, at) => `- 第${at}件事：买菜，洗衣，给桥头的老人送信`).join('\n');

const englishNovel = Array.from(
  { length: 30 },
  (_, at) =>
    `CHAPTER ${at + 1}\n\n${'The boatman tied the boat to its post and waited for the children. '.repeat(6)}\n\n“Not yet,” he said, and looked at the fog.`,
).join('\n\n');
const table = Array.from({ length: 60 }, (_, at) => `${2000 + at}\t${at * 17}\t${at * 3.5}%`).join('\n');

describe('stays one document', () => {
  test.each([
    ['an empty file', ''],
    ['white space alone', ' \n\n\t\n'],
    ['one paragraph', paragraph],
    ['a novel', Array.from({ length: 40 }, (_, at) => chapter(at + 1)).join('\n\n')],
    ['a log', log],
    ['source code', code],
    ['one article with its byline', article],
    ['a list of things to do', list],
    ['an English letter', 'Dear John,\n\nThe bridge is open again. We went on Monday, all of us.\n\nYours,\nMary'],
    ['one long line', paragraph.repeat(3000)],
    ['twenty megabytes of text', `${paragraph}\n\n`.repeat(580_000)],
    ['an English novel', englishNovel],
    ['a table of figures', table],
  ])('%s', (_, text) => expect(looksLikePage(text)).toBe(false));
});

test('a text of thousands of paragraphs is separated without losing a character', () => {
  const text = Array.from({ length: 6_000 }, (_, at) => `${paragraph}${at}年后，他又来了${at % 2 ? '，' : '。'}`).join(
    '\n\n',
  );
  expect(rebuildSource(separate(text))).toBe(text);
});
