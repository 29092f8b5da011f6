import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from '../../strings/index.ts';
import { IconButton } from '../../ui/index.ts';
import styles from './hit-bar.module.css';
import type { Hits } from './use-hits.ts';

interface HitBarProps {
  readonly hits: Hits;
}

/** How many hits the article has, and the way from one to the next. */
export function HitBar({ hits }: HitBarProps) {
  const { t } = useTranslation('reader');
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('hits.label')}>
      <span role="status">{t('hits.of', { now: hits.now + 1, count: hits.count })}</span>
      <IconButton
        icon={ChevronUp}
        size="small"
        label={t('hits.previous')}
        keys="Shift+N"
        onPress={() => hits.step(-1)}
      />
      <IconButton icon={ChevronDown} size="small" label={t('hits.next')} keys="n" onPress={() => hits.step(1)} />
    </div>
  );
}
