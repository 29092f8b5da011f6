import { describe, expect, test } from 'vitest';
import { separate } from '../../../electron/archive/desk/separate.ts';
import type { DerivedArticle } from '../../../electron/contract/derivation.ts';

const page = (...blocks: string[]) => blocks.join('\n\n');
const texts = (article: DerivedArticle | undefined, role = 'paragraph') =>
  article?.blocks.filter((block) => block.role === role).map((block) => block.text);
const articles = (...blocks: string[]) => separate(page(...blocks)).articles;
const only = (...blocks: string[]) => articles(...blocks)[0];

const lead = '清晨六点，老桥刚刚撤去围挡，卖豆腐的陈大娘就推着车走了上去。';
const second = '老桥建于一九五八年，是县城连接东西两岸的第一座石拱桥。';
const other = '放学铃声一响，杏花村的农家书屋就热闹起来，孩子们走向自己的书架。';

describe('a cut sentence', () => {
  test('goes on in the next block when a word runs across the cut', () => {
    const article = only('老桥重新开通', '本报记者 沈知远', '清晨六点，居民感受到了服', '务的变化，纷纷走上桥头。');
    expect(texts(article)).toEqual(['清晨六点，居民感受到了服务的变化，纷纷走上桥头。']);
  });

  test('goes on behind a picture that interrupts it', () => {
    const article = only(
      '老桥重新开通',
      '本报记者 沈知远',
      '居民感受到了服',
      '修缮后的老桥。 沈知远 摄',
      '务的变化，纷纷走上桥头。',
    );
    expect(texts(article)).toEqual(['居民感受到了服务的变化，纷纷走上桥头。']);
    expect(texts(article, 'caption')).toEqual(['修缮后的老桥。']);
    expect(texts(article, 'photo_credit')).toEqual(['沈知远 摄']);
  });

  test('is joined by its quotation marks when its other half stands in another column', () => {
    const article = only(
      '老桥重新开通',
      '本报记者 沈知远',
      lead,
      '施工队提供“帮代办”“上',
      '书屋坐得满',
      '□ 林晓禾',
      other,
      '门办”等服务，老人不用再跑腿。',
    );
    expect(texts(article)?.at(-1)).toBe('施工队提供“帮代办”“上门办”等服务，老人不用再跑腿。');
  });

  test('stays open and says so when its end is not on the page', () => {
    const [first] = articles(
      '老桥重新开通',
      '本报记者 沈知远',
      lead,
      '改造总投资一千八百六十万元，比最初的方案节',
      '书屋坐得满',
      '□ 林晓禾',
      other,
    );
    expect(first?.blocks.at(-1)).toMatchObject({ role: 'paragraph', openEnd: true });
  });
});

describe('printed lines', () => {
  test('a space where a printed line ended goes, a space in a quoted name stays', () => {
    const source = page(
      '老桥重新开通',
      '本报记者 沈知远',
      '近日,城东的老桥重新通车,居民 们早早来到桥头,等着看第一辆 车。“大楼宇 小课堂”在桥头开 讲,来听的人坐满了两边的石阶 直到天黑才散去。',
    );
    expect(texts(separate(source).articles[0])).toEqual([
      '近日,城东的老桥重新通车,居民们早早来到桥头,等着看第一辆车。“大楼宇 小课堂”在桥头开讲,来听的人坐满了两边的石阶直到天黑才散去。',
    ]);
  });

  test('lines of a narrow column become paragraphs by their indents', () => {
    const source =
      '老桥重新开通\n本报记者 沈知远\n\n　　清晨六点，老桥刚刚撤去围\n挡，卖豆腐的陈大娘就推着车走\n了上去。\n　　她在桥中间停下来，看了看\n河水，又看了看对岸新刷的墙，\n然后笑了。\n';
    expect(texts(separate(source).articles[0])).toEqual([
      '清晨六点，老桥刚刚撤去围挡，卖豆腐的陈大娘就推着车走了上去。',
      '她在桥中间停下来，看了看河水，又看了看对岸新刷的墙，然后笑了。',
    ]);
  });

  test('a word divided at a line end is whole again, a compound keeps its hyphen', () => {
    const source =
      'OLD BRIDGE REOPENS\n\nBy JOHN SMITH\n\nThe stone bridge that joins the two halves of the\ntown reopened on Monday after engineers had inspect-\ned its arches, and a well-\nknown baker who lives nearby was the first to cross the\nriver with a cart of bread for the market.\n\nIt is safe again, the county engineer said on Monday.\n';
    expect(texts(separate(source).articles[0])?.[0]).toContain('had inspected its arches, and a well-known baker');
  });

  test('the source between two characters that stand together is never filled with a space', () => {
    for (const article of separate(page('老桥通车 居民欢喜', '本报记者 沈知远', lead)).articles) {
      for (const block of article.blocks) for (const [, , as] of block.pieces) expect(as ?? '').not.toBe(' ');
    }
  });
});

describe('a line that stands alone', () => {
  test.each([
    ['□ 林晓禾 高仲平', 'byline'],
    ['本报记者 沈知远', 'byline'],
    ['江岭日报融媒体记者 顾晚晴', 'byline'],
    ['沈知远', 'byline'],
    ['——云溪县旧桥改造见闻', 'subtitle'],
  ])('%s under a headline is a %s', (line, role) => {
    expect(texts(only('老桥重新开通了', line, lead, second), role)).toEqual([line]);
  });

  test('names in brackets behind the last sentence are a byline', () => {
    expect(
      texts(only('老桥重新开通', '本报讯 近日，老桥重新开通，居民走上桥头。(李大年 本报记者 沈知远)'), 'byline'),
    ).toEqual(['(李大年 本报记者 沈知远)']);
  });

  test('本报讯 and the reporter behind it are no part of the paragraph', () => {
    const article = only('老桥重新开通', '本报讯 记者沈知远报道 近日，老桥重新开通，居民早早来到桥头。');
    expect(article?.kind).toBe('brief');
    expect(texts(article, 'dateline')).toEqual(['本报讯']);
    expect(texts(article, 'byline')).toEqual(['记者沈知远报道']);
    expect(texts(article)).toEqual(['近日，老桥重新开通，居民早早来到桥头。']);
  });

  test('page furniture is dropped, and its text is kept', () => {
    const derivation = separate(page('老桥重新开通', '本报记者 沈知远', lead, '责任编辑 江海 版式 何田'));
    expect(derivation.dropped).toMatchObject([{ role: 'noise', text: '责任编辑 江海 版式 何田' }]);
  });

  test('an author’s padded name loses its padding', () => {
    expect(texts(only('老桥重新开通', '□ 周 博 王许兵', lead), 'byline')).toEqual(['□ 周博 王许兵']);
  });
});

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

describe('several stories', () => {
  test('each headline with a byline or dateline begins one', () => {
    expect(
      articles('老桥重新开通', '本报记者 沈知远', lead, '书屋坐得满', '本报讯 昨日，书屋开门，孩子们来看书。').map(
        (article) => [article.title, article.kind],
      ),
    ).toEqual([
      ['老桥重新开通', 'main'],
      ['书屋坐得满', 'brief'],
    ]);
  });

  test('a continuation has no headline and takes none from the story above', () => {
    expect(
      articles(
        '老桥重新开通',
        '本报记者 沈知远',
        lead,
        '(上接1版)',
        '港口活则全局活，五年来新建泊位九个，航线增加到三十一条。',
      ).map((article) => [article.kind, article.title]),
    ).toEqual([
      ['main', '老桥重新开通'],
      ['continuation', ''],
    ]);
  });

  test('a commentary is a box of the story above, and its headline may stand behind its text', () => {
    const [main, comment] = articles(
      '老桥重新开通',
      '本报记者 沈知远',
      lead,
      second,
      '【短评】',
      '修桥要算账，更要算民心账。把账算到老百姓心里，桥才修得长久。',
      '一座桥连着两岸，也连着人心，把账算清楚，路才走得稳。',
      '把账算到老百姓心里',
    );
    expect(comment).toMatchObject({ kind: 'commentary', parent: main?.id, title: '把账算到老百姓心里' });
  });

  test('a passage printed twice stands once', () => {
    const passage =
      '改造还是重建，当时有过争论。县文物部门提出，桥上的石栏和碑刻都是难得的实物，应当原样保留，交通部门则担心承重不足。';
    const derivation = separate(page('老桥重新开通', '本报记者 沈知远', lead, passage, second, passage));
    expect(texts(derivation.articles[0])).toEqual([lead, passage, second]);
    expect(derivation.dropped).toMatchObject([{ role: 'duplicate', text: passage }]);
  });

  test('an English page parts at its bylines, and its jump line is told from its text', () => {
    const [first, next] = articles(
      'OLD BRIDGE REOPENS',
      'By JOHN SMITH',
      'The old bridge reopened on Monday, and neighbours came early to see the first car.',
      'Continued on page A4',
      'School gets a new playground',
      'By Mary Jones',
      'The children of the ferry school ran on a new track for the first time.',
      'Photo: Peter Brown',
    );
    expect([first?.title, next?.title]).toEqual(['OLD BRIDGE REOPENS', 'School gets a new playground']);
    expect(texts(first, 'continuation_mark')).toEqual(['Continued on page A4']);
    expect(texts(next, 'photo_credit')).toEqual(['Photo: Peter Brown']);
  });
});

test('every block says how sure it is and why', () => {
  const blocks = articles('老桥重新开通', '本报记者 沈知远', '居民感受到了服', '务的变化，纷纷走上桥头。').flatMap(
    (article) => article.blocks,
  );
  expect(blocks.every((block) => block.confidence > 0 && block.confidence <= 1)).toBe(true);
  expect(blocks.find((block) => block.role === 'paragraph')?.evidence).toContain('the word 服务');
});
