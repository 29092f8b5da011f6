import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, ComboBox, Group, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Article } from '#contract/articles.ts';
import { archive, archiveQueries } from '../../api/index.ts';
import { act } from '../../app/changes.ts';
import { useCommands } from '../../app/commands.ts';
import { formatRoute } from '../../app/route.ts';
import { isComposing } from '../../app/shortcut-rules.ts';
import { useTranslation } from '../../strings/index.ts';
import { TagChip } from '../../ui/index.ts';
import menu from '../../ui/menu.module.css';
import popover from '../../ui/popover.module.css';
import styles from './tag-bar.module.css';
import { cleanTagPath } from './tag-path.ts';

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

interface TagFieldProps {
  readonly present: readonly string[];
  readonly onAdd: (path: string) => void;
  readonly onDone: () => void;
}

function TagField({ present, onAdd, onDone }: TagFieldProps) {
  const { t } = useTranslation('reader');
  const { data: tags } = useQuery(archiveQueries.tags.list.queryOptions());
  const [text, setText] = useState('');
  const typed = cleanTagPath(text);
  const known = (tags ?? []).filter((tag) => !present.includes(tag.path));
  const found = known.filter((tag) => tag.path.toLowerCase().includes(text.trim().toLowerCase()));
  const isNew = typed !== undefined && !present.includes(typed) && !known.some((tag) => tag.path === typed);
  const options = [
    ...found.slice(0, 50).map((tag) => ({ id: tag.path, count: tag.articles, isNew: false })),
    ...(isNew ? [{ id: typed, count: 0, isNew: true }] : []),
  ];

  function leave(): void {
    onDone();
    document.querySelector<HTMLElement>('[data-reader]')?.focus();
  }

  // The field leaves with its list: while a list is open the rest of the window is hidden from a screen reader.
  function add(path: string): void {
    onAdd(path);
    leave();
  }

  return (
    <ComboBox
      className={styles.field}
      aria-label={t('tags.add')}
      inputValue={text}
      onInputChange={setText}
      items={options}
      selectedKey={null}
      onSelectionChange={(key) => key !== null && add(String(key))}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="focus"
      defaultFilter={() => true}
      autoFocus
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        const isOptionChosen = event.currentTarget.hasAttribute('aria-activedescendant');
        if (event.key === 'Enter' && !isOptionChosen && typed) add(typed);
        if (event.key === 'Escape') leave();
      }}
      onBlur={onDone}
    >
      <Input className={styles.input} placeholder={t('tags.placeholder')} />
      <Popover className={popover.popover} offset={6} placement="bottom start">
        <ListBox className={menu.menu} renderEmptyState={() => <p className={styles.none}>{t('tags.none')}</p>}>
          {(option: (typeof options)[number]) => (
            <ListBoxItem id={option.id} textValue={option.id} className={menu.item}>
              <span className={menu.text}>{option.isNew ? t('tags.create', { tag: option.id }) : option.id}</span>
              {!option.isNew && <span className={styles.count}>{option.count}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
