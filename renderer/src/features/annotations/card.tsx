import { Bookmark, EyeOff } from 'lucide-react';
import { memo, useDeferredValue, useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import { useCommands } from '../../app/commands.ts';
import { useTranslation } from '../../strings/index.ts';
import { NoteText } from '../note-text/index.ts';
import styles from './card.module.css';
import { CardActs } from './card-acts.tsx';
import { CardTags } from './card-tags.tsx';
import { LinkedFrom } from './linked-from.tsx';
import { NoteEditor } from './note-editor.tsx';
import { Waiting } from './waiting.tsx';

interface CardProps {
  readonly annotation: Annotation;
  /** What its colour is called. */
  readonly meaning: string;
  readonly isActive: boolean;
  readonly isWriting: boolean;
  readonly onActivate: (annotation: Annotation) => void;
  readonly onWrite: (annotation: Annotation, isWriting: boolean) => void;
}

/** A highlight's card in the margin: what it means, its note and tags, and while it is active what can be done with it. */
export const Card = memo(function Card({ annotation, meaning, isActive, isWriting, onActivate, onWrite }: CardProps) {
  const { t } = useTranslation('annotations');
  const { id, kind, colour, note, tags, state, quote, confidential } = annotation;
  const activate = () => onActivate(annotation);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside does the same
    <article
      id={cardId(id)}
      className={styles.card}
      data-colour={kind === 'bookmark' ? 'bookmark' : colour}
      data-active={isActive || undefined}
      onClick={activate}
    >
      <button type="button" className={styles.head} aria-expanded={isActive} onClick={activate}>
        {kind === 'bookmark' && <Bookmark size={13} strokeWidth={1.8} aria-hidden />}
        <span className={styles.meaning}>{meaning}</span>
        {confidential && <EyeOff size={13} strokeWidth={1.8} role="img" aria-label={t('confidential')} />}
        {state !== 'exact' && <span className={styles.state}>{t(`states.${state}`)}</span>}
        <span className={styles.spoken}>{quote.exact.slice(0, 80)}</span>
      </button>
      {state === 'orphan' && <blockquote className={styles.quote}>{quote.exact}</blockquote>}
      {isWriting ? (
        <NoteEditor annotation={annotation} onDone={() => onWrite(annotation, false)} />
      ) : (
        note && (
          <div className={styles.note}>
            <NoteText note={note} />
          </div>
        )
      )}
      {isActive && !isWriting ? (
        <ActiveCard annotation={annotation} onWrite={() => onWrite(annotation, true)} />
      ) : (
        tags.length > 0 && <p className={styles.tagLine}>{tags.map((tag) => `#${tag}`).join(' ')}</p>
      )}
    </article>
  );
});

/** What a paragraph points to with `aria-details`. */
export function cardId(id: Annotation['id']): string {
  return `mark-${id}`;
}

function ActiveCard({ annotation, onWrite }: { readonly annotation: Annotation; readonly onWrite: () => void }) {
  const { t } = useTranslation('annotations');
  const [isTagging, setTagging] = useState(false);
  // A dozen buttons are as much work as all else that a new mark is: the mark is shown first.
  const hasActs = useDeferredValue(true, false);
  useCommands([
    {
      id: 'mark.tag',
      section: 'mark',
      text: t('addTag'),
      keys: ['t'],
      isFirst: true,
      run: () => setTagging(true),
    },
  ]);
  return (
    <>
      <Waiting annotation={annotation} />
      <CardTags annotation={annotation} isAdding={isTagging} onDone={() => setTagging(false)} />
      <LinkedFrom annotation={annotation} />
      {hasActs && <CardActs annotation={annotation} onWrite={onWrite} onTag={() => setTagging(true)} />}
    </>
  );
}
