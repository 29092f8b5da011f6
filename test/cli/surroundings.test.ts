import { expect, test } from 'vitest';
import { disarm } from '../../electron/cli/surroundings.ts';

test('what a terminal would obey is shown, and an object stays the same object', () => {
  expect(disarm('a\u001b[31mred\u009b2J\r\n\tb')).toBe('a\\u001b[31mred\\u009b2J\\u000d\n\tb');
  const object = { path: 'a\u001b[31m\u009b\n\u007f渡口' };
  expect(JSON.parse(disarm(JSON.stringify(object)))).toEqual(object);
});
