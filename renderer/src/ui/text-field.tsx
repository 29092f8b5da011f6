import type { Ref } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  TextArea,
} from 'react-aria-components';
import styles from './field.module.css';

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  /** Drawn above the field; without it give `aria-label`. */
  readonly label?: string;
  readonly placeholder?: string;
  /** More than one line: a text area of this many rows. */
  readonly rows?: number;
  readonly problem?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

export function TextField({ label, placeholder, rows, problem, inputRef, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} isInvalid={problem !== undefined} className={styles.field}>
      {label && <Label className={styles.label}>{label}</Label>}
      {rows ? (
        <TextArea ref={inputRef} className={styles.input} rows={rows} placeholder={placeholder} />
      ) : (
        <Input ref={inputRef} className={styles.input} placeholder={placeholder} />
      )}
      <FieldError className={styles.problem}>{problem}</FieldError>
    </AriaTextField>
  );
}
