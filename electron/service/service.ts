import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { type ArchiveRouter, createArchive, openArchive } from '#archive/archive.ts';
import type { Places } from '#archive/context.ts';
import { isVacant } from '#archive/vacant.ts';
import type { ArchiveContract } from '#contract/archive.ts';
import type { OpenArchiveOrder } from './control.ts';
import { logFailure } from './log.ts';
import { startPool } from './pool.ts';
import { startSuggestions } from './suggestions.ts';
import { startTemplates } from './templates.ts';

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

/** A window opens in this time; what fills the processor before makes it open later. */
const SETTLE_MILLISECONDS = 2000;

export interface Service {
  readonly router: ArchiveRouter;
  close(): Promise<void>;
}

/** An archive with the threads that work for it. Plain Node: the hosts and the command line start it alike. @throws StoreError */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { archiveDir, create, workers, places, who, samplesDir, window = false } = options;
  if (create && isVacant(archiveDir)) await createArchive(archiveDir);
  const settleMilliseconds = window ? SETTLE_MILLISECONDS : 0;
  const pool = startPool({ file: workers.worker });
  const suggestions = startSuggestions(workers.suggest);
  const templates = startTemplates(workers.template);
  try {
    const archive = await openArchive(archiveDir, {
      pool,
      suggestions,
      templates,
      places,
      who,
      window,
      settleMilliseconds,
      ...(samplesDir === undefined ? {} : { samplesDir }),
    });
    // After the host was told that the archive is open: it begins to serve the page meanwhile.
    const warm = setTimeout(() => {
      if (window) warmUp(archive.router).catch((error: unknown) => logFailure('warm-up', error));
    }, 10);
    const resume = setTimeout(() => {
      archive.resume().catch((error: unknown) => logFailure('resume', error));
    }, settleMilliseconds);
    return {
      router: archive.router,
      async close() {
        clearTimeout(warm);
        clearTimeout(resume);
        await pool.close();
        await templates.close();
        await archive.close();
        await suggestions.close();
      },
    };
  } catch (error) {
    await pool.close();
    await templates.close();
    await suggestions.close();
    throw error;
  }
}

/** What every window asks first, asked before it is there: then schemas, statements and pages of the file are ready. */
async function warmUp(router: ArchiveRouter): Promise<void> {
  const { articles, tags, archive } = createRouterClient(router) as ContractRouterClient<ArchiveContract>;
  const first = { filter: {}, sort: 'imported', offset: 0, limit: 200 } as const;
  await Promise.all([articles.places(), tags.list(), archive.info(), articles.list(first)]);
}
