import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './icon-button.module.css';
import { Tip } from './tip.tsx';

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** The name that a screen reader says and the tooltip shows. */
  readonly label: string;
  /** Shown beside the label: `J`, `Ctrl K`. */
  readonly keys?: string | undefined;
  readonly isOn?: boolean;
  readonly size?: 'small' | 'normal';
}

export function IconButton({ icon: Icon, label, keys, isOn, size = 'normal', ...props }: IconButtonProps) {
  return (
    <Tip text={label} keys={keys}>
      <AriaButton
        {...props}
        aria-label={label}
        {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
        className={styles.button}
        data-on={isOn || undefined}
        data-size={size}
      >
        <Icon size={size === 'small' ? 14 : 17} strokeWidth={1.6} aria-hidden />
      </AriaButton>
    </Tip>
  );
}
