import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  MenuSection as AriaMenuSection,
  type MenuSectionProps as AriaMenuSectionProps,
  Header,
  MenuTrigger,
  type MenuTriggerProps,
  Popover,
  type PopoverProps,
} from 'react-aria-components';
import { Keys } from './keys.tsx';
import styles from './menu.module.css';
import popover from './popover.module.css';

interface MenuProps<T extends object>
  extends Omit<AriaMenuProps<T>, 'className' | 'style'>,
    Pick<MenuTriggerProps, 'isOpen' | 'onOpenChange'> {
  readonly trigger: ReactElement;
  readonly placement?: PopoverProps['placement'];
}

/** A button and what it offers. */
export function Menu<T extends object>({
  trigger,
  placement = 'bottom end',
  isOpen,
  onOpenChange,
  ...props
}: MenuProps<T>) {
  return (
    <MenuTrigger {...(isOpen !== undefined && { isOpen })} {...(onOpenChange && { onOpenChange })}>
      {trigger}
      <Popover className={popover.popover} placement={placement} offset={6}>
        <AriaMenu {...props} className={styles.menu} />
      </Popover>
    </MenuTrigger>
  );
}

interface MenuItemProps extends Omit<AriaMenuItemProps, 'className' | 'style' | 'children'> {
  readonly icon?: LucideIcon;
  readonly keys?: string | undefined;
  /** How far it stands inside what is above it. */
  readonly depth?: number;
  readonly children: ReactNode;
}

export function MenuItem({ icon: Icon, keys, depth = 0, children, ...props }: MenuItemProps) {
  return (
    <AriaMenuItem {...props} className={styles.item}>
      {({ isSelected, selectionMode }) => (
        <>
          {selectionMode !== 'none' && (
            <span className={styles.check}>{isSelected && <Check size={14} strokeWidth={2} aria-hidden />}</span>
          )}
          {Icon && <Icon size={15} strokeWidth={1.6} aria-hidden />}
          <span className={styles.text} style={depth > 0 ? { paddingInlineStart: `${depth}em` } : undefined}>
            {children}
          </span>
          {keys && <Keys of={keys} />}
        </>
      )}
    </AriaMenuItem>
  );
}

interface MenuSectionProps<T extends object> extends Omit<AriaMenuSectionProps<T>, 'className' | 'children'> {
  readonly title: string;
  readonly children: ReactNode;
}

export function MenuSection<T extends object>({ title, children, ...props }: MenuSectionProps<T>) {
  return (
    <AriaMenuSection {...props}>
      <Header className={styles.header}>{title}</Header>
      {children}
    </AriaMenuSection>
  );
}
