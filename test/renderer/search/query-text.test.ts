import { describe, expect, test } from 'vitest';
import type { QueryPart } from '#contract/search.ts';
import { completionsOf, withValue } from '../../../renderer/src/features/search/completions.ts';
import { quoted, withDays, withoutDays, withoutPart } from '../../../renderer/src/features/search/query-text.ts';

/** The parts of a text without quotation marks, as the archive would tell them. */
function partsOf(text: string): QueryPart[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const [, minus, field, value = ''] = /^(-?)(?:([a-z]+):)?(.*)$/.exec(word) ?? [];
    const is = word === 'OR' ? 'or' : word.startsWith('NEAR/') ? 'near' : ((field ?? 'words') as QueryPart['is']);
    return { at: { start: index, end: index + word.length }, is, excluded: minus === '-', value };
  });
}

describe('a part is taken out with the operator that joined it', () => {
  test.each([
    ['甲 乙 丙', 1, '甲 丙'],
    ['甲 OR 乙 丙', 0, '乙 丙'],
    ['甲 OR 乙 丙', 2, '甲 丙'],
    ['甲 NEAR/5 乙', 2, '甲'],
    ['甲', 0, ''],
  ])('%s without %i', (text, index, rest) => expect(withoutPart(text, partsOf(text), index)).toBe(rest));
});

test('a chosen time stands instead of the one before, and what is excluded stays', () => {
  const text = '甲 from:2021 -from:2022 to:2023 乙';
  expect(withDays(text, partsOf(text), '2020-01', '2020-03')).toBe('甲 -from:2022 乙 from:2020-01 to:2020-03');
  expect(withoutDays(text, partsOf(text))).toBe('甲 -from:2022 乙');
});

test.each([
  ['江城日报', '江城日报'],
  ['Anna Lin', '"Anna Lin"'],
  ['说"好"', '"说""好"""'],
  ['就业/*', '"就业/*"'],
])('%s is written so that it is read as one value', (value, written) => expect(quoted(value)).toBe(written));

test.each([
  ['pa', ['paper:']],
  ['甲 -t', ['甲 -title:', '甲 -tag:', '甲 -to:']],
  ['甲 kind:co', ['甲 kind:commentary ', '甲 kind:continuation ']],
  ['甲 has:', ['甲 has:highlight ', '甲 has:note ', '甲 has:tag ']],
  ['is:read', []],
  ['甲', []],
  ['甲 ', []],
])('%s can become', (text, expected) => expect(completionsOf(text).map((one) => one.text)).toEqual(expected));

test('a value goes where one of its field was begun, and nowhere else', () => {
  expect(withValue('甲 paper:江', 'publication', '江城日报')).toBe('甲 paper:=江城日报 ');
  expect(withValue('-tag:就', 'tag', '就业')).toBe('-tag:就业 ');
  expect(withValue('甲 paper:江', 'person', '江月')).toBeUndefined();
});
