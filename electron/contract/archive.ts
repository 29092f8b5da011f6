import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { annotations } from './annotations.ts';
import { articles } from './articles.ts';
import { bags } from './bags.ts';
import { corrections } from './corrections.ts';
import { desk } from './desk.ts';
import { exports } from './exports.ts';
import { holdings } from './holdings.ts';
import { AnnotationId } from './ids.ts';
import { intake } from './intake.ts';
import { jumps } from './jumps.ts';
import { links } from './links.ts';
import { naming } from './naming.ts';
import { positions } from './positions.ts';
import { search } from './search.ts';
import { searches } from './searches.ts';
import { standing } from './standing.ts';
import { history, tags } from './tags.ts';
import { templates } from './templates.ts';

/** What may have changed; the window refreshes the queries of that topic. */
export const Topic = z.enum([
  'articles',
  'annotations',
  'tags',
  'desk',
  'searches',
  'templates',
  'standing',
  'archive',
]);
export type Topic = z.infer<typeof Topic>;

export const ArchiveInfo = z.object({
  /** The folder's name without `.jianbao`. */
  name: z.string(),
  articles: z.int(),
  sources: z.int(),
  readOnly: z.boolean(),
  /** SQLite found the file damaged while it was open: time for a check and a backup of what can be read. */
  damaged: z.boolean(),
  /** True until the first import: the window offers the sample pages. */
  empty: z.boolean(),
  schema: z.int(),
});
export type ArchiveInfo = z.infer<typeof ArchiveInfo>;

/** `marks`: of all highlights only these changed; without it any may have. */
const watch = oc.output(eventIterator(z.object({ topics: z.array(Topic), marks: z.array(AnnotationId).optional() })));
const info = oc.output(ArchiveInfo);
/** Imports the sample pages that ship with the program, as if they had been dropped. */
const importSamples = oc.output(z.object({ batch: z.string() }));

/** Everything a window or a command may ask of an archive; answered by the service. */
export const archiveContract = {
  archive: { info, watch, importSamples },
  articles,
  annotations,
  corrections,
  tags,
  history,
  search,
  searches,
  holdings,
  intake,
  naming,
  jumps,
  desk,
  positions,
  exports,
  standing,
  bags,
  templates,
  links,
};
export type ArchiveContract = typeof archiveContract;
