import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const DATABASE = 'archive.sqlite';

/** What stands in a folder whose making was cut short before the database had its name. */
const UNFINISHED = new Set(['originals', 'backups', `${DATABASE}.new`, `${DATABASE}.new-wal`, `${DATABASE}.new-shm`]);

/** Whether an archive can be made here: the folder is missing, empty, or was being made when the program was killed. */
export function isVacant(dir: string): boolean {
  const folder = resolve(dir);
  if (!existsSync(folder)) return true;
  return readdirSync(folder).every(
    (name) => UNFINISHED.has(name) && (name.startsWith(DATABASE) || readdirSync(join(folder, name)).length === 0),
  );
}
