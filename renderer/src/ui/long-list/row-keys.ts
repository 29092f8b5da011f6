import type { Key, KeyboardDelegate } from '@react-types/shared';

/** Arrow keys, Home, End and pages over numbered rows. Letters stay free: they are shortcuts of the window. */
export function rowKeys(count: number, rowsInView: () => number): KeyboardDelegate {
  const clamp = (row: number): Key | null => (count > 0 ? Math.min(Math.max(row, 0), count - 1) : null);
  const move = (by: number) => (key: Key) => {
    const row = Number(key) + by;
    return row >= 0 && row < count ? row : null;
  };
  return {
    getKeyAbove: move(-1),
    getKeyBelow: move(1),
    getFirstKey: () => clamp(0),
    getLastKey: () => clamp(count - 1),
    getKeyPageAbove: (key) => clamp(Number(key) - rowsInView()),
    getKeyPageBelow: (key) => clamp(Number(key) + rowsInView()),
  };
}
