import styles from './keys.module.css';

const isMac = /mac/i.test(navigator.userAgent);
const SHOWN: Readonly<Record<string, string>> = {
  $mod: isMac ? '⌘' : 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  Alt: isMac ? '⌥' : 'Alt',
  Control: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  BracketLeft: '[',
  BracketRight: ']',
  Equal: '+',
  Enter: 'Enter',
  Space: 'Space',
};

interface KeysProps {
  /** In the words of the shortcuts: `$mod+k`, `g u`. */
  readonly of: string;
}

/** A shortcut as this system writes it. */
export function Keys({ of }: KeysProps) {
  const presses = of.split(' ').map((press) => press.split('+').map(showKey));
  return (
    <span className={styles.keys}>
      {presses.flat().map((key, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed sequence, the same key may stand in it twice
        <kbd key={index} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}

function showKey(key: string): string {
  return SHOWN[key] ?? key.replace(/^(Key|Digit)/, '').toUpperCase();
}
