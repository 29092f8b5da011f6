import { expect, test } from 'vitest';
import { changedLines } from '../../../renderer/src/features/export/changed-lines.ts';

const said = (before: string | null, after: string) =>
  changedLines(before, after).map(({ kind, text }) => `${kind} ${text}`);

test('a new file is new from its first line to its last', () => {
  expect(said(null, 'a\nb\n')).toEqual(['new a', 'new b']);
});

test('what changed stands between a few lines that did not, the others are counted', () => {
  const lines = Array.from({ length: 22 }, (_, index) => `${index}`);
  const after = lines.toSpliced(15, 1, 'z').toSpliced(5, 1, 'x', 'y');
  expect(said(`${lines.join('\n')}\n`, `${after.join('\n')}\n`)).toEqual([
    'skipped 4',
    ...['same 4', 'gone 5', 'new x', 'new y', 'same 6'],
    'skipped 7',
    ...['same 14', 'gone 15', 'new z', 'same 16'],
    'skipped 5',
  ]);
});

test('lines that were added at either end, or taken away, or none', () => {
  expect(said('a\nb\n', 'x\na\nb\n')).toEqual(['new x', 'same a', 'same b']);
  expect(said('a\nb\n', 'a\nb\nx\n')).toEqual(['same a', 'same b', 'new x']);
  expect(said('a\nb\nc\n', 'a\nc\n')).toEqual(['same a', 'gone b', 'same c']);
  expect(said('a\n', 'a\n')).toEqual(['same a']);
});
