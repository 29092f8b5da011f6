import type { DeskCommand } from '#contract/desk-commands.ts';
import type { SourceId } from '#contract/ids.ts';
import type { TemporaryArchive } from './temporary-archive.ts';

/** A page at the desk of a test's archive; each call is made on its newest revision. */
export function atTheDesk(here: () => TemporaryArchive, source: () => SourceId) {
  const desk = () => here().client.desk;
  const page = () => desk().page({ source: source() });
  const step = async () => ({ source: source(), revision: (await page()).revision });
  return {
    page,
    step,
    apply: async (...commands: DeskCommand[]) => desk().apply({ ...(await step()), commands }),
    undo: async () => desk().undo(await step()),
    redo: async () => desk().redo(await step()),
    accept: async () => desk().accept(await step()),
  };
}
