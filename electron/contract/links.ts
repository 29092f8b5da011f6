import { oc } from '@orpc/contract';
import { z } from 'zod';
import { AnnotationId, ArticleId } from './ids.ts';

const Id = z.string().min(1).max(64);

export const links = {
  /**
   * Where an address `jianbao://` leads. An id is matched whole, short or long, never by its beginning: a link that was
   * cut off must not open something else. What an article became is followed: `moved` says that the text stands in
   * another now, because it was joined with it or because its page was accepted otherwise. TRASHED: the article is in the trash. REMOVED: the highlight was, its article is there.
   */
  resolve: oc
    .input(z.object({ archive: Id.nullable(), kind: z.enum(['article', 'highlight']), id: Id }))
    .output(
      z.object({
        article: ArticleId,
        highlight: AnnotationId.nullable(),
        moved: z.enum(['joined', 'accepted']).nullable(),
      }),
    )
    .errors({
      OTHER_ARCHIVE: {},
      NOT_FOUND: {},
      AMBIGUOUS: {},
      TRASHED: { data: z.object({ article: ArticleId, highlight: AnnotationId.nullable() }) },
      REMOVED: { data: z.object({ article: ArticleId }) },
    }),
};
