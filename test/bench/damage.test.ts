import { expect, test } from 'vitest';
import { countDamage, damageRate, damageRows } from './damage.ts';

const range = (start: number, end: number, role: string, article: string) => ({ start, end, role, article });
/** Two stories: the tail of `a` stands before its head, behind the text of `b`, whose title comes last. */
const labels = {
  articles: [
    { id: 'a', parent: null, paragraphs: [{ pieces: [[20, 30] as const, [0, 5] as const], truncated_end: true }] },
    { id: 'b', parent: null, paragraphs: [{ pieces: [[6, 12] as const, [15, 18] as const] }] },
  ],
  joins: [
    { left_end: 30, right_start: 0 },
    { left_end: 12, right_start: 15 },
    { left_end: 18, right_start: null },
    { left_end: 5, right_start: 6, in_duplicate: true },
  ],
  coverage: {
    ranges: [
      range(0, 5, 'paragraph', 'a'),
      range(6, 12, 'paragraph', 'b'),
      range(13, 14, 'caption', 'b'),
      range(15, 18, 'paragraph', 'b'),
      range(18, 19, 'title', 'b'),
      range(20, 30, 'paragraph', 'a'),
    ],
  },
  cjk_spaces: { remove_offsets: [3, 8] },
};

test('damage is counted from the labels alone, copies left out', () => {
  expect(countDamage(labels)).toEqual({
    'cut sentences': 2,
    'halves apart': 1,
    'halves before their head': 1,
    'captions between halves': 1,
    'lost ends': 1,
    'returns to a story': 1,
    'titles behind text': 1,
    'boxes in a story': 0,
    'copied passages': 0,
    'furniture and marks': 0,
    'layout spaces': 2,
  });
});

test('rates are per thousand visible characters, and stand beside each other', () => {
  const once = damageRate([{ raw: '字 '.repeat(500), labels }]);
  expect(once['cut sentences']).toBe(4);
  const twice = damageRate([{ raw: '字'.repeat(250), labels }]);
  expect(damageRows(once, twice).at(-1)).toEqual({
    kind: 'all but layout spaces',
    labelled: 16,
    scrambled: 32,
    ratio: 2,
  });
});
