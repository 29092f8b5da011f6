import type { Annotation } from '#contract/annotations.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { TagChip } from '../../ui/index.ts';
import { TagField } from '../tags/index.ts';
import styles from './card.module.css';
import { updateAnnotation } from './use-annotations.ts';

interface CardTagsProps {
  readonly annotation: Annotation;
  readonly isAdding: boolean;
  readonly onDone: () => void;
}

/** The highlight's tags, of the same tree as those of articles. */
export function CardTags({ annotation, isAdding, onDone }: CardTagsProps) {
  const { t } = useTranslation('reader');
  const { tags } = annotation;
  if (tags.length === 0 && !isAdding) return null;
  const write = (next: readonly string[]) => void updateAnnotation(annotation, { tags: [...next] });
  return (
    <div className={styles.tags}>
      {tags.map((tag) => (
        <TagChip
          key={tag}
          path={tag}
          removeLabel={t('tags.remove', { tag })}
          onRemove={() => write(tags.filter((other) => other !== tag))}
          onOpen={() => go({ screen: 'notes', tag })}
        />
      ))}
      {isAdding && (
        <TagField
          present={tags}
          onAdd={(tag) => write([...tags, tag])}
          onDone={onDone}
          onLeave={() => document.querySelector<HTMLElement>('[data-reader]')?.focus()}
        />
      )}
    </div>
  );
}
