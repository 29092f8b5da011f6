import { isNoteShort } from '#contract/limits.ts';
import { i18next } from '../strings/index.ts';
import { notify } from '../ui/index.ts';

/** Whether a note can be sent. One that is too long is not: it is said, and stays where it was written. */
export function canSendNote(note: string): boolean {
  if (isNoteShort(note)) return true;
  notify({ text: i18next.t('NOTE_TOO_LONG', { ns: 'failures' }), isFailure: true });
  return false;
}
