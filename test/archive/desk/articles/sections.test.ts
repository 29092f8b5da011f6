import { expect, test } from 'vitest';
import { articles, lead, other, second } from '../page-of.ts';

const heads = (...blocks: string[]) =>
  articles(...blocks).map(({ title, blocks: own }) => [
    title,
    ...own.filter(({ role }) => role === 'subhead').map(({ text }) => text),
  ]);
const sections = [
  '先修栏板 再铺桥面',
  '施工队把三百二十块栏板逐一编号，拆下来清洗、修补。',
  '留住石拱 添上步道',
  '桥的两侧添了步道，石拱一块也没有换。',
];
const bridge = ['老桥重新开通', '本报记者 沈知远', lead, second];
const room = ['书屋添了新书', '本报记者 林小满', other];

test('behind a commentary the story around it goes on with its section heads, the first ones too', () => {
  expect(heads(...bridge, '【短评】', '修桥修的是路，连的是人心，慢一点不要紧。', ...sections, ...room)).toEqual([
    ['老桥重新开通', '先修栏板 再铺桥面', '留住石拱 添上步道'],
    [''],
    ['书屋添了新书'],
  ]);
});

test('a story keeps its section heads where one further up has some built alike, and a box is known by its own', () => {
  const read = ['先选书目 再添书架', '书目是孩子们自己选的，一共三百本。', '放学读书 周末讲书', '周末由老师来讲书。'];
  const box = ['石匠和他的凿子', '老周的工具箱里有三十多把凿子，最老的一把传了三代。'];
  expect(heads(...room, ...read, ...bridge, ...sections, ...box)).toEqual([
    ['书屋添了新书', '先选书目 再添书架', '放学读书 周末讲书'],
    ['老桥重新开通', '先修栏板 再铺桥面', '留住石拱 添上步道'],
    ['石匠和他的凿子'],
  ]);
});
