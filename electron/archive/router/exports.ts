import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { ExportEvent, ExportSelection } from '#contract/exports.ts';
import type { ArticleId, PlaceHandle } from '#contract/ids.ts';
import type { ArchiveContext } from '../context.ts';
import { correctionList } from '../correction-list.ts';
import { PlaceError } from '../export/place.ts';
import type { ForeignWrites } from '../foreign-writes.ts';
import type { Search } from '../search/search.ts';
import { articleReads } from '../store/articles.ts';

export function exportsRoutes(
  context: ArchiveContext,
  foreign: Pick<ForeignWrites, 'notice'>,
  search: Pick<Search, 'ids'>,
) {
  const os = implement(archiveContract).exports;
  const articles = articleReads(context.reader);

  async function idsOf(selection: ExportSelection, signal: AbortSignal | undefined): Promise<readonly ArticleId[]> {
    switch (selection.of) {
      case 'all':
        return articles.ids({}, 'imported');
      case 'articles':
        return [...new Set(selection.ids)];
      case 'search':
        foreign.notice();
        return search.ids(selection.text, signal);
    }
  }

  /** The folder behind a handle; our own archive is no place to write to. */
  function folderOf(handle: PlaceHandle): string {
    const dir = context.places.resolve(handle);
    if (dir === undefined) throw new PlaceError('NO_SUCH_PLACE', 'no such handle');
    if (isInside(dir, context.dir)) throw new PlaceError('PLACE_UNWRITABLE', 'the folder is the archive');
    return dir;
  }

  return {
    markdown: os.markdown.handler(async function* ({ input, signal, errors }): AsyncGenerator<ExportEvent, void, void> {
      const { place, selection, dryRun } = input;
      try {
        const dir = folderOf(place);
        const ids = await idsOf(selection, signal);
        // Read when it is needed: it brings a Markdown parser, and most sessions export nothing.
        const { exportVault } = await import('../export/vault.ts');
        const correctionsOf = correctionList(context.reader).inTexts();
        yield* exportVault({ db: context.reader, dir, ids, correctionsOf, dryRun, signal });
      } catch (error) {
        if (!(error instanceof PlaceError)) throw error;
        throw error.code === 'NO_SUCH_PLACE' ? errors.NO_SUCH_PLACE() : errors.PLACE_UNWRITABLE();
      }
    }),
  };
}

function isInside(dir: string, folder: string): boolean {
  try {
    const [inner, outer] = [realpathSync(dir), realpathSync(folder)];
    return inner === outer || inner.startsWith(outer + sep);
  } catch {
    return false;
  }
}
