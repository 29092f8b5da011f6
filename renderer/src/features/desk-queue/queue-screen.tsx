import { useEffect, useMemo, useRef } from 'react';
import type { PageState, QueuedPage } from '#contract/desk.ts';
import { archive, countWaiting, queryClient } from '../../api/index.ts';
import { useActs } from '../../app/acts.tsx';
import { useCommands } from '../../app/commands.ts';
import { HOME, type QueueRoute } from '../../app/route.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, EmptyState, LongList, type LongListHandle, listRows, Screen } from '../../ui/index.ts';
import { CleanDialog, SAMPLE_KEY } from './clean-dialog.tsx';
import styles from './queue.module.css';
import { QueueFilters } from './queue-filters.tsx';
import { QueueRow, ROW_SIZE } from './queue-row.tsx';
import { useMarkedPages } from './use-marked-pages.ts';
import { useQueue } from './use-queue.ts';

interface QueueScreenProps {
  readonly route: QueueRoute;
}

const { Rows, renderRow } = listRows<QueuedPage>((page) => <QueueRow page={page} />);

/** The pages of newspapers, to be seen and accepted one by one: Enter opens, and Enter at the desk goes on to the next. */
export function QueueScreen({ route }: QueueScreenProps) {
  const { t, i18n } = useTranslation('deskQueue');
  const { state, doubts, row = 0, sample } = route;
  const queue = useQueue(route);
  const { total, rowAt, onView, head } = queue;
  const marked = useMarkedPages(route, queue);
  const { nameFiles } = useActs();
  const list = useRef<LongListHandle>(null);
  const clean = head?.clean ?? 0;
  const waiting = head ? countWaiting(head.counts) : 0;
  const all = head ? Object.values(head.counts).reduce((sum, count) => sum + (count ?? 0), 0) : undefined;
  const selected = useMemo(
    () => new Set(marked.count > 0 ? marked.rows : total ? [Math.min(row, total - 1)] : []),
    [marked.count, marked.rows, row, total],
  );

  const show = (part: Partial<QueueRoute>) => {
    const { state: _state, doubts: _doubts, ...rest } = { ...route, ...part };
    const nextState = 'state' in part ? part.state : state;
    const nextDoubts = 'doubts' in part ? part.doubts : doubts;
    go(
      { ...rest, ...(nextState ? { state: nextState } : {}), ...(nextDoubts ? { doubts: nextDoubts } : {}) },
      'replace',
    );
  };

  /** The row is kept in the address: whoever comes back from the desk stands where they were. */
  function open(at: number): void {
    const page = rowAt(at);
    if (!page) return;
    show({ row: at });
    go({ screen: 'desk', source: page.source });
  }

  async function openNext(): Promise<void> {
    const { source } = await archive.desk.next({ after: null });
    if (source) go({ screen: 'desk', source });
  }

  function offerClean(): void {
    queryClient.removeQueries({ queryKey: SAMPLE_KEY });
    go({ ...route, sample: true });
  }

  // Once the rows are there the keyboard stands on them.
  const isThere = total !== undefined && total > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list appears, not at every step in it
  useEffect(() => {
    if (!isThere || sample) return;
    list.current?.reveal(row);
    list.current?.focus();
  }, [isThere, sample]);

  useCommands([
    {
      id: 'queue.next',
      section: 'desk',
      text: t('next'),
      keys: ['n'],
      isOff: waiting === 0,
      run: () => void openNext(),
    },
    {
      id: 'queue.clean',
      section: 'desk',
      text: t('clean.title'),
      keys: ['Shift+A'],
      isOff: clean === 0,
      run: offerClean,
    },
    {
      id: 'queue.rule',
      section: 'desk',
      text: t('rule'),
      keys: ['r'],
      isOff: !total || marked.isTooMany,
      run: () => nameFiles?.(marked.of),
    },
    {
      id: 'queue.back',
      section: 'go',
      text: t('back'),
      keys: ['Escape'],
      run: () => (marked.count > 0 ? marked.clear() : go(HOME)),
    },
  ]);

  return (
    <Rows value={rowAt}>
      <Screen
        className={styles.queue}
        title={t('title')}
        back={t('back')}
        onBack={() => go(HOME)}
        figures={
          all !== undefined &&
          all > 0 && (
            <>
              <span>{t('pages', { count: all, number: all.toLocaleString(i18n.language) })}</span>
              <span data-waiting={waiting > 0 || undefined}>
                {waiting > 0 ? t('waiting', { count: waiting }) : t('done')}
              </span>
            </>
          )
        }
        acts={
          clean > 0 && (
            <Button look="seal" onPress={offerClean}>
              {t('clean.button', { count: clean })}
            </Button>
          )
        }
      >
        {all !== undefined && all > 0 && (
          <QueueFilters
            state={state}
            doubts={doubts}
            counts={head?.counts ?? {}}
            onChange={(part) => show({ ...part, row: 0 })}
            marked={marked.count}
            onClear={marked.clear}
            onRule={total && !marked.isTooMany ? () => nameFiles?.(marked.of) : undefined}
          />
        )}
        {total === undefined ? null : total > 0 ? (
          <>
            <div className={styles.columns} aria-hidden="true">
              <span>{t('columns.name')}</span>
              <span>{t('columns.paper')}</span>
              <span />
              <span>{t('columns.state')}</span>
              <span>{t('columns.doubts')}</span>
              <span>{t('columns.who')}</span>
            </div>
            <LongList
              handle={list}
              label={t('list')}
              count={total}
              rowSize={ROW_SIZE}
              choose="some"
              selected={selected}
              onSelect={(rows) => {
                void marked.mark(rows);
                const [at] = rows === 'all' ? [] : rows;
                if (at !== undefined && rows !== 'all' && rows.size === 1) show({ row: at });
              }}
              onAction={open}
              onView={onView}
              renderRow={renderRow}
            />
          </>
        ) : (
          <Nothing isEmpty={all === 0} state={state} isDone={waiting === 0} />
        )}
        {sample && <CleanDialog onClose={() => history.back()} onDone={() => history.back()} />}
      </Screen>
    </Rows>
  );
}

interface NothingProps {
  readonly isEmpty: boolean;
  readonly isDone: boolean;
  readonly state: PageState | undefined;
}

function Nothing({ isEmpty, isDone, state }: NothingProps) {
  const { t } = useTranslation('deskQueue');
  const why = isEmpty ? 'empty' : isDone && state !== 'accepted' ? 'finished' : 'none';
  return <EmptyState title={t(`${why}.title`)}>{t(`${why}.text`)}</EmptyState>;
}
