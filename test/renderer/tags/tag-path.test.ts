import { expect, test } from 'vitest';
import { cleanTagPath } from '../../../renderer/src/features/tags/tag-path.ts';

test('what is typed becomes a path without blanks around levels and without empty levels', () => {
  expect([' 就业 ／ 城镇新增 ', '#民生', '//a//b/', '   ', '/'].map(cleanTagPath)).toEqual([
    '就业/城镇新增',
    '民生',
    'a/b',
    undefined,
    undefined,
  ]);
});
