import type { ArticleKind, Derivation, DerivedBlock, Piece, Seam } from '#contract/derivation.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import type { BlockRow } from './blocks.ts';
import type { ReadDb } from './database.ts';
import { derivationReads } from './derivations.ts';

interface ArticleRow {
  readonly id: ArticleId;
  readonly kind: ArticleKind;
  readonly parent_id: ArticleId | null;
  readonly title: string;
  readonly confidence: number;
  readonly evidence: string;
  readonly body: string;
}

interface DerivedRow extends BlockRow {
  readonly article_id: ArticleId;
  readonly evidence: string;
  readonly seams: string;
}

/** What the library's articles of a source say of how they were made; each is named by its id. */
export function pageDerivationReads(db: ReadDb) {
  const articles = db.prepare<[SourceId], ArticleRow>(`
    SELECT a.id, a.kind, a.parent_id, a.title, a.confidence, a.evidence, t.body
    FROM article a JOIN article_text t ON t.id = a.id WHERE a.source_id = ? ORDER BY a.position`);
  const blocks = db.prepare<[SourceId], DerivedRow>(`
    SELECT b.* FROM article a CROSS JOIN block b ON b.article_id = a.id
    WHERE a.source_id = ? ORDER BY a.position, b.position`);
  const rest = derivationReads(db);
  return {
    derivation(source: SourceId): Derivation {
      const rows = Map.groupBy(blocks.all(source), (row) => row.article_id);
      return {
        articles: articles.all(source).map(({ parent_id, body, evidence, ...article }) => ({
          ...article,
          parent: parent_id,
          evidence: JSON.parse(evidence) as string[],
          blocks: (rows.get(article.id) ?? []).map((row) => toBlock(row, body)),
        })),
        dropped: rest.dropped(source),
        operations: rest.operations(source),
      };
    },
  };
}

function toBlock(row: DerivedRow, body: string): DerivedBlock {
  const seams = JSON.parse(row.seams) as Seam[];
  return {
    role: row.role,
    text: body.slice(row.span_start, row.span_end),
    pieces: JSON.parse(row.pieces) as Piece[],
    ...(row.level === null ? {} : { level: row.level }),
    ...(seams.length === 0 ? {} : { seams }),
    ...(row.open_end === 1 ? { openEnd: true } : {}),
    confidence: row.confidence,
    evidence: JSON.parse(row.evidence) as string[],
  };
}
