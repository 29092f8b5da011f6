import { expect, test } from 'vitest';
import { caretMove } from '../../../renderer/src/features/annotations/caret.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test('arrows move the caret, Shift drags, Ctrl goes by words and paragraphs; other keys are not its own', () => {
  expect([
    caretMove({ ...plain, key: 'ArrowRight' }),
    caretMove({ ...plain, key: 'ArrowLeft', shiftKey: true, ctrlKey: true }),
    caretMove({ ...plain, key: 'ArrowDown', shiftKey: true }),
    caretMove({ ...plain, key: 'ArrowUp', ctrlKey: true }),
    caretMove({ ...plain, key: 'End' }),
    caretMove({ ...plain, key: 'j' }),
  ]).toEqual([
    { alter: 'move', direction: 'forward', by: 'character' },
    { alter: 'extend', direction: 'backward', by: 'word' },
    { alter: 'extend', direction: 'forward', by: 'line' },
    { alter: 'move', direction: 'backward', by: 'paragraphboundary' },
    { alter: 'move', direction: 'forward', by: 'lineboundary' },
    undefined,
  ]);
});

test('in vertical setting the next character stands below and the next line to the left', () => {
  const turned = (key: string) => caretMove({ ...plain, key }, true);
  expect(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home'].map(turned)).toEqual([
    { alter: 'move', direction: 'forward', by: 'character' },
    { alter: 'move', direction: 'backward', by: 'character' },
    { alter: 'move', direction: 'forward', by: 'line' },
    { alter: 'move', direction: 'backward', by: 'line' },
    { alter: 'move', direction: 'backward', by: 'lineboundary' },
  ]);
});
