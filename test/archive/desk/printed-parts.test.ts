import { describe, expect, test } from 'vitest';
import { separate } from '../../../electron/archive/desk/separate.ts';
import { articles, lead, only, other, page, second, texts } from './page-of.ts';

describe('by what newspapers do', () => {
  test('the last mark of a sentence may stand alone above a column', () => {
    expect(
      texts(only('老桥重新开通', '本报记者 沈知远', lead, '居民只要递交一次材料，后面的流程由专员代办', '。', second)),
    ).toEqual([lead, '居民只要递交一次材料，后面的流程由专员代办。', second]);
  });

  test('a pause makes a section head of a line where running text has none, even behind an open sentence', () => {
    const article = only(
      '老桥重新开通',
      '本报记者 沈知远',
      `${lead}每天早上七点前`,
      '有事商量 一票不少',
      `${second}${lead}`,
    );
    expect(texts(article, 'subhead')).toEqual(['有事商量 一票不少']);
  });

  test('a photographer’s padded name ends a caption', () => {
    const article = only('老桥重新开通', '本报记者 沈知远', lead, '老桥边的早市。 柴 桑 摄', second);
    expect([texts(article, 'caption'), texts(article, 'photo_credit')]).toEqual([['老桥边的早市。'], ['柴 桑 摄']]);
  });

  test.each([
    ['老桥边的早市。（受访者供图）', '老桥边的早市。', '（受访者供图）'],
    ['老桥边的早市。 张三丰摄/光明图片', '老桥边的早市。', '张三丰摄/光明图片'],
    ['老桥边的早市。张三丰 摄（岚州图片社）', '老桥边的早市。', '张三丰 摄（岚州图片社）'],
  ])('a caption and its credit are two things: %s', (line, caption, credit) => {
    const article = only('老桥重新开通', '本报记者 沈知远', lead, line, second);
    expect([texts(article, 'caption'), texts(article, 'photo_credit')]).toEqual([[caption], [credit]]);
  });

  test('the agency that wired a story is in the place of a name', () => {
    const article = only('老桥重新开通', '本报讯 昨日，老桥通车。', '（综合新华社消息）');
    expect(texts(article, 'byline')).toEqual(['（综合新华社消息）']);
  });

  test('a reporter who also took the pictures is a byline', () => {
    expect(texts(only('老桥重新开通', '本报记者 拓跋宏 文/图', lead), 'byline')).toEqual(['本报记者 拓跋宏 文/图']);
  });

  test('a question in an interview is no headline', () => {
    const article = only(
      '老桥重新开通',
      '本报记者 沈知远',
      '记者：走访会不会增加负担？',
      '陈一清：不会，我们只去一次。',
    );
    expect([article?.title, texts(article)?.length]).toEqual(['老桥重新开通', 2]);
  });

  test('a headline with a comma at the foot of a commentary is no cut sentence', () => {
    const [, comment] = articles('老桥重新开通', '本报记者 沈知远', lead, '短评', second, other, '会商量，是一种本事');
    expect([comment?.title, texts(comment)]).toEqual(['会商量，是一种本事', [second, other]]);
  });

  test('a commentary takes the headline and the name at its foot', () => {
    const found = articles(
      '老桥重新开通',
      '本报记者 沈知远',
      lead,
      '【短评】',
      other,
      '慢，是一种本事',
      '林 樾',
      '书屋坐得满',
      '□ 高岚',
      second,
    );
    expect(found.map((article) => [article.kind, article.title])).toEqual([
      ['main', '老桥重新开通'],
      ['commentary', '慢，是一种本事'],
      ['main', '书屋坐得满'],
    ]);
  });

  test('a list of dates is a box of its own', () => {
    const found = articles('老桥重新开通', '本报记者 沈知远', lead, '老桥大事记', '1958年5月，老桥建成通车。');
    expect(found.map((article) => [article.kind, article.title])).toEqual([
      ['main', '老桥重新开通'],
      ['sidebar', '老桥大事记'],
    ]);
  });
});

describe('what stands around a story', () => {
  const shape = (...blocks: string[]) => articles(...blocks).map((article) => [article.kind, article.title]);

  test('a summary leaves the headline below it to the story', () => {
    expect(shape('核心提示', other, '老桥重新开通', '——一座桥的调查', '本报记者 沈知远', lead)).toEqual([
      ['abstract', ''],
      ['main', '老桥重新开通'],
    ]);
  });

  test('numbered section heads go on behind a signed box', () => {
    const box = ['专家点评', other, '（点评人：省社科院研究员 裴秋声）'];
    const found = articles('老桥重新开通', '本报记者 沈知远', 'A/ 先修里子', lead, ...box, 'B/ 再修面子', second);
    expect(found.map((article) => texts(article, 'subhead'))).toEqual([['A/ 先修里子', 'B/ 再修面子'], []]);
    expect(texts(found[1], 'byline')).toEqual(['（点评人：省社科院研究员 裴秋声）']);
  });

  test('a paper’s commentator writes a commentary', () => {
    expect(shape('短 评', '把桥修在心里', '本报评论员', lead)).toEqual([['commentary', '把桥修在心里']]);
  });

  test('a notice is a story of its own', () => {
    expect(shape('老桥重新开通', '本报记者 沈知远', lead, '遗失声明', '某公司遗失公章一枚，声明作废。')).toEqual([
      ['main', '老桥重新开通'],
      ['brief', '遗失声明'],
    ]);
  });

  test('a pointer to another page ends nothing', () => {
    const [first, ...rest] = articles('老桥重新开通', '本报记者 沈知远', lead, '（相关报道见3版）', second);
    expect([texts(first)?.length, texts(first, 'continuation_mark'), rest.length]).toEqual([
      2,
      ['（相关报道见3版）'],
      0,
    ]);
  });

  test('the paper’s name and the page’s section are furniture', () => {
    const derivation = separate(
      page('岚州日报', '2025年12月20日 星期六', 'A4 深度', '老桥重新开通', '本报记者 沈知远', lead),
    );
    expect(derivation.dropped.map((dropped) => dropped.text)).toEqual(['岚州日报2025年12月20日 星期六A4 深度']);
  });
});
