import { useTranslation } from '../../strings/index.ts';
import styles from './reader.module.css';

/** In the place of a text, for pages that brought pictures alone. */
export function NoTextNotice() {
  const { t } = useTranslation('reader');
  return <p className={styles.part}>{t('source.noText')}</p>;
}
