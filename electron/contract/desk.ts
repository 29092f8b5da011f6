import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ArticleKind, BlockRole, Confidence, Piece } from './derivation.ts';
import { ArticleId, SourceId, Span } from './ids.ts';

/** A raw page beside what it became: the page desk's two halves. */
export const DeskPage = z.object({
  source: SourceId,
  name: z.string(),
  sha256: z.string(),
  encoding: z.string(),
  /** The decoded source, rebuilt from blocks, dropped ranges and operations. */
  text: z.string(),
  articles: z.array(
    z.object({
      id: ArticleId,
      title: z.string(),
      kind: ArticleKind,
      parent: ArticleId.nullable(),
      body: z.string(),
      blocks: z.array(
        z.object({ role: BlockRole, span: Span, pieces: z.array(Piece), openEnd: z.boolean(), confidence: Confidence }),
      ),
    }),
  ),
  dropped: z.array(z.object({ role: z.enum(['duplicate', 'noise']), pieces: z.array(Piece) })),
});
export type DeskPage = z.infer<typeof DeskPage>;

export const desk = {
  page: oc
    .input(z.object({ source: SourceId }))
    .output(DeskPage)
    .errors({ NOT_FOUND: { data: z.object({ id: z.string() }) } }),
};
