import { expect, test } from 'vitest';
import { articles, lead, other, second, texts } from './page-of.ts';

test('an index of other pages ends where the first story begins', () => {
  const [index, story] = articles(
    '导读',
    '老旧电梯换新记 >>>3版',
    '冬枣滞销怎么办 >>>5版',
    '老桥重新开通',
    `本报讯（记者 沈知远）${lead}`,
  );
  expect([index?.kind, texts(index)]).toEqual(['abstract', ['老旧电梯换新记 >>>3版', '冬枣滞销怎么办 >>>5版']]);
  expect(story?.title).toBe('老桥重新开通');
});

test('rows of a table are whole by themselves: no headlines, and nobody’s second half', () => {
  const rows = ['1 滨城海牛 58分', '2 松原雄鹰 57分', '3 云岭白药 49分', '4 江口水手 47分'];
  const [story, table] = articles(
    '雄鹰提前一轮冲甲',
    `本报讯（记者 沈知远）${lead}队长罚入点球，全场两万三千名球迷起立`,
    '数读',
    '积分榜（前四名）',
    ...rows,
    '高唱队歌。',
    other,
  );
  expect(texts(story)?.[0]).toContain('全场两万三千名球迷起立高唱队歌。');
  expect([table?.kind, texts(table)]).toEqual(['sidebar', rows]);
});

test('what is on at which hour is a list below its headline', () => {
  const list = ['15:30 中甲第29轮 江口水手—云岭白药', '19:35 女排联赛第四轮 辽河—中原'];
  const stories = articles('老桥重新开通', '本报记者 沈知远', lead, second, '今日赛事', ...list);
  expect(stories.flatMap(({ blocks }) => blocks).filter(({ role }) => role === 'title').length).toBeLessThan(3);
  expect(stories.flatMap((story) => texts(story) ?? [])).toEqual(
    expect.arrayContaining(list.map((row) => row.replace(/(?<=轮) /u, ''))),
  );
});

test('a mark before names below headlines is another than the one before names of columns above them', () => {
  const [first, review, note] = articles(
    '■随笔',
    '父亲的算盘',
    '□苏眉',
    lead,
    '■文谈',
    '泥土里长出来的光',
    '□梁知秋',
    second,
    '■艺海拾贝',
    other,
  );
  expect([texts(first, 'label'), texts(first, 'byline')]).toEqual([['■随笔'], ['□苏眉']]);
  expect([review?.title, texts(review, 'label')]).toEqual(['泥土里长出来的光', ['■文谈']]);
  expect(texts(note, 'label')).toEqual(['■艺海拾贝']);
});

test('where one mark stands before names alone it is no column', () => {
  const [story] = articles('老桥重新开通', '■沈知远', lead, second);
  expect(texts(story, 'byline')).toEqual(['■沈知远']);
});

test('that there are more poems stands below the title of the first, and names nobody', () => {
  const [poem] = articles(
    '立 冬',
    '（外二首）',
    '林 畔',
    '霜先到瓦上',
    '然后到你的名字',
    '母亲把萝卜码进缸里',
    '像码好一年的沉默',
  );
  expect([poem?.title, texts(poem, 'subtitle'), texts(poem, 'byline')]).toEqual(['立 冬', ['（外二首）'], ['林畔']]);
  expect(texts(poem)?.length).toBe(4);
});

test('between the lines of two poems stands the title of the second, padded as names are', () => {
  const lines = ['霜先到瓦上', '然后到你的名字', '母亲把萝卜码进缸里', '像码好一年的沉默'];
  const [poem] = articles('立 冬', '林 畔', ...lines, '小 雪', ...lines.toReversed());
  expect([texts(poem, 'byline'), texts(poem, 'subhead'), texts(poem)?.length]).toEqual([['林畔'], ['小 雪'], 8]);
});

test('sayings that are quoted from end to end head the sections of one story, with a comma too', () => {
  const [story] = articles(
    '一堂体育课为何能“挤”出来',
    '本报记者 沈知远',
    lead,
    '“一天一节，雷打不动”',
    second,
    '“老师不够，大家来凑”',
    '体育老师从哪里来？学校的办法是请附近体校的教练每周来两个下午。',
  );
  expect(texts(story, 'subhead')).toEqual(['“一天一节，雷打不动”', '“老师不够，大家来凑”']);
});

test('in a column of voices each has a headline and a name with the house it works for', () => {
  const [, first, next] = articles(
    '老桥重新开通',
    '本报记者 沈知远',
    lead,
    '声音',
    '把操场还给孩子',
    '●河湾市教育科学研究院 骆 冰',
    second,
    '让体育老师有奔头',
    '●河湾师范学院副教授 华 岳',
    other,
    '□编辑 叶 子 □美编 方 圆',
  );
  expect([first?.title, texts(first, 'byline')]).toEqual(['把操场还给孩子', ['●河湾市教育科学研究院 骆冰']]);
  expect([next?.title, texts(next, 'byline')]).toEqual(['让体育老师有奔头', ['●河湾师范学院副教授 华岳']]);
});
