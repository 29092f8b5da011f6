import { describe, expect, test } from 'vitest';
import { articles, lead, other, second, texts } from './page-of.ts';

const kinds = (...blocks: string[]) => articles(...blocks).map(({ kind, parent, title }) => [kind, parent, title]);

describe('notices', () => {
  const auction = [
    '河湾县自然资源局 国有建设用地使用权挂牌出让公告',
    '河自然资告字〔2023〕8号',
    '经河湾县人民政府批准，现将两宗地块挂牌出让，有关事项公告如下：',
    '联系地址：河湾县府前街8号 联系电话：0335-2280114 联系人：何先生',
    '河湾县自然资源局',
    '2023年6月11日',
  ];

  test('what was lost is declared in notices of its own, not in captions', () => {
    const [, lost, land] = articles(
      '老桥重新开通',
      '本报记者 沈知远',
      lead,
      '遗失声明',
      '▲河湾县宏远建材经营部遗失公章一枚，编号1303210004821，声明作废。',
      ...auction,
    );
    expect([lost?.kind, lost?.title, texts(lost)?.length]).toEqual(['brief', '遗失声明', 1]);
    expect(land?.title).toBe(auction[0]);
    expect(texts(land, 'caption')).toEqual([]);
  });

  test('particulars are a line by themselves, their pauses stay, and an office signs below', () => {
    const [, land] = articles('老桥重新开通', '本报记者 沈知远', lead, ...auction);
    expect(texts(land)?.at(-1)).toBe(auction[3]);
    expect(texts(land, 'byline')).toEqual(['河湾县自然资源局']);
    expect(texts(land, 'subhead')).toEqual([]);
  });

  test('accounts with a colon each are a paragraph that goes on', () => {
    const cut = [
      '主张撤的人算的是成本账：三位老师教九个孩子。主张留的人算的是另一笔账：九个孩子里',
      '有六个是爷爷奶奶带着的。',
    ];
    const [story] = articles('老桥重新开通', '本报记者 沈知远', lead, ...cut);
    expect(texts(story)?.at(-1)).toBe(cut.join(''));
  });
});

describe('boxes', () => {
  test.each(['人物小传', '专家名片', '新闻人物', '小档案'])('%s stands beside the story it interrupts', (label) => {
    expect(
      kinds('老桥重新开通', '本报记者 沈知远', lead, second, label, '桥匠何守义，一九四一年生，修桥五十七座。'),
    ).toEqual([
      ['main', null, '老桥重新开通'],
      ['sidebar', 'a1', ''],
    ]);
  });

  test('a word of the editor behind a story belongs to it, one in front is about the page', () => {
    const story = ['老桥重新开通', '本报记者 沈知远', lead, second];
    const note = '修桥不只是修路，也是修人心。';
    expect(kinds(...story, '编后', note).map(([kind, parent]) => [kind, parent])).toEqual([
      ['main', null],
      ['editor_note', 'a1'],
    ]);
    expect(kinds('编者按', note, ...story).map(([kind, parent]) => [kind, parent])).toEqual([
      ['editor_note', null],
      ['main', null],
    ]);
  });
});

describe('traditional characters', () => {
  const bridge = '清晨六點，老橋剛剛撤去圍擋，賣豆腐的陳大娘就推著車走了上去。';

  test('are read as the simplified ones are, and kept as they stand', () => {
    const [first, next, box] = articles(
      '地方新聞',
      '老橋重新開通 攤商盼年底完工',
      `【記者沈知遠／河灣報導】${bridge}`,
      '書屋坐得滿滿 學童彩繪說故事',
      '【記者林曉禾／杏花報導】放學鈴聲一響，農家書屋就熱鬧起來，孩子們走向自己的書架。管理員說，書都是大家捐的。',
      '圖／林曉禾',
      '小檔案',
      '農家書屋：由村民共同經營，藏書三千餘冊，全年開放。',
    );
    expect([first?.title, texts(first, 'byline'), texts(first)]).toEqual([
      '老橋重新開通 攤商盼年底完工',
      ['【記者沈知遠／河灣報導】'],
      [bridge],
    ]);
    expect([next?.title, texts(next, 'photo_credit')]).toEqual(['書屋坐得滿滿 學童彩繪說故事', ['圖／林曉禾']]);
    expect([box?.kind, box?.parent]).toEqual(['sidebar', 'a2']);
  });

  test('a sentence that the layout cut is completed in them too', () => {
    const [story] = articles(
      '老橋重新開通',
      '本報記者 沈知遠',
      `${bridge}修橋隊長說，橋面高低差最大達三十八公分，輪椅難以通行，完工後將`,
      `全線齊平。${bridge}`,
    );
    expect(texts(story)?.[0]).toContain('完工後將全線齊平。');
  });
});

describe('sections of an English paper', () => {
  test('begin a text of their own; a letter keeps its salutation', () => {
    const [, log, letter] = articles(
      'Library opens seed exchange',
      'By Martha Quennell',
      'The library will open a seed exchange on Monday, the council said. It is free. — Staff report',
      'POLICE LOG',
      'A caller on Dunmore Road reported a loose goat. The goat was returned.',
      'LETTERS',
      'Keep the old lamps',
      'To the Editor:',
      'The iron lamps on Chandler Street are older than anyone who walks under them.',
    );
    expect(texts(log, 'label')).toEqual(['POLICE LOG']);
    expect([letter?.title, texts(letter)?.[0]]).toEqual(['Keep the old lamps', 'To the Editor:']);
  });

  test('a credit behind the last sentence closes the story', () => {
    const [story] = articles(
      'Library opens seed exchange',
      'The library will open a seed exchange on Monday, the council said. It is free. — Staff report',
    );
    expect(texts(story, 'byline')).toEqual(['— Staff report']);
    expect(story?.blocks.some((block) => block.openEnd)).toBe(false);
  });
});

test('an item of the interview goes on behind the box that interrupts it', () => {
  const [talk, box] = articles(
    '把试验搬到田埂上',
    '本报记者 沈知远',
    lead,
    '记者：最大的特点是什么？',
    '何国栋：两个字，省心。过去入窖三个月，烂掉两成很平常，现在',
    '人物小传',
    '何国栋，一九六八年生，选育甘薯新品种七个。',
    '控制在百分之五以内。',
    other,
  );
  expect(texts(talk)).toContain('何国栋：两个字，省心。过去入窖三个月，烂掉两成很平常，现在控制在百分之五以内。');
  expect(box?.kind).toBe('sidebar');
});

test('a commentary below another story stands beside the one whose words it has', () => {
  const found = articles(
    '雄鹰提前一轮冲甲',
    '本报讯（记者 沈知远）松原雄鹰队主场逆转滨城海牛队，提前一轮冲甲，时隔九年重返中甲，球迷高唱队歌。',
    '辽河女排客胜东海',
    '本报讯（记者 林晓禾）女排联赛第三轮，辽河女排客场击败东海女排，豪取三连胜。',
    '短评',
    '冲甲之后更需冷静',
    '雄鹰冲甲，一城狂喜。掌声之外，也要看到球队青训梯队只有两支。九年等来的冲甲，配得上球迷的队歌。',
  );
  expect(found.map(({ kind, parent }) => [kind, parent])).toEqual([
    ['brief', null],
    ['brief', null],
    ['commentary', 'a1'],
  ]);
});
