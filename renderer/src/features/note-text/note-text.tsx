import { lazy, Suspense } from 'react';
import styles from './note-text.module.css';

const Markdown = lazy(() => import('./markdown.tsx').then(({ Markdown }) => ({ default: Markdown })));

/** A longer note is shown as it was written: reading its Markdown would hold up the window. */
const LONGEST_READ = 20_000;
/** Without one of these characters Markdown is the text itself. */
const MARKUP = /[*_`#>[\]~|\\&<:]|^\s*(?:[-+]|\d+[.)])\s/m;

/** A note's Markdown, drawn as text: nothing in it is run, and no picture of it is loaded. */
export function NoteText({ note }: { readonly note: string }) {
  const plain = <p className={styles.plain}>{note}</p>;
  if (note.length > LONGEST_READ || !MARKUP.test(note)) return plain;
  return (
    <Suspense fallback={plain}>
      <Markdown source={note} />
    </Suspense>
  );
}
