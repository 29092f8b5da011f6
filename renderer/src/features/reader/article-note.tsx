import { NotebookPen } from 'lucide-react';
import { type KeyboardEvent, memo, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Article } from '#contract/articles.ts';
import { archive } from '../../api/index.ts';
import { act } from '../../app/changes.ts';
import { useCommands } from '../../app/commands.ts';
import { canSendNote } from '../../app/note-size.ts';
import { isComposing } from '../../app/shortcut-rules.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button } from '../../ui/index.ts';
import { NoteText, useDraft } from '../note-text/index.ts';
import styles from './article-note.module.css';

interface ArticleNoteProps {
  readonly article: Article;
}

/** What one has to say of the whole article, under its text. */
export const ArticleNote = memo(function ArticleNote({ article }: ArticleNoteProps) {
  const { t } = useTranslation('reader');
  const [isWriting, setWriting] = useState(false);
  useCommands([
    {
      id: 'reader.note',
      section: 'article',
      text: t('note.write'),
      keys: ['Shift+E'],
      run: () => setWriting(true),
    },
  ]);
  return (
    <section className={styles.note} aria-label={t('note.label')}>
      {isWriting ? (
        <NoteField article={article} onDone={() => setWriting(false)} />
      ) : (
        <>
          {article.note && <NoteText note={article.note} />}
          <AriaButton className={styles.write} onPress={() => setWriting(true)}>
            <NotebookPen size={14} strokeWidth={1.6} aria-hidden />
            {t(article.note ? 'note.change' : 'note.write')}
          </AriaButton>
        </>
      )}
    </section>
  );
});

/** Leaving the field or Ctrl+Enter keeps it, Escape leaves it as it was. */
function NoteField({ article, onDone }: ArticleNoteProps & { readonly onDone: () => void }) {
  const { t } = useTranslation('reader');
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, setText, settle } = useDraft({
    note: article.note,
    write: async (note) =>
      canSendNote(note) && (await act(archive.articles.setNote({ id: article.id, note }))) !== undefined,
    onDone,
  });

  /** Who ends by a key or the button reads on. */
  async function finish(isKept: boolean): Promise<void> {
    // What could not be written stays in the field.
    if (!(await settle(isKept))) field.current?.focus();
    else document.querySelector<HTMLElement>('[data-reader]')?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation();
    void finish(event.key === 'Enter');
  }

  return (
    <>
      <textarea
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: whoever asked for the field writes in it
        autoFocus
        className={styles.field}
        aria-label={t('note.label')}
        value={text}
        rows={Math.min(16, Math.max(4, text.split('\n').length + 1))}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={({ target }) => {
          // Not where the whole window loses the keys: one comes back to the field.
          if (document.activeElement !== target) void settle(true);
        }}
      />
      <p className={styles.foot}>
        <span>Markdown</span>
        <Button size="small" onPress={() => void finish(true)}>
          {t('note.done')}
        </Button>
      </p>
    </>
  );
}
