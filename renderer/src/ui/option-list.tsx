import type { LucideIcon } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import styles from './option-list.module.css';

interface OptionListProps<K extends string> {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly options: readonly { readonly key: K; readonly text: string }[];
  /** Enter or a click on an option. */
  readonly onAction: (key: K) => void;
  readonly empty: string;
}

/** A boxed list of things to go into: folders, files. Arrow keys move, letters find, Enter opens. */
export function OptionList<K extends string>({ label, icon: Icon, options, onAction, empty }: OptionListProps<K>) {
  return (
    <ListBox
      className={styles.list}
      aria-label={label}
      items={options.map((option) => ({ ...option, id: option.key }))}
      onAction={(key) => onAction(key as K)}
      renderEmptyState={() => <p className={styles.empty}>{empty}</p>}
    >
      {(option) => (
        <ListBoxItem textValue={option.text} className={styles.option}>
          {Icon && <Icon size={16} strokeWidth={1.5} aria-hidden />}
          <span>{option.text}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
