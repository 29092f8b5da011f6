import { X } from 'lucide-react';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastQueue as AriaToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
} from 'react-aria-components';
import { useTranslation } from '../strings/index.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './toast.module.css';

interface Notice {
  readonly text: string;
  /** Said in the seal colour: something was not done. */
  readonly isFailure?: boolean;
  readonly action?: { readonly text: string; readonly run: () => void };
}

const queue = new AriaToastQueue<Notice>({ maxVisibleToasts: 3 });
const SECONDS = 8;

/** Says that something was done, with a way back; failures stay until they are read. */
export function notify(notice: Notice): void {
  // The last thing done is the one to take back; failures wait until they are read.
  for (const { key, content } of queue.visibleToasts) if (!content.isFailure) queue.close(key);
  queue.add(notice, notice.isFailure ? {} : { timeout: SECONDS * 1000 });
}

export function Notices() {
  const { t } = useTranslation('app');
  return (
    <AriaToastRegion queue={queue} className={styles.region}>
      {({ toast }) => (
        <AriaToast toast={toast} className={styles.toast} data-failure={toast.content.isFailure || undefined}>
          <AriaToastContent className={styles.content}>
            <Text slot="title">{toast.content.text}</Text>
          </AriaToastContent>
          {toast.content.action && (
            <Button
              look="plain"
              size="small"
              onPress={() => {
                toast.content.action?.run();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.text}
            </Button>
          )}
          <IconButton icon={X} size="small" label={t('dismiss')} onPress={() => queue.close(toast.key)} />
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
