import { z } from 'zod';

/** A naming rule as a person writes it; `name-rule.ts` reads it. */
export const NameRuleText = z.string().max(500);

/** The rule cannot be read: the part from `at` to `end` is what is wrong with it. */
export const BAD_RULE = { BAD_RULE: { data: z.object({ code: z.string(), at: z.int(), end: z.int() }) } };
