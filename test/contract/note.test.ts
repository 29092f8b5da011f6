import { expect, test } from 'vitest';
import { Note } from '#contract/note.ts';

const MEBIBYTE = 1_048_576;

test.each([
  ['1 MB of letters', 'a'.repeat(MEBIBYTE), true],
  ['1 MB of Chinese, three bytes a character', '长'.repeat(MEBIBYTE / 3), true],
  ['1 MB of rare characters, four bytes each', '\u{20bb7}'.repeat(MEBIBYTE / 4), true],
  ['as many Chinese characters as letters', '长'.repeat(MEBIBYTE), false],
  ['half a MB of line ends, two bytes each as they are sent', '\n'.repeat(MEBIBYTE / 2), true],
  ['1 MB of line ends', '\n'.repeat(MEBIBYTE), false],
  ['a little more than 1.1 MB', 'a'.repeat(1_100_001), false],
])('%s', (_, note, isOne) => {
  expect(Note.safeParse(note).success).toBe(isOne);
});

test('the longest note is as many bytes as are sent, counted as the network counts them', () => {
  const unit = '长a\n"\u{20bb7}é';
  let low = 1;
  let high = 200_000;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (Note.safeParse(unit.repeat(middle)).success) low = middle;
    else high = middle - 1;
  }
  const sent = (times: number) => new TextEncoder().encode(JSON.stringify(unit.repeat(times))).length;
  expect([sent(low), sent(low + 1)].map((bytes) => bytes <= MEBIBYTE + 49_152)).toEqual([true, false]);
});
