import { retryConnections, useConnectionState } from '../api/index.ts';
import { useTranslation } from '../strings/index.ts';
import { Button } from '../ui/index.ts';
import styles from './connection-notice.module.css';

/** A strip above everything while the archive cannot be reached; what is on the screen stays readable. */
export function ConnectionNotice() {
  const { t } = useTranslation('app');
  const state = useConnectionState();
  return (
    <div role="status" className={styles.place}>
      {state === 'lost' && (
        <div className={styles.strip}>
          <span className={styles.pulse} aria-hidden />
          <strong>{t('connection.lost')}</strong>
          <span className={styles.detail}>{t('connection.lostDetail')}</span>
          <Button size="small" onPress={retryConnections}>
            {t('connection.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}
