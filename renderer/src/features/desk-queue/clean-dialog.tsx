import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SourceId } from '#contract/ids.ts';
import { archive, queryClient } from '../../api/index.ts';
import { act } from '../../app/changes.ts';
import { formatRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import styles from './queue.module.css';
import { QueueRow } from './queue-row.tsx';

/** So many are looked at before all are accepted. */
const SAMPLE = 20;
/** Not below the desk's own keys: accepting a page must not draw other ones. */
export const SAMPLE_KEY = ['clean pages at random'];

interface CleanDialogProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const seen = new Set<SourceId>();

/** Pages without a doubt, some of them at random, before all of them are accepted as one act. */
export function CleanDialog({ onClose, onDone }: CleanDialogProps) {
  const { t } = useTranslation('deskQueue');
  const app = useTranslation('app').t;
  const { data: sample } = useQuery({
    queryKey: SAMPLE_KEY,
    queryFn: () => archive.desk.sample({ count: SAMPLE }),
    gcTime: 600_000,
  });
  const [isBusy, setBusy] = useState(false);
  const begun = useRef(false);

  const total = sample?.total ?? 0;

  async function acceptAll(): Promise<void> {
    if (begun.current) return;
    begun.current = true;
    setBusy(true);
    const done = await act(archive.desk.acceptClean({ atMost: total }), ({ count }) => t('clean.said', { count }));
    if (done) {
      onDone();
      return;
    }
    // There are more now than were shown: others are taken at random, and it is asked again.
    await queryClient.refetchQueries({ queryKey: SAMPLE_KEY });
    begun.current = false;
    setBusy(false);
  }

  const pages = sample?.pages ?? [];
  return (
    <Dialog
      title={t('clean.title')}
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onPress={onClose}>{app('cancel')}</Button>
          <Button look="seal" isDisabled={isBusy || total === 0} onPress={() => void acceptAll()}>
            {t('clean.accept', { count: total })}
          </Button>
        </>
      }
    >
      {sample && (
        <>
          <p className={styles.explained}>
            {t(total > pages.length ? 'clean.text' : 'clean.textAll', { total, count: pages.length })}
          </p>
          <ul className={styles.sample}>
            {pages.map((page) => (
              <li key={page.source} data-seen={seen.has(page.source) || undefined}>
                <a
                  href={formatRoute({ screen: 'desk', source: page.source })}
                  className={styles.look}
                  onClick={() => seen.add(page.source)}
                >
                  <QueueRow page={page} />
                  {seen.has(page.source) && <span className={styles.seen}>{t('clean.seen')}</span>}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
