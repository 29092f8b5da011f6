import { setImmediate } from 'node:timers/promises';
import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { ArchiveContext } from '../context.ts';
import { JoinRefusal } from '../describe/join-acts.ts';
import type { History } from '../history.ts';
import { openJumps } from '../jumps.ts';

export function jumpsRoutes({ reader }: Pick<ArchiveContext, 'reader'>, history: History) {
  const os = implement(archiveContract).jumps;
  const jumps = openJumps(reader);
  return {
    list: os.list.handler(({ input }) => jumps.list(input, () => setImmediate())),
    count: os.count.handler(async () => ({ open: await jumps.count(() => setImmediate()) })),
    join: os.join.handler(({ input, errors }) => {
      try {
        return history.perform(history.acts.joinArticles, { whole: input.from, part: input.to });
      } catch (error) {
        if (error instanceof JoinRefusal) throw errors.REFUSED({ data: { reason: error.reason } });
        throw error;
      }
    }),
    part: os.part.handler(({ input }) => history.perform(history.acts.partArticles, input.part)),
  };
}
