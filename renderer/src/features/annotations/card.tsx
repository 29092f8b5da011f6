import { EyeOff, MessageSquareQuote, NotebookPen, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import { runCommand } from '../../app/commands.ts';
import { isComposing } from '../../app/shortcut-rules.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, IconButton } from '../../ui/index.ts';
import styles from './card.module.css';
import { ColourChoice } from './colour-choice.tsx';
import { removeAnnotation, updateAnnotation } from './use-annotations.ts';

interface CardProps {
  readonly annotation: Annotation;
  readonly isActive: boolean;
  readonly isWriting: boolean;
  readonly onActivate: () => void;
  readonly onWrite: (isWriting: boolean) => void;
}

/** A highlight's card in the margin: what it means, its note, and while it is active what can be done with it. */
export function Card({ annotation, isActive, isWriting, onActivate, onWrite }: CardProps) {
  const { t } = useTranslation('annotations');
  const { colour, note, state, quote, confidential } = annotation;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside does the same
    <article className={styles.card} data-colour={colour} data-active={isActive || undefined} onClick={onActivate}>
      <button type="button" className={styles.head} aria-expanded={isActive} onClick={onActivate}>
        <span className={styles.meaning}>{t(`colours.${colour}`)}</span>
        {confidential && <EyeOff size={13} strokeWidth={1.8} role="img" aria-label={t('confidential')} />}
        {state !== 'exact' && <span className={styles.state}>{t(`states.${state}`)}</span>}
        <span className={styles.spoken}>{quote.exact.slice(0, 80)}</span>
      </button>
      {state === 'orphan' && <blockquote className={styles.quote}>{quote.exact}</blockquote>}
      {isWriting ? (
        <NoteEditor annotation={annotation} onDone={() => onWrite(false)} />
      ) : (
        note && <p className={styles.note}>{note}</p>
      )}
      {isActive && !isWriting && (
        <div className={styles.acts}>
          <ColourChoice value={colour} onChange={(next) => void updateAnnotation(annotation, { colour: next })} />
          <span className={styles.rest} />
          <IconButton
            icon={NotebookPen}
            size="small"
            label={t(note ? 'editNote' : 'addNote')}
            keys="e"
            onPress={() => onWrite(true)}
          />
          <IconButton
            icon={EyeOff}
            size="small"
            label={t('confidential')}
            isOn={confidential}
            onPress={() => void updateAnnotation(annotation, { confidential: !confidential })}
          />
          <IconButton
            icon={MessageSquareQuote}
            size="small"
            label={t('inPanel')}
            keys="m"
            onPress={() => runCommand('mark.panel')}
          />
          <IconButton
            icon={Trash2}
            size="small"
            label={t('remove')}
            keys="Delete"
            onPress={() => void removeAnnotation(annotation.articleId, annotation.id)}
          />
        </div>
      )}
    </article>
  );
}

interface NoteEditorProps {
  readonly annotation: Annotation;
  readonly onDone: () => void;
}

/** The note's Markdown source. Leaving the field or Ctrl+Enter keeps it, Escape leaves it as it was. */
function NoteEditor({ annotation, onDone }: NoteEditorProps) {
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
