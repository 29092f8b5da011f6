import { useEffect, useMemo, useRef, useState } from 'react';
import type { JumpStub } from '#contract/jumps.ts';
import { archive } from '../../api/index.ts';
import { act, undo } from '../../app/changes.ts';
import { useCommands } from '../../app/commands.ts';
import { HOME, type JumpsRoute } from '../../app/route.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { EmptyState, LongList, type LongListHandle, listRows, Screen } from '../../ui/index.ts';
import styles from './jumps.module.css';
import { Pairing } from './pairing.tsx';
import { ROW_SIZE, StubRow } from './stub-row.tsx';
import { useStubs } from './use-stubs.ts';

const { Rows, renderRow } = listRows<JumpStub>((stub) => <StubRow stub={stub} />);

/** Stories that go on on another page: each end beside what may be its other half, joined by a person and by nobody else. */
export function JumpsScreen({ route }: { readonly route: JumpsRoute }) {
  const { t } = useTranslation('jumps');
  const { total, rowAt, onView } = useStubs();
  const list = useRef<LongListHandle>(null);
  const side = useRef<HTMLDivElement>(null);
  const row = Math.min(route.row ?? 0, Math.max(0, (total ?? 1) - 1));
  const stub = rowAt(row);
  const [chosen, setChosen] = useState({ stub: '', candidate: 0 });
  const candidate = stub && chosen.stub === stub.id ? Math.min(chosen.candidate, stub.candidates.length - 1) : 0;
  const selected = useMemo(() => new Set(total ? [row] : []), [row, total]);
  const isBusy = useRef(false);

  const show = (next: number) => go({ screen: 'jumps', row: next }, 'replace');
  const choose = (next: number) => stub && setChosen({ stub: stub.id, candidate: next });

  function step(by: 1 | -1): void {
    const next = Math.min(Math.max(0, row + by), Math.max(0, (total ?? 1) - 1));
    show(next);
    list.current?.reveal(next);
  }

  function stepCandidate(by: 1 | -1): void {
    if (stub) choose(Math.min(Math.max(0, candidate + by), Math.max(0, stub.candidates.length - 1)));
  }

  async function join(): Promise<void> {
    const other = stub?.candidates[candidate];
    if (!stub || !other || isBusy.current) return;
    isBusy.current = true;
    const [from, to] = stub.direction === 'onto' ? [stub, other] : [other, stub];
    await act(archive.jumps.join({ from: from.article, to: to.article }), t('joined', { title: from.title }));
    isBusy.current = false;
  }

  // The keys act on the ends beside the list: arrows go through the candidates.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another end is shown
  useEffect(() => side.current?.focus(), [row, stub?.id]);

  useCommands([
    { id: 'jumps.next', section: 'list', text: t('next'), keys: ['j'], isRepeated: true, run: () => step(1) },
    { id: 'jumps.previous', section: 'list', text: t('previous'), keys: ['k'], isRepeated: true, run: () => step(-1) },
    {
      id: 'jumps.down',
      section: 'list',
      text: t('nextCandidate'),
      keys: ['ArrowDown'],
      isRepeated: true,
      run: () => stepCandidate(1),
    },
    {
      id: 'jumps.up',
      section: 'list',
      text: t('previousCandidate'),
      keys: ['ArrowUp'],
      isRepeated: true,
      run: () => stepCandidate(-1),
    },
    {
      id: 'jumps.join',
      section: 'article',
      text: t('join'),
      keys: ['Enter'],
      isOff: !stub?.candidates.length,
      run: () => void join(),
    },
    { id: 'jumps.undo', section: 'article', text: t('undo'), keys: ['u'], run: () => void undo() },
    { id: 'jumps.back', section: 'go', text: t('back'), keys: ['Escape'], run: () => go(HOME) },
  ]);

  return (
    <Rows value={rowAt}>
      <Screen
        title={t('title')}
        back={t('back')}
        onBack={() => go(HOME)}
        figures={total !== undefined && total > 0 && t('waiting', { count: total })}
      >
        {total === undefined ? (
          <p className={styles.looking} role="status">
            {t('looking')}
          </p>
        ) : total === 0 ? (
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        ) : (
          <div className={styles.halves}>
            <div className={styles.list}>
              <LongList
                handle={list}
                label={t('list')}
                count={total}
                rowSize={ROW_SIZE}
                selected={selected}
                onSelect={(rows) => {
                  const [at] = rows === 'all' ? [] : [...rows].reverse();
                  if (at !== undefined) show(at);
                }}
                onView={onView}
                renderRow={renderRow}
              />
            </div>
            <section ref={side} className={styles.side} aria-label={t('ends')} tabIndex={-1}>
              {stub && (
                <Pairing key={stub.id} stub={stub} chosen={candidate} onChoose={choose} onJoin={() => void join()} />
              )}
            </section>
          </div>
        )}
      </Screen>
    </Rows>
  );
}
