import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { Derivation } from '#contract/derivation.ts';
import type { ArchiveContext } from '../context.ts';
import { rebuildSource } from '../desk/replay.ts';
import { articleReads } from '../store/articles.ts';
import { derivationReads } from '../store/derivations.ts';
import { sourceReads } from '../store/sources.ts';

export function deskRoutes(context: Pick<ArchiveContext, 'reader'>) {
  const os = implement(archiveContract).desk;
  const sources = sourceReads(context.reader);
  const articles = articleReads(context.reader);
  const derivations = derivationReads(context.reader);
  return {
    page: os.page.handler(({ input, errors }) => {
      const source = sources.find(input.source);
      if (!source) throw errors.NOT_FOUND({ data: { id: input.source } });
      const made = articles.ofSource(source.id).flatMap((id) => articles.find(id) ?? []);
      const dropped = derivations.dropped(source.id);
      const derivation: Derivation = {
        articles: made.map((article) => ({
          ...article,
          confidence: 1,
          evidence: [],
          blocks: article.blocks.map(({ level: _, ...block }) => ({
            ...block,
            text: article.body.slice(block.span.start, block.span.end),
            evidence: [],
          })),
        })),
        dropped,
        operations: derivations.operations(source.id),
      };
      return {
        source: source.id,
        name: source.name,
        sha256: source.sha256,
        encoding: source.encoding,
        text: rebuildSource(derivation),
        articles: made.map(({ id, title, kind, parent, body, blocks }) => ({ id, title, kind, parent, body, blocks })),
        dropped: dropped.map(({ role, pieces }) => ({ role, pieces })),
      };
    }),
  };
}
