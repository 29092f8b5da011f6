import { z } from 'zod';
import { isNoteShort } from './limits.ts';

/** Markdown that a person wrote: at most about 1 MB, as it is sent. */
export const Note = z.string().refine(isNoteShort, 'the note is longer than 1 MB');
