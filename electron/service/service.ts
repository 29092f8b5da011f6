import { mkdirSync } from 'node:fs';
import type { AnyRouter } from '@orpc/server';
import type { Places } from '#archive/context.ts';
import type { OpenArchiveOrder } from './control.ts';

export interface ServiceOptions {
  readonly archiveDir: string;
  /** Make the folder when it is missing. */
  readonly create: boolean;
  readonly workers: OpenArchiveOrder['workers'];
  readonly places: Places;
  readonly who: string;
  readonly samplesDir?: string | undefined;
}

export interface Service {
  readonly router: AnyRouter;
  close(): Promise<void>;
}

export async function startService({ archiveDir, create }: ServiceOptions): Promise<Service> {
  if (create) mkdirSync(archiveDir, { recursive: true });
  return { router: {}, close: async () => undefined };
}
