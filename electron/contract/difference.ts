import { z } from 'zod';

/** How a text became another, in order: what both have, what is gone, what is new. Never splits a surrogate pair. */
export const Difference = z.array(z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() }));
export type Difference = z.infer<typeof Difference>;
