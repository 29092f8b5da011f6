import { host } from '../api/index.ts';
import { i18next, useTranslation } from '../strings/index.ts';
import { Button, Dialog, notify } from '../ui/index.ts';
import { failureText } from './failure-text.ts';
import styles from './outside-dialog.module.css';

/** Electron asks with the system's own dialog, which no page can draw over; elsewhere `ask` draws one. */
export async function openOutside(url: string, ask: (url: string) => void): Promise<void> {
  try {
    const { kind } = await host.info();
    if (kind === 'electron') await host.openExternal({ url });
    else ask(url);
  } catch (error) {
    notify({ text: failureText(error), isFailure: true });
  }
}

async function open(url: string): Promise<void> {
  try {
    const { opened } = await host.openExternal({ url });
    if (!opened) notify({ text: i18next.t('outside.failed'), isFailure: true });
  } catch (error) {
    notify({ text: failureText(error), isFailure: true });
  }
}

interface OutsideDialogProps {
  readonly url: string;
  readonly onClose: () => void;
}

/** Where an address really leads, before it is opened: the host as a resolver sees it, and all of the address. */
export function OutsideDialog({ url, onClose }: OutsideDialogProps) {
  const { t } = useTranslation('app');
  const { host: shown, href } = new URL(url);
  return (
    <Dialog
      title={t('outside.title')}
      isOpen
      onClose={onClose}
      width="narrow"
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            look="seal"
            onPress={() => {
              onClose();
              void open(url);
            }}
          >
            {t('outside.open')}
          </Button>
        </>
      }
    >
      <p className={styles.host} dir="ltr">
        {shown}
      </p>
      <p className={styles.address} dir="ltr">
        {href}
      </p>
      <p className={styles.detail}>{t('outside.detail')}</p>
    </Dialog>
  );
}
