import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { BagEvent, PagesEvent } from '#contract/bags.ts';
import type { ArchiveContext } from '../context.ts';
import { type exportTargets, refusalOf } from './exports.ts';

export function bagsRoutes({ dir: from, now }: ArchiveContext, { idsOf, folderOf }: ReturnType<typeof exportTargets>) {
  const os = implement(archiveContract).bags;
  return {
    pages: os.pages.handler(async function* ({ input, signal, errors }): AsyncGenerator<PagesEvent, void, void> {
      const { place, title, selection } = input;
      try {
        const dir = folderOf(place);
        const ids = selection.of === 'all' ? null : await idsOf(selection, signal);
        const { writeMets } = await import('../write-mets.ts');
        yield* writeMets({ from, dir, title, ids, now: now(), signal });
      } catch (error) {
        throw refusalOf(error, errors);
      }
    }),
    write: os.write.handler(async function* ({ input, signal, errors }): AsyncGenerator<BagEvent, void, void> {
      const { place, title, selection, confidential } = input;
      try {
        const dir = folderOf(place);
        // All of it is more than every article: what is in the trash, the journal, searches that were saved.
        const ids = selection.of === 'all' ? null : await idsOf(selection, signal);
        const { writeBag } = await import('../write-bag.ts');
        yield* writeBag({ from, dir, title, ids, confidential, now: now(), signal });
      } catch (error) {
        throw refusalOf(error, errors);
      }
    }),
  };
}
