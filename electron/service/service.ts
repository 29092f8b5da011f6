import { type ArchiveRouter, createArchive, isVacant, openArchive } from '#archive/archive.ts';
import type { Places } from '#archive/context.ts';
import type { OpenArchiveOrder } from './control.ts';
import { logFailure } from './log.ts';
import { startPool } from './pool.ts';
import { startSuggestions } from './suggestions.ts';

export interface ServiceOptions {
  readonly archiveDir: string;
  /** Make the archive when its folder is missing or empty. */
  readonly create: boolean;
  readonly workers: OpenArchiveOrder['workers'];
  readonly places: Places;
  readonly who: string;
  readonly samplesDir?: string | undefined;
  /** A window shows the archive: only one may. */
  readonly window?: boolean;
}

export interface Service {
  readonly router: ArchiveRouter;
  close(): Promise<void>;
}

/** An archive with the threads that work for it. Plain Node: the hosts and the command line start it alike. @throws StoreError */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { archiveDir, create, workers, places, who, samplesDir, window = false } = options;
  if (create && isVacant(archiveDir)) await createArchive(archiveDir);
  const pool = startPool({ file: workers.worker });
  const suggestions = startSuggestions(workers.suggest);
  try {
    const archive = await openArchive(archiveDir, {
      pool,
      suggestions,
      places,
      who,
      window,
      ...(samplesDir === undefined ? {} : { samplesDir }),
    });
    archive.resume().catch((error: unknown) => logFailure('resume', error));
    return {
      router: archive.router,
      async close() {
        await pool.close();
        await archive.close();
        await suggestions.close();
      },
    };
  } catch (error) {
    await pool.close();
    await suggestions.close();
    throw error;
  }
}
