import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** `seal` is for the one thing that matters on a screen. */
  readonly look?: 'plain' | 'edged' | 'seal' | 'quiet';
  readonly size?: 'small' | 'normal';
  readonly children: ReactNode;
}

export function Button({ look = 'edged', size = 'normal', ...props }: ButtonProps) {
  return <AriaButton {...props} className={styles.button} data-look={look} data-size={size} />;
}
