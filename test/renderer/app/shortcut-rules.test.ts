import { expect, test } from 'vitest';
import { isComposing } from '../../../renderer/src/app/shortcut-rules.ts';

test('a key press of an input method is no shortcut, also the one that only says 229', () => {
  const presses = [
    { isComposing: true, keyCode: 74 },
    { isComposing: false, keyCode: 229 },
    { isComposing: false, keyCode: 74 },
  ];
  expect(presses.map(isComposing)).toEqual([true, true, false]);
});
