import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Appearance } from '#contract/host.ts';

export interface AppearanceFile {
  get(): Appearance;
  set(change: Partial<Appearance>): Appearance;
}

/** How the window looks, in a small file of the host. A file that is missing or says nonsense counts as never written. */
export function openAppearance(path: string): AppearanceFile {
  let now = read(path);
  return {
    get: () => now,
    set(change) {
      now = Appearance.parse({ ...now, ...change });
      mkdirSync(dirname(path), { recursive: true });
      const aside = `${path}.${process.pid}`;
      writeFileSync(aside, `${JSON.stringify(now, undefined, 2)}\n`);
      renameSync(aside, path);
      return now;
    },
  };
}

function read(path: string): Appearance {
  try {
    const kept = Appearance.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (kept.success) return kept.data;
  } catch {
    // Not there yet, or not JSON: as new.
  }
  return Appearance.parse({});
}
