import { expect, test } from 'vitest';
import { readNames } from '../../../renderer/src/features/terms/names.ts';

test('names are read one a line, the first column of a table, each once', () => {
  expect(readNames('林越\r\n\n  “陈舟” \n林越\nAnna Lin\t记者\n"周, 甲"\n')).toEqual([
    '林越',
    '陈舟',
    'Anna Lin',
    '周, 甲',
  ]);
});
