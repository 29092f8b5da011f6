import { NotebookPen } from 'lucide-react';
import { memo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Article } from '#contract/articles.ts';
import { archive } from '../../api/index.ts';
import { act } from '../../app/changes.ts';
import { useCommands } from '../../app/commands.ts';
import { canSendNote } from '../../app/note-size.ts';
import { isComposing } from '../../app/shortcut-rules.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button } from '../../ui/index.ts';
import { NoteText } from '../note-text/index.ts';
import styles from './article-note.module.css';

/** What one has to say of the whole article, under its text. Ctrl+Enter keeps it, Escape leaves it as it was. */
export const ArticleNote = memo(function ArticleNote({ article }: { readonly article: Article }) {
  const { t } = useTranslation('reader');
  const [text, setText] = useState<string>();
  useCommands([
    {
      id: 'reader.note',
      section: 'article',
      text: t('note.write'),
      keys: ['Shift+E'],
      run: () => setText(article.note),
    },
  ]);

  function leave(): void {
    setText(undefined);
    document.querySelector<HTMLElement>('[data-reader]')?.focus();
  }

  async function keep(): Promise<void> {
    if (text === undefined || !canSendNote(text)) return;
    const isKept = text === article.note || (await act(archive.articles.setNote({ id: article.id, note: text })));
    // What could not be written stays in the field.
    if (isKept) leave();
  }

  if (text === undefined) {
    return (
      <section className={styles.note} aria-label={t('note.label')}>
        {article.note && <NoteText note={article.note} />}
        <AriaButton className={styles.write} onPress={() => setText(article.note)}>
          <NotebookPen size={14} strokeWidth={1.6} aria-hidden />
          {t(article.note ? 'note.change' : 'note.write')}
        </AriaButton>
      </section>
    );
  }
  return (
    <section className={styles.note} aria-label={t('note.label')}>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: whoever asked for the field writes in it
        autoFocus
        className={styles.field}
        aria-label={t('note.label')}
        value={text}
        rows={Math.min(16, Math.max(4, text.split('\n').length + 1))}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Escape') leave();
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <p className={styles.foot}>
        <span>Markdown</span>
        <Button size="small" onPress={() => void keep()}>
          {t('note.done')}
        </Button>
      </p>
    </section>
  );
});
