import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import { isComposing } from '../../app/shortcut-rules.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button } from '../../ui/index.ts';
import styles from './card.module.css';
import { updateAnnotation } from './use-annotations.ts';

interface NoteEditorProps {
  readonly annotation: Annotation;
  readonly onDone: () => void;
}

/** The note's Markdown source. Leaving the field or Ctrl+Enter keeps it, Escape leaves it as it was. */
export function NoteEditor({ annotation, onDone }: NoteEditorProps) {
  const { t } = useTranslation('annotations');
  const [text, setText] = useState(annotation.note);
  const field = useRef<HTMLTextAreaElement>(null);
  const isSettled = useRef(false);

  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  async function settle(isKept: boolean): Promise<void> {
    if (isSettled.current) return;
    isSettled.current = true;
    const isWritten = !isKept || text === annotation.note || (await updateAnnotation(annotation, { note: text }));
    if (isWritten) {
      onDone();
      return;
    }
    // What could not be written stays in the field.
    isSettled.current = false;
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      event.stopPropagation();
      void settle(event.key === 'Enter');
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
        onBlur={() => void settle(true)}
      />
      <div className={styles.editorFoot}>
        <span>Markdown</span>
        <Button look="quiet" size="small" onPress={() => void settle(true)}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}
