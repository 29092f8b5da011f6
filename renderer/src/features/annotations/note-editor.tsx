import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import { isComposing } from '../../app/shortcut-rules.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button } from '../../ui/index.ts';
import { useDraft } from '../note-text/index.ts';
import styles from './card.module.css';
import { updateAnnotation } from './use-annotations.ts';

interface NoteEditorProps {
  readonly annotation: Annotation;
  readonly onDone: () => void;
}

/** The note's Markdown source. Leaving the field or Ctrl+Enter keeps it, Escape leaves it as it was. */
export function NoteEditor({ annotation, onDone }: NoteEditorProps) {
  const { t } = useTranslation('annotations');
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, setText, settle } = useDraft({
    note: annotation.note,
    write: (note) => updateAnnotation(annotation, { note }),
    onDone,
  });

  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  async function finish(isKept: boolean): Promise<void> {
    // What could not be written stays in the field.
    if (!(await settle(isKept))) field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      event.stopPropagation();
      void finish(event.key === 'Enter');
      // At once: what is typed next is a command, and no part of a note that is on its way.
      document.querySelector<HTMLElement>('[data-reader]')?.focus();
    }
  }

  return (
    <div className={styles.editor}>
      <textarea
        ref={field}
        className={styles.field}
        aria-label={t('note')}
        placeholder={t('notePlaceholder')}
        value={text}
        rows={Math.min(14, Math.max(3, text.split('\n').length + 1))}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void finish(true)}
      />
      <div className={styles.editorFoot}>
        <span>Markdown</span>
        <Button look="quiet" size="small" onPress={() => void finish(true)}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}
