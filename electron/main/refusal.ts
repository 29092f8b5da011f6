import { basename } from 'node:path';
import { dialog } from 'electron';
import { ArchiveRefused } from '../service/host/keeper.ts';
import { type Language, refusalIn, textsIn } from './texts.ts';

/** Says in one sentence which archive was not opened and why. */
export function sayRefused(archive: string, error: unknown, language: Language): void {
  const code = error instanceof ArchiveRefused ? error.code : 'OTHER';
  const text = textsIn(language);
  dialog.showErrorBox(
    text('refusedTitle'),
    `${basename(archive)}\n${refusalIn(language, code)}. ${text('refusedNothing')}`,
  );
}
