import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Input,
} from 'react-aria-components';
import styles from './field.module.css';

interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children'> {
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({ placeholder, inputRef, ...props }: SearchFieldProps) {
  return (
    <AriaSearchField {...props} className={styles.search}>
      <Search size={15} strokeWidth={1.6} aria-hidden />
      <Input ref={inputRef} className={styles.input} placeholder={placeholder} />
      <Button className={styles.clear}>
        <X size={13} strokeWidth={1.8} aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
