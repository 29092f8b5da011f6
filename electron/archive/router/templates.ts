import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { ArchiveContext } from '../context.ts';
import { correctionList } from '../correction-list.ts';
import type { History } from '../history.ts';
import { templateReads } from '../store/templates.ts';
import type { exportTargets } from './exports.ts';

export function templatesRoutes(
  context: ArchiveContext,
  history: History,
  { idsOf }: Pick<ReturnType<typeof exportTargets>, 'idsOf'>,
) {
  const os = implement(archiveContract).templates;
  const { reader: db, now } = context;
  const reads = templateReads(db);
  const { acts } = history;
  return {
    list: os.list.handler(() => reads.all()),
    start: os.start.handler(async ({ input }) => {
      const { STARTING_TEMPLATES } = await import('../export/starting-templates.ts');
      return STARTING_TEMPLATES[input.profile];
    }),
    attempt: os.attempt.handler(async ({ input: { selection, ...rest }, signal }) => {
      const ids = await idsOf(selection, signal);
      const { tryTemplate } = await import('../export/template-trial.ts');
      const correctionsOf = correctionList(db).inTexts();
      return tryTemplate({ db, ids, correctionsOf, runTemplate: context.templates.run, now: now(), ...rest });
    }),
    save: os.save.handler(({ input }) => {
      const { change, count, payload } = history.perform(acts.saveTemplate, input);
      return { change, count, id: payload.after.id };
    }),
    change: os.change.handler(({ input }) => history.perform(acts.changeTemplate, input)),
    remove: os.remove.handler(({ input }) => history.perform(acts.removeTemplate, input.id)),
  };
}
