import type { PageState } from '#contract/desk.ts';
import type { QueueRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, Choice, Select } from '../../ui/index.ts';
import styles from './queue.module.css';
import type { QueueAnswer } from './use-queue.ts';

const STATES: readonly PageState[] = ['separated', 'open', 'accepted', 'raw', 'failed'];
const DOUBTS = ['all', 'none', 'some'] as const;

interface QueueFiltersProps {
  readonly state: PageState | undefined;
  readonly doubts: 'none' | 'some' | undefined;
  readonly counts: QueueAnswer['counts'];
  readonly onChange: (part: Pick<QueueRoute, 'state' | 'doubts'>) => void;
  /** Several pages are marked: acts are for them, and for all that are shown otherwise. */
  readonly marked: number;
  readonly onClear: () => void;
  readonly onRule: (() => void) | undefined;
}

/** Which pages of the queue are shown, and what can be done with several. A state that no page has is not offered. */
export function QueueFilters(props: QueueFiltersProps) {
  const { state, doubts, counts, onChange, marked, onClear, onRule } = props;
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
      <div className={styles.several}>
        <span role="status">{marked > 0 && t('marked', { count: marked })}</span>
        {marked > 0 && (
          <Button look="plain" size="small" onPress={onClear}>
            {t('unmark')}
          </Button>
        )}
        {onRule && (
          <Button look="quiet" size="small" onPress={onRule}>
            {t('rule')}
          </Button>
        )}
      </div>
    </div>
  );
}
