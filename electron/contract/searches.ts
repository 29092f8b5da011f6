import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Changed } from './articles.ts';
import { SearchId } from './ids.ts';
import { QUERY_CHARACTERS } from './search.ts';

const Name = z.string().trim().min(1).max(200);

export const SavedSearch = z.object({ id: SearchId, name: z.string(), text: z.string(), createdAt: z.int() });
export type SavedSearch = z.infer<typeof SavedSearch>;

const QueryText = z.string().min(1).max(QUERY_CHARACTERS);

/** Queries that are kept: those a person saved, and those whose results were opened. */
export const searches = {
  saved: oc.output(z.array(SavedSearch)),
  /** Of each saved search all that it finds, and how many of these it had not found when somebody last looked. */
  counts: oc.output(z.array(z.object({ id: SearchId, total: z.int().nonnegative(), fresh: z.int().nonnegative() }))),
  /** What it finds now is seen. */
  save: oc.input(z.object({ name: Name, text: QueryText })).output(Changed),
  rename: oc.input(z.object({ id: SearchId, name: Name })).output(Changed),
  remove: oc.input(z.object({ id: SearchId })).output(Changed),
  /** Somebody looks: what it finds now is not new any more. */
  look: oc.input(z.object({ id: SearchId })),
  /** Queries whose results were opened, the last one first. */
  recent: oc.output(z.array(z.string())),
  remember: oc.input(z.object({ text: QueryText })),
  forget: oc.input(z.object({})),
};
