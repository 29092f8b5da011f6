import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { ArchiveContext } from '../context.ts';
import { linkReads } from '../store/links.ts';

export function linksRoutes({ reader }: Pick<ArchiveContext, 'reader'>) {
  const os = implement(archiveContract).links;
  const links = linkReads(reader);
  return {
    resolve: os.resolve.handler(({ input, errors }) => {
      if (input.archive !== null && input.archive !== links.archive()) throw errors.OTHER_ARCHIVE();
      const [mark, ...otherMarks] = input.kind === 'highlight' ? links.highlights(input.id) : [];
      if (input.kind === 'highlight' && !mark) throw errors.NOT_FOUND();
      const [found, ...others] = links.articles(mark ? mark.article : input.id);
      if (!found) throw errors.NOT_FOUND();
      if (otherMarks.length > 0 || others.length > 0) throw errors.AMBIGUOUS();
      const article = found.id;
      const highlight = mark && !mark.isRemoved ? mark.id : null;
      if (found.isInTrash) throw errors.TRASHED({ data: { article, highlight } });
      if (mark?.isRemoved) throw errors.REMOVED({ data: { article } });
      // A highlight is where it says, whatever became of its article.
      return { article, highlight, moved: mark ? null : found.moved };
    }),
  };
}
