import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { archiveQueries } from '../../api/index.ts';
import { isComposing } from '../../app/shortcut-rules.ts';
import { useTranslation } from '../../strings/index.ts';
import menu from '../../ui/menu.module.css';
import popover from '../../ui/popover.module.css';
import styles from './tag-field.module.css';
import { cleanTagPath } from './tag-path.ts';

interface TagFieldProps {
  /** What there is already, and is not offered. */
  readonly present: readonly string[];
  /** Only tags that there are. */
  readonly isKnownOnly?: boolean;
  readonly label?: string;
  readonly onAdd: (path: string) => void;
  readonly onDone: () => void;
  /** Where the keyboard goes when the field is left with Enter or Escape. */
  readonly onLeave?: () => void;
}

/** A field that completes the tags there are and makes those there are not. */
export function TagField({ present, isKnownOnly = false, label, onAdd, onDone, onLeave }: TagFieldProps) {
  const { t } = useTranslation('reader');
  const { data: tags } = useQuery(archiveQueries.tags.list.queryOptions());
  const [text, setText] = useState('');
  const typed = cleanTagPath(text);
  const known = (tags ?? []).filter((tag) => !present.includes(tag.path));
  const found = known.filter((tag) => tag.path.toLowerCase().includes(text.trim().toLowerCase()));
  const isKnown = known.some((tag) => tag.path === typed);
  const isNew = !isKnownOnly && typed !== undefined && !present.includes(typed) && !isKnown;
  const options = [
    ...found.slice(0, 50).map((tag) => ({ id: tag.path, count: tag.articles, isNew: false })),
    ...(isNew ? [{ id: typed, count: 0, isNew: true }] : []),
  ];

  function leave(): void {
    onDone();
    onLeave?.();
  }

  // The field leaves with its list: while a list is open the rest of the window is hidden from a screen reader.
  function add(path: string): void {
    onAdd(path);
    leave();
  }

  return (
    <ComboBox
      className={styles.field}
      aria-label={label ?? t('tags.add')}
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
        if (event.key === 'Enter' && !isOptionChosen && typed && (isKnown || !isKnownOnly)) add(typed);
        if (event.key === 'Escape') leave();
      }}
      onBlur={onDone}
    >
      <Input className={styles.input} placeholder={label ?? t('tags.placeholder')} />
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
