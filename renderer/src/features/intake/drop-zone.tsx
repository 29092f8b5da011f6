import { FileDown } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from '../../strings/index.ts';
import { isDropOver, subscribeDrop } from './drops.ts';
import styles from './intake.module.css';

/** What is shown while files are held over the window. */
export function DropZone() {
  const { t } = useTranslation('intake');
  if (!useSyncExternalStore(subscribeDrop, isDropOver)) return null;
  return (
    <div className={styles.zone} role="presentation">
      <div className={styles.zoneCard}>
        <FileDown size={40} strokeWidth={1.3} aria-hidden />
        <p className={styles.zoneTitle}>{t('drop')}</p>
        <p className={styles.zoneHint}>{t('dropHint')}</p>
      </div>
    </div>
  );
}
