import { ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import menu from './menu.module.css';
import popover from './popover.module.css';
import styles from './select.module.css';

interface SelectProps<K extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly { readonly key: K; readonly text: string }[];
  readonly value: K;
  readonly onChange: (key: K) => void;
}

export function Select<K extends string>({ label, isLabelHidden = false, options, value, onChange }: SelectProps<K>) {
  return (
    <AriaSelect
      className={styles.select}
      aria-label={label}
      value={value}
      onChange={(key) => key !== null && onChange(key as K)}
    >
      {!isLabelHidden && <Label className={styles.label}>{label}</Label>}
      <Button className={styles.button}>
        <SelectValue className={styles.value} />
        <ChevronDown size={14} strokeWidth={1.6} aria-hidden />
      </Button>
      <Popover className={popover.popover} offset={4}>
        <ListBox items={options} className={menu.menu}>
          {(option) => (
            <ListBoxItem id={option.key} textValue={option.text} className={menu.item}>
              {option.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
