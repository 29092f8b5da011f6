import type { Derivation, DerivedBlock, DeskRole } from '../../../../electron/contract/derivation.ts';
import type { Labels } from '../scramble/print.ts';

/** A block as it should be: the characters of the source that it is made of, in order, blanks left out. */
export interface TrueBlock {
  readonly article: string;
  readonly role: DeskRole;
  readonly chars: readonly number[];
  readonly openEnd: boolean;
}

export interface TruePage {
  readonly raw: string;
  /** What each character belongs to; none for what stands in no article. */
  readonly owner: ReadonlyMap<number, TrueBlock>;
  readonly blocks: readonly TrueBlock[];
  readonly articles: Labels['articles'];
}

export function charsOf(raw: string, pieces: readonly (readonly [number, number, ...unknown[]])[]): number[] {
  const list: number[] = [];
  for (const [start, end] of pieces) for (let at = start; at < end; at++) if (/\S/u.test(raw[at] ?? ' ')) list.push(at);
  return list;
}

const NOWHERE = new Set(['noise', 'duplicate']);

/** What a page should become. Of a passage printed twice either copy may stand: the one that stands already does. */
export function truthOf({ raw, labels }: { raw: string; labels: Labels }, derivation: Derivation): TruePage {
  const standing = new Set(
    derivation.articles.flatMap(({ blocks }) => blocks.flatMap(({ pieces }) => charsOf(raw, pieces))),
  );
  const kept = (chars: readonly number[]) => chars.filter((at) => standing.has(at)).length;
  const blocks: TrueBlock[] = [];
  for (const { id, paragraphs } of labels.articles)
    for (const { pieces, truncated_end: openEnd = false, equivalent_pieces: copies = [] } of paragraphs) {
      const [chars = []] = [pieces, ...copies].map((list) => charsOf(raw, list)).toSorted((a, b) => kept(b) - kept(a));
      blocks.push({ article: id, role: 'paragraph', chars, openEnd });
    }
  for (const { start, end, role, article } of labels.coverage.ranges) {
    if (role === 'paragraph' || NOWHERE.has(role) || article === '') continue;
    blocks.push({ article, role: role as DeskRole, chars: charsOf(raw, [[start, end]]), openEnd: false });
  }
  const owner = new Map(blocks.flatMap((block) => block.chars.map((at) => [at, block] as const)));
  return { raw, owner, blocks, articles: labels.articles };
}

/** Roles that are as good as each other: a credit stands with its picture's words. */
export function isRole(block: Pick<DerivedBlock, 'role'>, wanted: DeskRole): boolean {
  const fold = (role: string) => (role === 'photo_credit' ? 'caption' : role);
  return fold(block.role) === fold(wanted);
}

const squash = (text: string | null) => (text ?? '').replace(/\s/gu, '');

/** What is not as it should be, for a person to read; nothing where the page is right. */
export function faults({ articles, dropped }: Derivation, truth: TruePage): string[] {
  const { raw, owner } = truth;
  const list: string[] = [];
  const seen = new Set<string>();
  for (const article of articles) {
    const mine = article.blocks.flatMap((block) => owner.get(charsOf(raw, block.pieces)[0] ?? -1)?.article ?? []);
    const label = truth.articles.find(({ id }) => id === mine[0]);
    if (!label || seen.has(label.id)) {
      list.push(`“${article.title}” is no article`);
      continue;
    }
    seen.add(label.id);
    if (mine.some((id) => id !== label.id)) list.push(`${label.id} has a block of another`);
    if (squash(article.title) !== squash(label.title)) list.push(`${label.id} is called ${article.title}`);
    if (article.kind !== label.kind) list.push(`${label.id} is a ${article.kind}`);
    const paragraphs = (blocks: readonly { role: string; chars: readonly number[]; openEnd: boolean }[]) =>
      blocks.filter(({ role }) => role === 'paragraph').map(({ chars, openEnd }) => `${chars}${openEnd}`);
    const is = article.blocks.map(({ role, pieces, openEnd = false }) => ({
      role,
      chars: charsOf(raw, pieces),
      openEnd,
    }));
    const wanted = truth.blocks.filter((block) => block.article === label.id);
    if (String(paragraphs(is)) !== String(paragraphs(wanted))) list.push(`${label.id} reads otherwise`);
    for (const block of article.blocks)
      for (const at of charsOf(raw, block.pieces)) {
        const right = owner.get(at);
        if (right && isRole(block, right.role)) continue;
        list.push(`${raw.slice(at, at + 8)} is a ${block.role}`);
        break;
      }
  }
  for (const range of dropped)
    if (charsOf(raw, range.pieces).some((at) => owner.has(at))) list.push(`${range.text.slice(0, 8)} is dropped`);
  if (seen.size < truth.articles.length) list.push(`${truth.articles.length - seen.size} articles are missing`);
  return list;
}
