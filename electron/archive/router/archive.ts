import { basename } from 'node:path';
import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { ArchiveContext } from '../context.ts';
import { articleReads } from '../store/articles.ts';
import { SCHEMA_VERSION } from '../store/migrate.ts';
import { sourceReads } from '../store/sources.ts';
import type { Topics } from '../topics.ts';

/** `importSamples` begins an import of the sample pages and returns its batch. */
export function archiveRoutes(
  context: ArchiveContext,
  topics: Topics,
  health: { readonly damaged: boolean },
  importSamples: () => Promise<{ batch: string }>,
) {
  const os = implement(archiveContract).archive;
  const articles = articleReads(context.reader);
  const sources = sourceReads(context.reader);
  return {
    info: os.info.handler(() => {
      const imported = sources.count();
      return {
        name: basename(context.dir).replace(/\.jianbao$/, ''),
        articles: articles.placeCounts().all,
        sources: imported,
        readOnly: context.db.readonly,
        damaged: health.damaged,
        empty: imported === 0,
        schema: SCHEMA_VERSION,
      };
    }),
    watch: os.watch.handler(({ signal }) => topics.watch(signal)),
    importSamples: os.importSamples.handler(() => importSamples()),
  };
}
