import { ChevronDown } from 'lucide-react';
import type { Command } from '../../app/commands.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, Keys, Menu, MenuItem } from '../../ui/index.ts';
import styles from './tool-bar.module.css';
import type { Effect } from './use-acts.ts';
import type { Choice } from './use-choice.ts';

interface ToolBarProps {
  readonly commands: readonly Command[];
  readonly choice: Choice;
  readonly effect: Effect | undefined;
}

/** Every act that has a key, with its key. */
export function ToolBar({ commands, choice, effect }: ToolBarProps) {
  const { t } = useTranslation('deskActs');
  const find = (id: string) => commands.filter((command) => command.id === `desk.${id}`);
  const under = (prefix: string) => commands.filter(({ id }) => id.startsWith(`desk.${prefix}.`));
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('tools.label')}>
      {find('split').map(tool)}
      {find('merge').map(tool)}
      <ToolMenu text={t('tools.send')} commands={under('send')} />
      <ToolMenu text={t('tools.role')} commands={[...under('role'), ...find('openEnd')]} />
      <ToolMenu text={t('tools.order')} commands={[...find('moveUp'), ...find('moveDown')]} />
      {find('cut').map(tool)}
      {find('join').map(tool)}
      <ToolMenu text={t('tools.drop')} commands={[...find('noise'), ...find('duplicate'), ...find('restore')]} />
      <span className={styles.hint} role="status">
        {choice.caret?.isMoving ? (
          t('cut.hint')
        ) : choice.joining !== null ? (
          t('joining')
        ) : choice.chosen.size > 1 || choice.ranges ? (
          t('chosen', { count: choice.chosen.size })
        ) : effect ? (
          <span key={effect.turn} className={styles.said}>
            {effect.said}
          </span>
        ) : null}
      </span>
    </div>
  );
}

function tool({ id, text, keys, run, isOff }: Command) {
  return (
    <Button key={id} look="quiet" size="small" isDisabled={isOff ?? false} onPress={() => runFromButton(run)}>
      {text}
      {keys?.[0] && <Keys of={keys[0]} />}
    </Button>
  );
}

/** The keys belong to the page again: Enter after a click accepts it and does not press the button once more. */
function runFromButton(run: () => void): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  run();
}

function ToolMenu({ text, commands }: { readonly text: string; readonly commands: readonly Command[] }) {
  const offered = commands.filter(({ isOff }) => !isOff);
  return (
    <Menu
      aria-label={text}
      placement="bottom start"
      onAction={(id) => commands.find((command) => command.id === id)?.run()}
      trigger={
        <Button look="quiet" size="small" isDisabled={offered.length === 0}>
          {text}
          <ChevronDown size={13} strokeWidth={1.6} aria-hidden />
        </Button>
      }
    >
      {offered.map((command) => (
        <MenuItem key={command.id} id={command.id} keys={command.keys?.[0]} textValue={command.text}>
          {command.text}
        </MenuItem>
      ))}
    </Menu>
  );
}
