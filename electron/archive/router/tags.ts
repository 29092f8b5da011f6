import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { ArchiveContext } from '../context.ts';
import type { History } from '../history.ts';
import { tagReads } from '../store/tags.ts';

export function tagsRoutes(context: ArchiveContext, history: History) {
  const os = implement(archiveContract).tags;
  const tags = tagReads(context.reader);
  return {
    list: os.list.handler(() => tags.list()),
    apply: os.apply.handler(({ input }) => history.perform(history.acts.applyTags, input)),
  };
}
