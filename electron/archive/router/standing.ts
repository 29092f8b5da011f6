import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { ExportEvent } from '#contract/exports.ts';
import type { StandingExports } from '../standing-exports.ts';
import { type exportTargets, refusalOf } from './exports.ts';

export function standingRoutes(standing: StandingExports, { folderOf }: ReturnType<typeof exportTargets>) {
  const os = implement(archiveContract).standing;
  return {
    list: os.list.handler(() => standing.list()),
    find: os.find.handler(({ input, errors }) => {
      try {
        return standing.find(folderOf(input.place)) ?? null;
      } catch (error) {
        throw refusalOf(error, errors);
      }
    }),
    keep: os.keep.handler(async ({ input: { place, written, ...settings }, errors }) => {
      try {
        const kept = await standing.keep(folderOf(place), settings, written);
        if (!kept) throw errors.NO_SUCH_PLACE();
        return kept;
      } catch (error) {
        throw refusalOf(error, errors);
      }
    }),
    setOn: os.setOn.handler(({ input }) => standing.setOn(input.id, input.isOn)),
    forget: os.forget.handler(({ input }) => standing.forget(input.id)),
    again: os.again.handler(async function* ({ input, signal, errors }): AsyncGenerator<ExportEvent, void, void> {
      if (!standing.has(input.id)) throw errors.NOT_FOUND();
      try {
        yield* standing.again(input.id, signal);
      } catch (error) {
        throw refusalOf(error, errors);
      }
    }),
  };
}
