import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE, isVacant } from '#archive/vacant.ts';
import { CommandFailure } from './failure.ts';

/** @throws CommandFailure NO_ARCHIVE or NOT_AN_ARCHIVE; nothing is written. */
export function requireArchive(dir: string): void {
  if (!holdsArchive(dir)) throw new CommandFailure('NO_ARCHIVE', dir);
}

/** False where one can be made; a file, or a folder with something else in it, is a failure of its own. */
export function holdsArchive(dir: string): boolean {
  if (existsSync(join(dir, DATABASE))) return true;
  let vacant: boolean;
  try {
    vacant = isVacant(dir);
  } catch (error) {
    throw new CommandFailure('NOT_AN_ARCHIVE', dir, { cause: error });
  }
  if (!vacant) throw new CommandFailure('NOT_AN_ARCHIVE', dir);
  return false;
}
