import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailure } from './failure.ts';

/** @throws CommandFailure NO_ARCHIVE or NOT_AN_ARCHIVE; nothing is written. */
export function requireArchive(dir: string): void {
  if (!holdsArchive(dir)) throw new CommandFailure('NO_ARCHIVE', dir);
}

/** False where nothing is; a folder with something else in it is a failure of its own. */
export function holdsArchive(dir: string): boolean {
  if (existsSync(join(dir, 'archive.sqlite'))) return true;
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw new CommandFailure('NOT_AN_ARCHIVE', dir, { cause: error });
  }
  if (names.length > 0) throw new CommandFailure('NOT_AN_ARCHIVE', dir);
  return false;
}
