import { Converter } from 'opencc-js/t2cn';
import { expect, test } from 'vitest';
import { SIMPLIFIED_PAIRS } from '#archive/search/simplified.ts';

/** Every Han code point that NFKC leaves alone, run through opencc by itself until nothing changes. */
function convertEach(): Map<string, string> {
  const convert = Converter({ from: 't', to: 'cn' });
  const pairs = new Map<string, string>();
  for (let code = 0x2e80; code < 0x323b0; code += 1) {
    const character = String.fromCodePoint(code);
    if (!/\p{Script=Han}/u.test(character) || character.normalize('NFKC') !== character) continue;
    let simple = convert(character);
    while (convert(simple) !== simple) simple = convert(simple);
    if (simple !== character) pairs.set(character, simple);
  }
  return pairs;
}

test('the table of simplified characters is what opencc makes of each character alone', () => {
  const characters = [...SIMPLIFIED_PAIRS.replaceAll('\n', '')];
  const table = new Map<string, string>();
  for (let i = 0; i < characters.length; i += 2) table.set(characters[i] ?? '', characters[i + 1] ?? '');
  expect(Object.fromEntries(table)).toEqual(Object.fromEntries(convertEach()));
  expect(table.size).toBeGreaterThan(3000);
});

test('no simplified form is itself folded again', () => {
  const characters = [...SIMPLIFIED_PAIRS.replaceAll('\n', '')];
  const from = new Set(characters.filter((_, i) => i % 2 === 0));
  expect(characters.filter((character, i) => i % 2 === 1 && from.has(character))).toEqual([]);
});
