import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, Group } from 'react-aria-components';
import type { Article } from '#contract/articles.ts';
import { archive } from '../../api/index.ts';
import { act } from '../../app/changes.ts';
import { useCommands } from '../../app/commands.ts';
import { formatRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import { TagChip } from '../../ui/index.ts';
import { TagField } from '../tags/index.ts';
import styles from './tag-bar.module.css';

interface TagBarProps {
  readonly article: Article;
}

/** The article's tags, and a field that completes those there are and makes those there are not. */
export function TagBar({ article }: TagBarProps) {
  const { t } = useTranslation('reader');
  const [isAdding, setAdding] = useState(false);

  useCommands([{ id: 'reader.tag', section: 'article', text: t('tags.add'), keys: ['t'], run: () => setAdding(true) }]);

  function apply(change: { add?: string[]; remove?: string[] }): void {
    void act(archive.tags.apply({ articles: [article.id], ...change }));
  }

  return (
    <Group className={styles.bar} aria-label={t('tags.label')}>
      {article.tags.map((tag) => (
        <TagChip
          key={tag.id}
          path={tag.path}
          colour={tag.colour}
          removeLabel={t('tags.remove', { tag: tag.path })}
          onRemove={() => apply({ remove: [tag.path] })}
          onOpen={() => {
            location.hash = formatRoute({ screen: 'library', place: { at: 'tag', path: tag.path } });
          }}
        />
      ))}
      {isAdding ? (
        <TagField
          present={article.tags.map((tag) => tag.path)}
          onAdd={(path) => apply({ add: [path] })}
          onDone={() => setAdding(false)}
          onLeave={() => document.querySelector<HTMLElement>('[data-reader]')?.focus()}
        />
      ) : (
        <Button className={styles.add} onPress={() => setAdding(true)}>
          <Plus size={13} strokeWidth={1.8} aria-hidden />
          {t('tags.add')}
        </Button>
      )}
    </Group>
  );
}
