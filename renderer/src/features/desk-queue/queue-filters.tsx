import type { PageState } from '#contract/desk.ts';
import type { QueueRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import { Choice, Select } from '../../ui/index.ts';
import styles from './queue.module.css';
import type { QueueAnswer } from './use-queue.ts';

const STATES: readonly PageState[] = ['separated', 'open', 'accepted', 'raw', 'failed'];
const DOUBTS = ['all', 'none', 'some'] as const;

interface QueueFiltersProps {
  readonly state: PageState | undefined;
  readonly doubts: 'none' | 'some' | undefined;
  readonly counts: QueueAnswer['counts'];
  readonly onChange: (part: Pick<QueueRoute, 'state' | 'doubts'>) => void;
}

/** Which pages of the queue are shown. A state that no page has is not offered. */
export function QueueFilters({ state, doubts, counts, onChange }: QueueFiltersProps) {
  const { t } = useTranslation('deskQueue');
  const states = STATES.filter((key) => key === state || (counts[key] ?? 0) > 0);
  return (
    <div className={styles.filters}>
      <Select
        label={t('filter.states')}
        isLabelHidden
        value={state ?? 'all'}
        onChange={(key) => onChange({ state: key === 'all' ? undefined : key })}
        options={[
          { key: 'all', text: t('states.all') },
          ...states.map((key) => ({
            key,
            text: t('withCount', { text: t(`states.${key}`), count: counts[key] ?? 0 }),
          })),
        ]}
      />
      <Choice
        label={t('filter.doubts')}
        value={doubts ?? 'all'}
        onChange={(key) => onChange({ doubts: key === 'all' ? undefined : key })}
        options={DOUBTS.map((key) => ({ key, text: t(`doubtful.${key}`) }))}
      />
    </div>
  );
}
