import type { Piece } from '#contract/derivation.ts';
import type { DeskBlock, DeskPage } from '#contract/desk.ts';

const TEXT = '春到柳湾\n\n河水涨了，渔\n民下了网。\n\n柳湾乡。 周一 摄\n河水涨了，渔\n夜市开了\n灯亮到半夜。';

function block(role: DeskBlock['role'], start: number, end: number, ...pieces: Piece[]): DeskBlock {
  const place = pieces[0]?.[0] ?? 0;
  return { place, role, span: { start, end }, pieces, openEnd: false, seams: [], confidence: 0.9, evidence: [] };
}

/** Two articles of a page: the first of a title, a paragraph over two lines and a caption; one copy left out. */
export const PAGE: DeskPage = {
  source: '01900000-0000-7000-8000-000000000000' as DeskPage['source'],
  name: '柳湾日报.txt',
  sha256: '',
  encoding: 'utf-8',
  text: TEXT,
  state: 'separated',
  revision: 3,
  who: null,
  canUndo: false,
  canRedo: false,
  articles: [
    {
      id: null,
      key: 'a1',
      title: '春到柳湾',
      kind: 'main',
      parent: null,
      body: '春到柳湾\n河水涨了，渔民下了网。\n柳湾乡。 周一 摄',
      blocks: [
        block('title', 0, 4, [0, 4]),
        {
          ...block('paragraph', 5, 16, [6, 12], [13, 18]),
          seams: [{ at: 6, confidence: 0.4, evidence: ['the word 渔民'] }],
        },
        block('caption', 17, 26, [20, 29]),
      ],
    },
    {
      id: null,
      key: 'a2',
      title: '夜市开了',
      kind: 'main',
      parent: null,
      body: '夜市开了\n灯亮到半夜。',
      blocks: [block('title', 0, 4, [37, 41]), block('paragraph', 5, 11, [42, 48])],
    },
  ],
  dropped: [{ place: 30, role: 'duplicate', pieces: [[30, 36]], text: '河水涨了，渔', confidence: 0.3 }],
  doubts: [
    {
      id: 'seam@13',
      kind: 'seam',
      place: 6,
      along: [],
      confidence: 0.4,
      evidence: ['the word 渔民', 'shared words 0.41'],
      instead: null,
    },
    {
      id: 'duplicate@30',
      kind: 'duplicate',
      place: 30,
      along: [],
      confidence: 0.3,
      evidence: ['a copy of 6 characters'],
      instead: null,
    },
  ],
  joins: [],
};

export const [TITLE, PARAGRAPH, CAPTION, COPY, NIGHT, LAMPS] = [0, 6, 20, 30, 37, 42] as const;
