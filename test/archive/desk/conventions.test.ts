import { describe, expect, test } from 'vitest';
import { separate } from '../../../electron/archive/desk/separate.ts';
import { articles, lead, only, other, page, second, texts } from './page-of.ts';

const dropped = (...blocks: string[]) => separate(page(...blocks)).dropped.map(({ text }) => text);

describe('the line of the day', () => {
  test.each([
    '■2022年9月2日 星期五 农历壬寅年八月初七',
    '2 理论·评论 2020年11月9日 星期一',
    '2021年4月8日　星期四　第3版　城事',
    'A06 河湾晚报 2019年5月4日 星期六',
    'A4 THE HARBOUR GAZETTE • Tuesday, March 12, 2019',
    'The Harbour Gazette | March 12, 2019 | A4',
  ])('%s is no headline', (line) => {
    expect(dropped(line, '老桥重新开通', '本报记者 沈知远', lead)).toEqual([line]);
  });

  test.each(['2019年3月5日，老桥重新通车', '2022年9月2日星期五上午开桥', '老桥2019年3月5日重新开通'])(
    '%s is a sentence or a headline',
    (line) => expect(dropped(line, '本报记者 沈知远', lead)).toEqual([]),
  );

  test('a section’s name below it is no part of the headline', () => {
    expect(only(`2023年6月14日 星期三\n04\n综合新闻\n老桥重新开通`, '本报记者 沈知远', lead)?.title).toBe(
      '老桥重新开通',
    );
  });
});

describe('short items', () => {
  test('a triangle before 本报讯 opens an item, and its reporter closes it', () => {
    const items = articles(
      '简讯',
      '▲本报讯 六月十二日，河湾中学请消防员讲了一堂课。（记者 罗曼）',
      '▲本报讯 老城区的变压器全部换新。（杨柳）',
      '老桥重新开通',
      `本报讯（记者 沈知远）${lead}`,
    );
    expect(items.map(({ kind, title }) => [kind, title])).toEqual([
      ['brief', ''],
      ['brief', ''],
      ['brief', '老桥重新开通'],
    ]);
    expect(items.map((item) => texts(item, 'byline'))).toEqual([['（记者 罗曼）'], ['（杨柳）'], ['（记者 沈知远）']]);
  });

  test.each(['（待续）', '（节选）', '（完）'])('%s is nobody’s name', (remark) => {
    expect(texts(only('老桥重新开通', '本报记者 沈知远', lead + remark), 'byline')).toEqual(['本报记者 沈知远']);
  });
});

describe('heads', () => {
  test('a numbered section head may be a saying of two halves', () => {
    const article = only('老桥重新开通', '□ 沈知远', '一、看得清，才修得准', lead, '二、算得细，才走得稳', second);
    expect(texts(article, 'subhead')).toEqual(['一、看得清，才修得准', '二、算得细，才走得稳']);
    expect(article?.blocks.filter((block) => block.openEnd)).toEqual([]);
  });

  test('whoever signs by office begins a story', () => {
    const [, story] = articles(
      '书屋坐得满',
      '本报记者 林晓禾',
      other,
      '让数据多跑路 让群众少跑腿',
      '中共河湾县委书记 何以宁',
      lead,
    );
    expect([story?.title, texts(story, 'byline')]).toEqual(['让数据多跑路 让群众少跑腿', ['中共河湾县委书记 何以宁']]);
  });
});

test('who is asked or answers begins a paragraph, and completes nobody’s sentence', () => {
  const article = only(
    '老桥重新开通',
    '本报记者 沈知远',
    lead,
    '改造总投资比最初的方案节',
    '问：施工会不会断路？',
    '答：不会，夜间放行。',
  );
  expect(texts(article)).toEqual(expect.arrayContaining(['问：施工会不会断路？', '答：不会，夜间放行。']));
});

test('the lines of a poem are neither headlines nor cut sentences', () => {
  const lines = ['风从北岸来', '带着稻子的气味', '我把信写在', '一片还没有红的叶子上', '寄给河那边'];
  const article = only('秋天的信', '江上雁', ...lines);
  expect([article?.title, texts(article)]).toEqual(['秋天的信', lines]);
  expect(article?.blocks.filter((block) => block.openEnd)).toEqual([]);
});

describe('English lines without a blank line between them', () => {
  const source = [
    'A4 THE HARBOUR GAZETTE • Tuesday, March 12, 2019',
    'Council votes to keep ferry',
    'running through the winter',
    'By ANNA REED',
    'For the Gazette',
    'T',
    'he island ferry will keep its winter timetable for',
    'at least two more years after a vote on Monday at',
    'the county hall, the council said in the evening.',
    'SCHOOL NOTES',
    'The Eastfield High band will perform at noon on',
    'Friday in the town square, and all are welcome to',
    'bring a chair and stay for the speeches after it.',
  ].join('\n');

  test('a headline on two lines, who wrote for whom, a drop cap and a head in capitals are told apart', () => {
    const { articles: found } = separate(source);
    const [ferry] = found;
    expect(ferry?.title).toBe('Council votes to keep ferry running through the winter');
    expect(texts(ferry, 'byline')).toEqual(['By ANNA REED', 'For the Gazette']);
    expect(texts(ferry)?.[0]).toMatch(/^The island ferry will keep .+ in the evening\.$/);
    const heads = found.flatMap(({ blocks }) => blocks.filter(({ role }) => role === 'title' || role === 'subhead'));
    expect(heads.map(({ text }) => text)).toContain('SCHOOL NOTES');
  });
});

test('whose story it is, said with a colon above its headline, is a kicker', () => {
  const article = only('青石镇：', '“店小二”走进车间', '本报记者 沈知远', lead);
  expect([article?.title, texts(article, 'kicker')]).toEqual(['“店小二”走进车间', ['青石镇：']]);
});

test('a kicker that has lost its headline takes one with its words from another story', () => {
  const [bridge, reading] = articles(
    ...['沙湾县住建局——', '本报记者 沈知远', lead, second, '书屋坐得满', '□ 林晓禾', other],
    ...['老桥撤去围挡 豆腐推上石拱', '书屋去年添了三百册图书，孩子们放学后都来借阅。'],
  );
  expect([bridge?.title, reading?.title]).toEqual(['老桥撤去围挡 豆腐推上石拱', '书屋坐得满']);
});

test('a label and its headline on one line are two', () => {
  const [, box] = articles('老桥重新开通', '本报记者 沈知远', lead, '相关链接 老桥有多少座石拱', second);
  expect([box?.kind, box?.title]).toEqual(['sidebar', '老桥有多少座石拱']);
});

test('where a text stood before is a note, and no cut sentence', () => {
  const note = '（原载七月三日《河湾晚报》，有删节）';
  expect(texts(only('老桥重新开通', '本报记者 沈知远', lead, note), 'author_note')).toEqual([note]);
});

test('what goes on on another page ends open there, whatever could follow on this one', () => {
  const [ferry, dike] = articles(
    '渡口添了两艘电渡船',
    '本报记者 宋闻笛',
    '轮渡公司昨日在渡口试航两艘电渡船，新船靠岸时比柴油船安静得多。',
    '船长在这条河上开了二十六年船，他记得每一处浅滩，',
    '（下转第4版）',
    '北堤加固工程开工',
    '本报记者 郭听泉',
    '工程指挥部在堤脚搭起了板房，工程师说，每一层土都要碾压八遍，',
    '（下转第7版）',
  );
  expect([texts(ferry)?.length, texts(dike)?.length]).toEqual([2, 1]);
  expect([ferry, dike].map((article) => article?.blocks.filter(({ openEnd }) => openEnd).length)).toEqual([1, 1]);
});
