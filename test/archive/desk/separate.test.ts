import { describe, expect, test } from 'vitest';
import { separate } from '../../../electron/archive/desk/separate.ts';
import { articles, lead, only, other, page, second, texts } from './page-of.ts';

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
    expect(derivation.dropped).toMatchObject([
      { role: 'duplicate', text: passage, evidence: [expect.stringContaining('a copy of')] },
    ]);
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

test('a seam says where in the text it is, how certain it is and why', () => {
  const [block] = articles('老桥重新开通', '本报记者 沈知远', '居民感受到了服', '务的变化，纷纷走上桥头。')
    .flatMap((article) => article.blocks)
    .filter(({ role }) => role === 'paragraph');
  const [seam] = block?.seams ?? [];
  expect(block?.text.slice(seam?.at)).toBe('务的变化，纷纷走上桥头。');
  expect(seam?.confidence).toBeGreaterThan(0.9);
  expect(seam?.evidence).toContain('the word 服务');
});

test('a seam between Latin words stands behind the space that joins them', () => {
  const [block] = articles(
    'OLD BRIDGE REOPENS',
    'By JOHN SMITH',
    'The old bridge reopened on Monday, and neighbours came to see the',
    'first car that crossed it in two years.',
  )
    .flatMap((article) => article.blocks)
    .filter(({ role }) => role === 'paragraph');
  expect(block?.seams?.map(({ at }) => block.text.slice(at - 5, at + 5))).toEqual([' the first']);
});
