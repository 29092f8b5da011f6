import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import type { AnnotationId } from '#contract/ids.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './marks.module.css';
import { marksOn } from './marks-on.ts';
import { useMeanings } from './meanings.ts';

interface CaretVoiceProps {
  readonly annotations: readonly Annotation[];
  /** Where the caret stands in the body; undefined while it is nowhere. */
  readonly position: number | undefined;
}

/** Tells whoever does not see the caret when it comes into a mark and when it leaves one. */
export function CaretVoice({ annotations, position }: CaretVoiceProps) {
  const { t } = useTranslation('annotations');
  const { titleOf } = useMeanings();
  const inside = useRef<ReadonlySet<AnnotationId>>(new Set());
  const [said, setSaid] = useState('');

  useEffect(() => {
    const here = marksOn(annotations, position);
    const ids = new Set(here.map(({ id }) => id));
    const left = annotations.filter(({ id }) => inside.current.has(id) && !ids.has(id));
    const entered = here.filter(({ id }) => !inside.current.has(id));
    inside.current = ids;
    if (left.length === 0 && entered.length === 0) return;
    setSaid(
      [
        ...left.map((mark) => t('caretLeft', { meaning: titleOf(mark) })),
        ...entered.map((mark) =>
          t(mark.note ? 'caretEnteredNote' : 'caretEntered', {
            meaning: titleOf(mark),
            note: mark.note.slice(0, 200),
          }),
        ),
      ].join(' '),
    );
  }, [annotations, position, titleOf, t]);

  return (
    <p className={styles.voice} aria-live="polite">
      {said}
    </p>
  );
}
