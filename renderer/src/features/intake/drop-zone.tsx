import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../strings/index.ts';
import { importFiles } from './import-state.ts';
import styles from './intake.module.css';
import { entriesOf, walkEntries } from './read-files.ts';

/** The whole window takes files and folders. Nothing that is dropped ever navigates it away. */
export function DropZone() {
  const { t } = useTranslation('intake');
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    let depth = 0;
    const on = {
      dragenter(event: DragEvent) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth += 1;
        setOver(true);
      },
      dragover(event: DragEvent) {
        event.preventDefault();
        if (event.dataTransfer) event.dataTransfer.dropEffect = hasFiles(event) ? 'copy' : 'none';
      },
      dragleave(event: DragEvent) {
        if (!hasFiles(event)) return;
        depth = Math.max(0, depth - 1);
        if (depth === 0) setOver(false);
      },
      drop(event: DragEvent) {
        event.preventDefault();
        depth = 0;
        setOver(false);
        if (!event.dataTransfer) return;
        const entries = entriesOf(event.dataTransfer);
        if (entries.length > 0) importFiles(walkEntries(entries));
      },
    };
    const stop = new AbortController();
    for (const [name, listener] of Object.entries(on)) {
      window.addEventListener(name, listener as EventListener, { signal: stop.signal });
    }
    return () => stop.abort();
  }, []);

  if (!isOver) return null;
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
