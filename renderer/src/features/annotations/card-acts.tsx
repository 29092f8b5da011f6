import { EyeOff, Link2, MessageSquareQuote, NotebookPen, Tag, Trash2 } from 'lucide-react';
import type { Annotation } from '#contract/annotations.ts';
import { runCommand } from '../../app/commands.ts';
import { useTranslation } from '../../strings/index.ts';
import { IconButton } from '../../ui/index.ts';
import styles from './card.module.css';
import { ColourChoice } from './colour-choice.tsx';
import { removeAnnotation, updateAnnotation } from './use-annotations.ts';

interface CardActsProps {
  readonly annotation: Annotation;
  readonly onWrite: () => void;
  readonly onTag: () => void;
}

/** What can be done with the active highlight; each has its key. */
export function CardActs({ annotation, onWrite, onTag }: CardActsProps) {
  const { t } = useTranslation('annotations');
  const { kind, colour, note, confidential } = annotation;
  return (
    <div className={styles.acts}>
      {kind === 'highlight' && (
        <ColourChoice value={colour} onChange={(next) => void updateAnnotation(annotation, { colour: next })} />
      )}
      <span className={styles.rest} />
      <IconButton icon={NotebookPen} size="small" label={t(note ? 'editNote' : 'addNote')} keys="e" onPress={onWrite} />
      <IconButton icon={Tag} size="small" label={t('addTag')} keys="t" onPress={onTag} />
      <IconButton
        icon={EyeOff}
        size="small"
        label={t('confidential')}
        isOn={confidential}
        onPress={() => void updateAnnotation(annotation, { confidential: !confidential })}
      />
      <IconButton icon={Link2} size="small" label={t('copyLink')} keys="l" onPress={() => runCommand('mark.link')} />
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
  );
}
