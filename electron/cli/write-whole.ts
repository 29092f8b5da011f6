import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CommandFailure, toFailure } from './failure.ts';

/** A file that the person named, whole or not at all: one that was there stays until the new one is safe. */
export async function writeWhole(path: string, text: string | AsyncIterable<string>): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}.new`;
  try {
    const file = await open(aside, 'wx');
    try {
      if (typeof text === 'string') await file.writeFile(text);
      else for await (const piece of text) await file.appendFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw failureOf(error, path);
  }
}

function failureOf(error: unknown, path: string): CommandFailure {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return new CommandFailure('NO_SUCH_PLACE', dirname(path), { cause: error });
    case 'ENOTDIR':
      return new CommandFailure('NOT_A_FOLDER', dirname(path), { cause: error });
    case 'EISDIR':
      return new CommandFailure('NOT_A_FILE', path, { cause: error });
    default:
      return toFailure(error, path);
  }
}
