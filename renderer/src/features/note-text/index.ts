export { NoteText } from './note-text.tsx';
export { useDraft } from './use-draft.ts';
