import { pinyin } from 'pinyin-pro';
import { useMemo } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { useTranslation } from '../strings/index.ts';
import { Keys } from '../ui/index.ts';
import { COMMAND_SECTIONS, type Command, listCommands } from './commands.ts';
import styles from './palette.module.css';

interface PaletteProps {
  readonly onClose: () => void;
}

/** Every command by name; Chinese names also by pinyin, whole or by initials (`daochu`, `dc`). */
export function Palette({ onClose }: PaletteProps) {
  const { t } = useTranslation('app');
  const commands = useMemo(() => listCommands(), []);
  const sections = COMMAND_SECTIONS.map((section) => ({
    section,
    commands: commands.filter((command) => command.section === section),
  })).filter((group) => group.commands.length > 0);

  function run(command: Command): void {
    onClose();
    // After the palette gave the focus back, so that a command may move it.
    requestAnimationFrame(() => command.run());
  }

  return (
    <ModalOverlay className={styles.veil} isOpen onOpenChange={(open) => open || onClose()} isDismissable>
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog} aria-label={t('palette')}>
          <Autocomplete filter={matches}>
            <TextField type="search" className={styles.search} aria-label={t('palette')} autoFocus>
              <Input className={styles.input} placeholder={t('palettePrompt')} />
            </TextField>
            {/* What scrolls must be reachable by keyboard; the menu itself takes no focus, or Enter in the field would run nothing. */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
            <div className={styles.scroller} tabIndex={0}>
              <Menu
                className={styles.menu}
                aria-label={t('palette')}
                renderEmptyState={() => <p className={styles.none}>{t('paletteNone')}</p>}
              >
                {sections.map((group) => (
                  <MenuSection key={group.section} className={styles.section}>
                    <Header className={styles.header}>{t(`sections.${group.section}`)}</Header>
                    {group.commands.map((command) => (
                      <MenuItem
                        key={command.id}
                        id={command.id}
                        className={styles.item}
                        textValue={searchable(command.text)}
                        onAction={() => run(command)}
                      >
                        <span>{command.text}</span>
                        {command.keys?.[0] && <Keys of={command.keys[0]} />}
                      </MenuItem>
                    ))}
                  </MenuSection>
                ))}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The name, its pinyin and its initials, one a line. */
function searchable(text: string): string {
  const syllables = pinyin(text, { toneType: 'none', type: 'array' });
  return [text, syllables.join(''), syllables.map((syllable) => syllable[0]).join('')].join('\n').toLowerCase();
}

function matches(textValue: string, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => textValue.toLowerCase().includes(word));
}
