import { describe, expect, test } from 'vitest';
import { articles, lead, other, second, texts } from '../page-of.ts';

const story = ['老桥重新开通', '本报记者 沈知远', lead, second];
const pump =
  '因检修线路，定于五月二十一日对砚池路北段、学府巷、印刷厂家属院停电，请相关用户提前做好准备，遇雨顺延，不另通知。';
const titles = (...blocks: string[]) => articles(...blocks).map(({ title }) => title);

describe('a headline that nobody signed', () => {
  test('over other words begins a story', () => {
    expect(titles(...story, '停电安排', pump)).toEqual(['老桥重新开通', '停电安排']);
  });

  test('over text that is signed at its foot begins a story, where the one above is signed already', () => {
    expect(titles(...story, '书屋坐得满', `${other}(林晓禾)`)).toEqual(['老桥重新开通', '书屋坐得满']);
  });

  test('over little text stays a section head', () => {
    expect(texts(articles(...story, '停电安排', '请提前准备。')[0], 'subhead')).toEqual(['停电安排']);
  });
});

describe('pictures that are stories', () => {
  test('end with their credit, and another column name begins another', () => {
    const picture = (what: string) => ['图片新闻', `近日，${what}。本报记者 沈知远 摄`];
    const found = articles(...picture('工人在安装机组'), ...picture('学生在做实验'), ...story);
    expect(found.map((article) => texts(article, 'caption'))).toEqual([
      ['近日，工人在安装机组。'],
      ['近日，学生在做实验。'],
      [],
    ]);
  });
});

describe('heads above a story', () => {
  test('two above a line with a dash are what leads up to the headline, and the headline', () => {
    const [found] = articles('从看天吃饭到看屏种田', '老桥灌区改造观察', '——首个万亩灌区建设', '本报记者 沈知远', lead);
    expect([found?.title, texts(found, 'kicker'), texts(found, 'subtitle')]).toEqual([
      '老桥灌区改造观察',
      ['从看天吃饭到看屏种田'],
      ['——首个万亩灌区建设'],
    ]);
  });

  test('a name may be set apart behind its first character', () => {
    expect(texts(articles('老桥重新开通', '本报记者 沈 知远', lead)[0], 'byline')).toEqual(['本报记者 沈 知远']);
  });

  test('an English headline may end in a small word where a name stands below', () => {
    const [first] = articles('Late goal sends Harriers through', 'By Conor Whitfield', 'They won, the manager said.');
    expect(first?.title).toBe('Late goal sends Harriers through');
  });

  test('the foot of a sentence is nobody’s name', () => {
    const found = articles(
      'Old bridge reopens',
      'By Ruth Lindqvist',
      'There are thirty places for the course, and twenty-two of them had been taken',
      'by Thursday.',
    );
    expect(texts(found[0], 'byline')).toEqual(['By Ruth Lindqvist']);
  });
});

test('an interview goes on behind a box that nobody speaks in', () => {
  const [talk, box] = articles(
    '把试验搬到田埂上',
    '本报记者 沈知远',
    '记者：最大的特点是什么？',
    '何国栋：两个字，省心。',
    '人物小传',
    '何国栋，一九六八年生，选育甘薯新品种七个。',
    '记者：下一步有什么打算？',
    '何国栋：再选三个品种。',
  );
  expect(texts(talk)?.length).toBe(4);
  expect(texts(box)?.length).toBe(1);
});
