import type {
  ArticleKind,
  Derivation,
  DerivedArticle,
  DerivedBlock,
  DroppedRange,
  Operation,
  Piece,
} from '#contract/derivation.ts';
import { spansOf } from './blocks.ts';

/** A block without its text: that is in the source. */
type PackedBlock = Pick<DerivedBlock, 'role' | 'pieces' | 'confidence' | 'evidence' | 'seams' | 'openEnd' | 'level'>;

interface PackedArticle {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly parent: string | null;
  readonly title: string;
  readonly confidence: number;
  readonly evidence: readonly string[];
  readonly blocks: readonly PackedBlock[];
}

interface PackedSide {
  /** Every article of the page in its order. */
  readonly order: readonly string[];
  /** Those that are not the same on the other side. */
  readonly articles: readonly PackedArticle[];
  readonly dropped: readonly Omit<DroppedRange, 'text'>[];
  /** Those that are not on the other side. */
  readonly operations: readonly Omit<Operation, 'text'>[];
}

/** How two derivations of one source differ, without any text of it: what the journal keeps. */
export interface PageChange {
  readonly before: PackedSide;
  readonly after: PackedSide;
}

export function packChange(before: Derivation, after: Derivation): PageChange {
  const changed = changedArticles(before, after);
  return { before: packSide(before, after, changed), after: packSide(after, before, changed) };
}

function packSide(side: Derivation, other: Derivation, changed: ReadonlySet<string>): PackedSide {
  const known = new Set(other.operations.map(keyOf));
  return {
    order: side.articles.map(({ id }) => id),
    articles: side.articles.filter(({ id }) => changed.has(id)).map(packArticle),
    dropped: side.dropped.map(({ text: _, ...range }) => range),
    operations: side.operations.filter((one) => !known.has(keyOf(one))).map(({ text: _, ...operation }) => operation),
  };
}

/** Ids of the articles that are not the same in both, whatever their place. */
export function changedArticles(before: Derivation, after: Derivation): Set<string> {
  const packed = new Map(before.articles.map((article) => [article.id, JSON.stringify(packArticle(article))]));
  const changed = new Set(packed.keys());
  for (const article of after.articles) {
    if (packed.get(article.id) === JSON.stringify(packArticle(article))) changed.delete(article.id);
    else changed.add(article.id);
  }
  return changed;
}

/**
 * The other side of a change, made of the derivation as it stands and the source's text. Undefined where the page is
 * not what this change left: somebody changed it since.
 */
export function applyChange(
  now: Derivation,
  { from, to }: { readonly from: PackedSide; readonly to: PackedSide },
  source: string,
): Derivation | undefined {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const byId = new Map(now.articles.map((article) => [article.id, article]));
  const stands =
    same([...byId.keys()], from.order) &&
    from.articles.every((article) => same(article, packed(byId.get(article.id)))) &&
    same(
      now.dropped.map(({ text: _, ...range }) => range),
      from.dropped,
    );
  if (!stands) return undefined;
  const gone = new Set(from.operations.map(keyOf));
  const textAt = ([start, end]: readonly [number, number]) => source.slice(start, end);
  for (const article of to.articles) byId.set(article.id, unpackArticle(article, source));
  return {
    articles: to.order.flatMap((id) => byId.get(id) ?? []),
    dropped: to.dropped.map((range) => ({ ...range, text: range.pieces.map(textAt).join('') })),
    operations: [
      ...now.operations.filter((operation) => !gone.has(keyOf(operation))),
      ...to.operations.map((operation) => ({ ...operation, text: textAt(operation.range) })),
    ].toSorted((a, b) => a.range[0] - b.range[0]),
  };
}

const keyOf = ({ kind, range, as }: Pick<Operation, 'kind' | 'range' | 'as'>) => `${kind} ${range} ${as ?? '-'}`;

const packed = (article: DerivedArticle | undefined) => article && packArticle(article);

function packArticle({ id, kind, parent, title, confidence, evidence, blocks }: DerivedArticle): PackedArticle {
  return { id, kind, parent, title, confidence, evidence, blocks: blocks.map(packBlock) };
}

function packBlock({ role, pieces, confidence, evidence, seams, openEnd, level }: DerivedBlock): PackedBlock {
  return {
    role,
    pieces,
    confidence,
    evidence,
    ...(seams && seams.length > 0 ? { seams } : {}),
    ...(openEnd ? { openEnd } : {}),
    ...(level === undefined ? {} : { level }),
  };
}

function unpackArticle({ blocks, evidence, ...article }: PackedArticle, source: string): DerivedArticle {
  const textOf = ([start, end, as]: Piece) => as ?? source.slice(start, end);
  return {
    ...article,
    evidence: [...evidence],
    blocks: blocks.map((block) => ({ ...block, text: block.pieces.map(textOf).join('') })),
  };
}

/** An article as a highlight sees it. */
export function asMarked<Id extends string>(article: DerivedArticle, id: Id) {
  const texts = article.blocks.map((block) => block.text);
  const spans = spansOf(texts);
  return {
    id,
    body: texts.join('\n'),
    blocks: article.blocks.map(({ pieces }, at) => ({ pieces, span: spans[at] ?? { start: 0, end: 0 } })),
  };
}
