import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { createArchive, openArchive } from '#archive/archive.ts';
import type { Suggestions } from '#archive/context.ts';
import type { ArchiveContract } from '#contract/archive.ts';
import { startPool } from '../service/pool.ts';
import { startTemplates } from '../service/templates.ts';
import { holdsArchive } from './archive-folder.ts';
import { CommandFailure, toFailure } from './failure.ts';
import type { Surroundings } from './surroundings.ts';

export type ArchiveClient = ContractRouterClient<ArchiveContract>;

export interface ArchiveUse {
  /** Absolute. */
  readonly dir: string;
  readonly who: string;
  /** `import` makes an archive that is missing. */
  readonly create?: boolean;
  /** The folder that the one place of this command stands for. */
  readonly place?: string;
}

/** The handle of `place`. */
export const PLACE = 'command-line';

/** Nobody types on the command line, so nothing has to answer while one types. */
const noSuggestions: Suggestions = {
  add: () => undefined,
  remove: () => undefined,
  setTags: () => undefined,
  suggest: async () => [],
  close: async () => undefined,
};

/** Opens the archive, does the work by the same contract as a window, and closes it again, whatever happens. */
export async function withArchive<Result>(
  { build }: Surroundings,
  { dir, who, create = false, place }: ArchiveUse,
  work: (client: ArchiveClient) => Promise<Result>,
): Promise<Result> {
  if (!holdsArchive(dir)) {
    if (!create) throw new CommandFailure('NO_ARCHIVE', dir);
    await createArchive(dir).catch((error: unknown) => {
      throw toFailure(error, dir);
    });
  }
  const pool = startPool({ file: build.workers.worker });
  const templates = startTemplates(build.workers.template);
  try {
    const archive = await openArchive(dir, {
      pool,
      suggestions: noSuggestions,
      templates,
      places: { resolve: (handle) => (handle === PLACE ? place : undefined) },
      who,
    });
    try {
      if (create) await archive.resume();
      return await work(createRouterClient(archive.router, { context: {} }) as ArchiveClient);
    } finally {
      await archive.close();
    }
  } catch (error) {
    throw toFailure(error, dir);
  } finally {
    await templates.close();
    await pool.close();
  }
}
