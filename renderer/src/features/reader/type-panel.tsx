import { Minus, Plus } from 'lucide-react';
import { Group } from 'react-aria-components';
import { useAppearance } from '../../app/appearance.tsx';
import { useTranslation } from '../../strings/index.ts';
import { Choice, IconButton } from '../../ui/index.ts';
import styles from './type-panel.module.css';

type Paper = 'paper' | 'sepia' | 'night' | 'system';

/** How the text is set: size, measure, leading, face and paper. Every change shows at once in the article behind it. */
export function TypePanel() {
  const { t } = useTranslation('reader');
  const { size, measure, leading, face, direction, theme, paper, change } = useAppearance();
  const ground: Paper = theme === 'system' ? 'system' : theme === 'night' ? 'night' : paper;

  function choosePaper(next: Paper): void {
    if (next === 'system') change({ theme: 'system', paper: 'paper' });
    else if (next === 'night') change({ theme: 'night' });
    else change({ theme: 'light', paper: next });
  }

  return (
    <div className={styles.panel}>
      <Choice
        label={t('type.paper')}
        value={ground}
        onChange={choosePaper}
        options={(['paper', 'sepia', 'night', 'system'] as const).map((key) => ({
          key,
          text: t(`type.papers.${key}`),
        }))}
      />
      <Choice
        label={t('type.direction')}
        value={direction}
        onChange={(next) => change({ direction: next })}
        options={(['horizontal', 'vertical'] as const).map((key) => ({ key, text: t(`type.${key}`) }))}
      />
      <Choice
        label={t('type.face')}
        value={face}
        onChange={(next) => change({ face: next })}
        options={[
          { key: 'serif', text: t('type.serif'), content: <span className={styles.serif}>{t('type.serif')}</span> },
          { key: 'sans', text: t('type.sans'), content: <span className={styles.sans}>{t('type.sans')}</span> },
        ]}
      />
      <Step
        label={t('type.size')}
        value={size}
        unit="px"
        step={1}
        least={13}
        greatest={40}
        onChange={(next) => change({ size: next })}
      />
      <Step
        label={t('type.measure')}
        value={measure}
        unit={t('type.characters')}
        step={2}
        least={20}
        greatest={60}
        onChange={(next) => change({ measure: next })}
      />
      <Step
        label={t('type.leading')}
        value={leading}
        unit=""
        step={0.05}
        least={1.2}
        greatest={2.6}
        onChange={(next) => change({ leading: Math.round(next * 100) / 100 })}
      />
    </div>
  );
}

interface StepProps {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly step: number;
  readonly least: number;
  readonly greatest: number;
  readonly onChange: (value: number) => void;
}

function Step({ label, value, unit, step, least, greatest, onChange }: StepProps) {
  const { t } = useTranslation('reader');
  const shown = Number.isInteger(step) ? String(value) : value.toFixed(2);
  return (
    <Group className={styles.step} aria-label={label}>
      <span className={styles.label}>{label}</span>
      <IconButton
        icon={Minus}
        size="small"
        label={t('type.less', { what: label })}
        isDisabled={value <= least}
        onPress={() => onChange(Math.max(least, value - step))}
      />
      <span className={styles.value} role="status">
        {shown}
        <span className={styles.unit}>{unit}</span>
      </span>
      <IconButton
        icon={Plus}
        size="small"
        label={t('type.moreOf', { what: label })}
        isDisabled={value >= greatest}
        onPress={() => onChange(Math.min(greatest, value + step))}
      />
    </Group>
  );
}
