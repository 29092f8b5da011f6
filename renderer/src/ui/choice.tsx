import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from './choice.module.css';

interface ChoiceProps<K extends string> {
  readonly label: string;
  readonly options: readonly { readonly key: K; readonly text: string; readonly content?: ReactNode }[];
  readonly value: K;
  readonly onChange: (key: K) => void;
}

/** A few options side by side, one of them chosen. */
export function Choice<K extends string>({ label, options, value, onChange }: ChoiceProps<K>) {
  return (
    <ToggleButtonGroup
      className={styles.choice}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) onChange(key as K);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.key} id={option.key} className={styles.option} aria-label={option.text}>
          {option.content ?? option.text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
