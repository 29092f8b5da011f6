import type { Derivation, DerivedBlock } from '../../../../electron/contract/derivation.ts';
import { ArticleKind, DeskRole } from '../../../../electron/contract/derivation.ts';
import type { BlockTarget, DeskCommand } from '../../../../electron/contract/desk-commands.ts';
import type { Random } from '../scramble/random.ts';

const KINDS: readonly DeskCommand['kind'][] = [
  'split_article',
  'merge_articles',
  'move_blocks',
  'set_role',
  'drop_blocks',
  'restore_range',
  'split_block',
  'join_blocks',
  'set_open_end',
  'set_kind',
  'confirm',
  'reject',
];

/** Any command on any page: most can be done there, some name what is not there. */
export function randomCommand({ articles, dropped }: Derivation, random: Random): DeskCommand {
  const blocks = articles.flatMap((article) => article.blocks);
  const somewhere = () => random.int(0, 3000);
  const place = () => (blocks.length > 0 && random.chance(0.95) ? placeIn(random.pick(blocks)) : somewhere());
  const places = () => Array.from({ length: random.int(1, 3) }, place);
  const inside = (block: DerivedBlock) => {
    const [start = 0, end = 0] = random.pick(block.pieces);
    return random.int(start, end);
  };
  const target = (): BlockTarget => {
    if (random.chance(0.25)) return 'new_article';
    const article = articles.length > 0 ? random.pick(articles) : undefined;
    if (!article || random.chance(0.1)) return { article: place(), before: place() };
    const before = random.chance(0.3) ? null : placeIn(random.pick(article.blocks));
    return { article: placeIn(random.pick(article.blocks)), before };
  };
  const range = () => (dropped.length > 0 && random.chance(0.9) ? (random.pick(dropped).pieces[0]?.[0] ?? 0) : place());
  const seams = blocks.flatMap((block) => (block.seams ? block.pieces.map(([start]) => start) : []));
  const doubt = () => {
    const kind = random.pick(['seam', 'open_end', 'role', 'article', 'duplicate'] as const);
    if (kind === 'duplicate') return `duplicate@${range()}` as const;
    if (kind === 'seam') return `seam@${seams.length > 0 ? random.pick(seams) : somewhere()}` as const;
    const first = articles.length > 0 ? placeIn(random.pick(articles).blocks[0]) : somewhere();
    return `${kind}@${kind === 'article' ? first : place()}` as const;
  };
  const kind = random.pick(KINDS);
  switch (kind) {
    case 'split_article':
      return { kind, before: place() };
    case 'merge_articles':
      return { kind, into: place(), from: place() };
    case 'move_blocks':
      return { kind, blocks: places(), to: target() };
    case 'set_role':
      return { kind, blocks: places(), role: random.pick(DeskRole.options) };
    case 'drop_blocks':
      return { kind, blocks: places(), role: random.pick(['noise', 'duplicate']) };
    case 'restore_range':
      return { kind, dropped: range(), role: random.pick(DeskRole.options), to: target() };
    case 'split_block': {
      const block = blocks.length > 0 ? random.pick(blocks) : undefined;
      return { kind, block: placeIn(block), at: block ? inside(block) : somewhere() };
    }
    case 'join_blocks':
      return { kind, first: place(), second: place() };
    case 'set_open_end':
      return { kind, block: place(), openEnd: random.chance(0.5) };
    case 'set_kind': {
      const parent = random.chance(0.5) ? place() : null;
      return { kind, article: place(), to: random.pick(ArticleKind.options), parent };
    }
    case 'confirm':
    case 'reject':
      return { kind, doubt: doubt() };
  }
}

function placeIn(block: DerivedBlock | undefined): number {
  return block?.pieces[0]?.[0] ?? 0;
}
