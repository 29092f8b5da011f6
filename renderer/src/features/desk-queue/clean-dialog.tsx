import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useRef, useState } from 'react';
import type { CleanChanges } from '#contract/desk.ts';
import type { SourceId } from '#contract/ids.ts';
import { archive, Failure, queryClient } from '../../api/index.ts';
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
  const [changes, setChanges] = useState<CleanChanges | null>();

  const total = sample?.total ?? 0;

  async function acceptAll(): Promise<void> {
    if (begun.current || !sample) return;
    begun.current = true;
    setBusy(true);
    const doing = archive.desk.acceptClean({ announced: sample.announced });
    const conflict = await doing.then(() => undefined, conflictOf);
    if (!conflict && (await act(doing, ({ count }) => t('clean.said', { count })))) {
      onDone();
      return;
    }
    // They are not those that were shown: it is said what changed, and asked again with others at random.
    setChanges(conflict?.changes);
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
          {changes !== undefined && (
            <p role="alert" className={styles.changed}>
              {sentenceOf(changes, t)}
            </p>
          )}
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

interface Conflict {
  readonly changes: CleanChanges | null;
}

function conflictOf(error: unknown): Conflict | undefined {
  return error instanceof Failure && error.code === 'CONFLICT' ? (error.data as Conflict) : undefined;
}

/** What became of the pages since they were shown; not known where the service began anew. */
function sentenceOf(changes: CleanChanges | null, t: TFunction<'deskQueue'>): string {
  const parts = (['came', 'gone', 'changed'] as const).flatMap((what) => {
    const count = changes?.[what] ?? 0;
    return count > 0 ? t(`clean.changes.${what}`, { count }) : [];
  });
  const what = parts.length > 0 ? parts.join(t('clean.changes.join')) : t('clean.changes.unknown');
  return t('clean.changes.text', { what });
}
