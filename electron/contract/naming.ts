import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Changed } from './articles.ts';
import { QueueFilter } from './desk.ts';
import { ArticleId, SourceId } from './ids.ts';
import { NAMED_AT_ONCE, PAGE_ROWS } from './limits.ts';

/** A naming rule as a person writes it; `name-rule.ts` reads it. */
export const NameRuleText = z.string().max(500);

/** The rule cannot be read: the part from `at` to `end` is what is wrong with it. */
export const BAD_RULE = { BAD_RULE: { data: z.object({ code: z.string(), at: z.int(), end: z.int() }) } };

/** What the name of an imported file says by a rule. */
export const NamedSource = z.object({
  source: SourceId,
  /** As it was given when it was imported. */
  path: z.string(),
  is: z.enum(['read', 'other', 'no_such_day', 'two_values']),
  /** What is impossible about it. */
  said: z.string().nullable(),
  publication: z.string().nullable(),
  /** EDTF. */
  date: z.string().nullable(),
  page: z.string().nullable(),
  section: z.string().nullable(),
});
export type NamedSource = z.infer<typeof NamedSource>;

/** The files that are meant: those named, those of the articles named, or every page of a part of the queue. */
export const NamesOf = z.union([
  z.object({ sources: z.array(SourceId).max(NAMED_AT_ONCE) }),
  z.object({ articles: z.array(ArticleId).max(NAMED_AT_ONCE) }),
  z.object({ queue: QueueFilter }),
  z.object({ all: z.literal(true) }),
]);
export type NamesOf = z.infer<typeof NamesOf>;

const RuleOver = z.object({ rule: NameRuleText, of: NamesOf });

/** A naming rule over files that are in the archive already, read from the paths they came under. */
export const naming = {
  /** What applying would do; changes nothing. */
  preview: oc
    .input(
      RuleOver.extend({
        offset: z.int().nonnegative().default(0),
        limit: z.int().positive().max(PAGE_ROWS).default(PAGE_ROWS),
      }),
    )
    .output(
      z.object({
        read: z.int(),
        /** The first of those that fit. */
        first: z.array(NamedSource),
        /** How many do not fit. */
        total: z.int(),
        /** Those that do not fit, from `offset` on. */
        items: z.array(NamedSource),
      }),
    )
    .errors(BAD_RULE),
  /** A rule that nearly all of these names fit, where they have one of the usual forms. */
  suggest: oc.input(z.object({ of: NamesOf })).output(z.object({ rule: NameRuleText.nullable(), files: z.int() })),
  /** Fills paper, day and page of every article of the files whose names fit; what the rule does not say stays. `count` is of articles. */
  apply: oc.input(RuleOver).output(Changed).errors(BAD_RULE),
};
