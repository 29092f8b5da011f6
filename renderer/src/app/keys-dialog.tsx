import { useTranslation } from '../strings/index.ts';
import { Dialog, Keys } from '../ui/index.ts';
import { COMMAND_SECTIONS, listCommands } from './commands.ts';
import styles from './keys-dialog.module.css';

interface KeysDialogProps {
  readonly onClose: () => void;
}

/** What `?` shows: the keys that do something here and now. */
export function KeysDialog({ onClose }: KeysDialogProps) {
  const { t } = useTranslation('app');
  const commands = listCommands().filter((command) => command.keys?.length);
  return (
    <Dialog title={t('keys')} isOpen onClose={onClose} width="wide">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('keys')}>
        <div className={styles.columns}>
          {COMMAND_SECTIONS.map((section) => {
            const rows = commands.filter((command) => command.section === section);
            if (rows.length === 0) return null;
            return (
              <section key={section} className={styles.section}>
                <h3 className={styles.heading}>{t(`sections.${section}`)}</h3>
                <dl>
                  {rows.map((command) => (
                    <div key={command.id} className={styles.row}>
                      <dt>{command.text}</dt>
                      <dd>{command.keys?.[0] && <Keys of={command.keys[0]} />}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            );
          })}
        </div>
      </section>
    </Dialog>
  );
}
