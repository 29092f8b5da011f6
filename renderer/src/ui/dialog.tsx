import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from '../strings/index.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'normal' | 'wide' | 'broad';
  /** Long work or a question that must be answered: neither Escape nor a click outside closes it. */
  readonly isKept?: boolean;
  readonly children: ReactNode;
  /** Buttons, the one that matters last. */
  readonly actions?: ReactNode;
}

export function Dialog({ title, isOpen, onClose, width = 'normal', isKept = false, children, actions }: DialogProps) {
  const { t } = useTranslation('app');
  return (
    <ModalOverlay
      className={styles.veil}
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable={!isKept}
      isKeyboardDismissDisabled={isKept}
    >
      <Modal className={styles.modal} data-width={width}>
        <AriaDialog className={styles.dialog}>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title}>
              {title}
            </Heading>
            {!isKept && <IconButton icon={X} label={t('close')} onPress={onClose} />}
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
