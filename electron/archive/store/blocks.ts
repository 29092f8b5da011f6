import type { Block } from '#contract/articles.ts';
import type { BlockRole, DerivedBlock, Piece } from '#contract/derivation.ts';
import type { ArticleId, Span } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';

export interface BlockRow {
  readonly role: BlockRole;
  readonly level: number | null;
  readonly span_start: number;
  readonly span_end: number;
  readonly pieces: string;
  readonly open_end: 0 | 1;
  readonly confidence: number;
}

export function blockReads(db: ReadDb) {
  const ofArticle = db.prepare<[ArticleId], BlockRow>(`
    SELECT role, level, span_start, span_end, pieces, open_end, confidence FROM block
    WHERE article_id = ? ORDER BY position`);
  return {
    ofArticle(id: ArticleId): Block[] {
      return ofArticle.all(id).map(toBlock);
    },
  };
}

export function blockWrites(db: WriteDb) {
  const insert = db.prepare(`
    INSERT INTO block (article_id, position, role, level, span_start, span_end, pieces, open_end, confidence, evidence,
      seams)
    VALUES (@article, @position, @role, @level, @start, @end, @pieces, @openEnd, @confidence, @evidence, @seams)`);
  const remove = db.prepare<[ArticleId]>('DELETE FROM block WHERE article_id = ?');
  return {
    insertAll(article: ArticleId, list: readonly DerivedBlock[]): void {
      const spans = spansOf(list.map((block) => block.text));
      for (const [position, block] of list.entries())
        insert.run({
          article,
          position,
          role: block.role,
          level: block.level ?? null,
          start: spans[position]?.start,
          end: spans[position]?.end,
          pieces: JSON.stringify(block.pieces),
          openEnd: block.openEnd ? 1 : 0,
          confidence: block.confidence,
          evidence: JSON.stringify(block.evidence),
          seams: JSON.stringify(block.seams ?? []),
        });
    },
    removeOf(article: ArticleId): void {
      remove.run(article);
    },
  };
}

/** Where each block stands when the texts are joined by one line feed. */
export function spansOf(texts: readonly string[]): Span[] {
  let start = 0;
  return texts.map((text) => {
    const span = { start, end: start + text.length };
    start = span.end + 1;
    return span;
  });
}

function toBlock(row: BlockRow): Block {
  return {
    role: row.role,
    level: row.level,
    span: { start: row.span_start, end: row.span_end },
    pieces: JSON.parse(row.pieces) as Piece[],
    openEnd: row.open_end === 1,
    confidence: row.confidence,
  };
}
