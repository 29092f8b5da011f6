import { readJumpMark } from '#archive/desk/jumps/jump-marks.ts';
import type { SourceDocument } from '#archive/store/documents.ts';
import { documentOf, store, type TemporaryArchive, type TestArticle } from '../temporary-archive.ts';

/** One day's pages of a paper: three stories go on on page 4 or 2, one on a page that is not here, and one only looks like a sequel. */
const DAY = '2024-03-18';
const PAGES: readonly (readonly [page: string, articles: readonly TestArticle[]])[] = [
  [
    '1',
    [
      {
        title: '汀溪渡口添了两艘电渡船',
        paragraphs: [
          '霁川轮渡公司昨日在汀溪渡口试航两艘电渡船。船长戚满仓说，新船一次可载四十人，比柴油船安静得多。',
          '渡口管理处的账本上记着，去年冬天的客流比前年多了两成，',
          '（下转第4版）',
        ],
      },
      {
        title: '岚口茶场的夏茶停采',
        paragraphs: [
          '岚口茶场场长郁青禾告诉记者，今年夏茶不再采摘，茶树要歇一季。工人们改去修水渠。',
          '茶场的三百亩坡地将种上豆科绿肥，技术员计算过，',
          '（下转04版）',
        ],
      },
      {
        title: '老图书馆的修书人',
        paragraphs: ['孟临川在霁川图书馆修了三十一年书。他的工具是一把竹起子和一碗浆糊。', '（下转第二版）'],
      },
      {
        title: '北堤加固工程开工',
        paragraphs: ['北堤加固工程昨日开工，工期一百二十天，水利局称汛期前可以合龙，', '（下转第7版）'],
      },
    ],
  ],
  [
    '4',
    [
      {
        title: '汀溪渡口的柴油船退役',
        paragraphs: ['三艘柴油船本月退役，船体将送往拆解厂。管理部门说，岸上的充电桩年底前建成。'],
      },
      {
        title: '茶树要歇一季',
        paragraphs: [
          '（上接第1版）',
          '绿肥翻进土里能省下四成化肥。郁青禾说，岚口茶场停采夏茶，是为了秋茶的味道，水渠修好后坡地也不再怕旱。',
        ],
      },
      {
        title: '电渡船静悄悄',
        paragraphs: [
          '（上接一版《汀溪渡口添了两艘电渡船》）',
          '其中一半是去对岸上班的人。戚满仓说，电渡船靠岸时听得见水声，轮渡公司打算明年再添一艘。',
        ],
      },
    ],
  ],
  [
    '2',
    [
      {
        title: '一碗浆糊三十一年',
        paragraphs: ['（紧接1版）', '孟临川说，浆糊要隔夜，起子要温。图书馆今年收了两名徒弟跟他学修书。'],
      },
    ],
  ],
];

export type StoredPages = ReadonlyMap<string, { readonly source: string; readonly articles: readonly string[] }>;

export async function storePages(here: TemporaryArchive): Promise<StoredPages> {
  const stored = new Map<string, { source: string; articles: readonly string[] }>();
  for (const [page, articles] of PAGES) {
    const { source, articles: ids } = await store(
      here,
      withMarks(pageOf(page, articles)),
      `霁川日报/${DAY}/${page}.txt`,
    );
    stored.set(page, { source, articles: ids });
  }
  // The day after the same words stand on page 4 again, and come from another day's page 1.
  const [, [, four] = ['', []]] = PAGES;
  const later = pageOf(
    '4',
    four.map((article) => ({ ...article, title: `${article.title}（续）` })),
    '2024-03-19',
  );
  await store(here, withMarks(later), '霁川日报/2024-03-19/4.txt');
  return stored;
}

function pageOf(page: string, articles: readonly TestArticle[], day = DAY): SourceDocument {
  return documentOf(articles, {
    publication: '霁川日报',
    pageLabel: page,
    date: { edtf: day, printed: null, inferred: true },
  });
}

/** A line of its own that is a jump mark has that role, as the desk would give it. */
export function withMarks(document: SourceDocument): SourceDocument {
  const articles = document.derivation.articles.map((article) => ({
    ...article,
    blocks: article.blocks.map((block) =>
      block.text.length < 40 && /^[（(]/u.test(block.text) && readJumpMark(block.text)
        ? { ...block, role: 'continuation_mark' as const }
        : block,
    ),
  }));
  return { ...document, derivation: { ...document.derivation, articles } };
}
