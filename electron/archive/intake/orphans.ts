import { rm, stat } from 'node:fs/promises';
import type { ReadDb } from '../store/database.ts';
import { listOriginals, originalPath } from '../store/originals.ts';
import { sourceReads } from '../store/sources.ts';

/**
 * Removes what a killed import left: temporary files, and originals that no source names. Only files older than the
 * moment at which this process found itself alone in the archive: a younger one may belong to a command that is working.
 */
export async function collectOrphans(dir: string, reader: ReadDb, aloneSince: number): Promise<number> {
  const { hashes, leftovers } = await listOriginals(dir);
  const known = new Set(sourceReads(reader).hashes());
  const orphans = [...leftovers, ...hashes.filter((hash) => !known.has(hash)).map((hash) => originalPath(dir, hash))];
  let removed = 0;
  for (const path of orphans) {
    const found = await stat(path).catch(() => undefined);
    if (!found || found.mtimeMs >= aloneSince) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
