import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Changed, TagRef } from './articles.ts';
import { ArticleId } from './ids.ts';

/** A path of names joined by `/`: `就业/城镇新增`. No empty level, no surrounding blanks, at most 200 characters a path. */
export const TagPath = z
  .string()
  .min(1)
  .max(200)
  .refine(
    (path) => path.split('/').every((level) => level !== '' && level === level.trim()),
    'a level is empty or has blanks around it',
  );

export const tags = {
  list: oc.output(z.array(TagRef.extend({ articles: z.int().nonnegative() }))),
  /** Adds and removes on all articles at once; tags that do not exist yet are made. */
  apply: oc
    .input(
      z.object({
        articles: z.array(ArticleId).min(1),
        add: z.array(TagPath).default([]),
        remove: z.array(TagPath).default([]),
      }),
    )
    .output(Changed),
};

/** What can be undone, and redone. */
export const history = {
  /** Undoes one change, or the person's last one. `undone` is null when there is nothing to undo. */
  undo: oc
    .input(z.object({ change: Changed.shape.change.optional() }))
    .output(z.object({ undone: Changed.shape.change.nullable(), action: z.string().nullable() })),
  redo: oc.output(z.object({ redone: Changed.shape.change.nullable(), action: z.string().nullable() })),
};
