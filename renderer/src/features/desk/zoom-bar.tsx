import { Maximize, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslation } from '../../strings/index.ts';
import { IconButton } from '../../ui/index.ts';
import styles from './page-image.module.css';
import type { Zoom } from './use-zoom.ts';

interface ZoomBarProps {
  readonly zoom: Zoom;
}

/** How large the page is, at its foot. */
export function ZoomBar({ zoom }: ZoomBarProps) {
  const { t } = useTranslation('desk');
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('page.zoom')}>
      <IconButton icon={ZoomOut} size="small" label={t('page.smaller')} keys="Shift+Z" onPress={() => zoom.step(-1)} />
      <output className={styles.share}>{Math.round(zoom.share * 100)}%</output>
      <IconButton icon={ZoomIn} size="small" label={t('page.larger')} keys="z" onPress={() => zoom.step(1)} />
      <IconButton icon={MoveHorizontal} size="small" label={t('page.fitWidth')} onPress={zoom.fitWidth} />
      <IconButton
        icon={Maximize}
        size="small"
        label={t('page.fitPage')}
        keys="w"
        isOn={zoom.isWhole}
        onPress={zoom.fitPage}
      />
    </div>
  );
}
