import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Where the built parts lie, seen from the folder of the built entry (`out/main`), which only the entry knows. */
export interface Build {
  readonly service: string;
  readonly workers: { readonly worker: string; readonly suggest: string; readonly template: string };
  readonly preload: string;
  readonly page: string;
  readonly samples: string | null;
  readonly version: string;
}

/** `resources`: Electron's resources folder when the program is packed. */
export function findBuild(mainDir: string, resources?: string): Build {
  const root = join(mainDir, '../..');
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const samples = [resources && join(resources, 'samples'), join(root, 'resources/samples')];
  return {
    service: join(mainDir, 'service.js'),
    workers: {
      worker: join(mainDir, 'worker.js'),
      suggest: join(mainDir, 'suggest.js'),
      template: join(mainDir, 'template.js'),
    },
    preload: join(mainDir, '../preload/index.cjs'),
    page: join(mainDir, '../renderer'),
    samples: samples.find((path) => path !== undefined && existsSync(path)) ?? null,
    version: manifest.version,
  };
}
