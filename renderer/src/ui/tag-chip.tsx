import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from '../strings/index.ts';
import styles from './tag-chip.module.css';

interface TagChipProps {
  readonly path: string;
  readonly colour?: string | null;
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
  readonly onOpen?: () => void;
}

/** A tag's path; the levels above its last one are quieter. */
export function TagChip({ path, colour, onRemove, removeLabel, onOpen }: TagChipProps) {
  const { t } = useTranslation('app');
  const cut = path.lastIndexOf('/') + 1;
  const name = (
    <>
      {colour && <span className={styles.dot} style={{ background: colour }} aria-hidden />}
      {cut > 0 && <span className={styles.above}>{path.slice(0, cut)}</span>}
      <span className={styles.name}>{path.slice(cut)}</span>
    </>
  );
  return (
    <span className={styles.chip}>
      {onOpen ? (
        <Button className={styles.open} onPress={onOpen}>
          {name}
        </Button>
      ) : (
        name
      )}
      {onRemove && (
        <Button className={styles.remove} aria-label={removeLabel ?? t('close')} onPress={onRemove}>
          <X size={12} strokeWidth={2} aria-hidden />
        </Button>
      )}
    </span>
  );
}
