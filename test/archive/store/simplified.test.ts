import { Converter } from 'opencc-js/t2cn';
import { expect, test } from 'vitest';
import { SIMPLIFIED } from '#archive/store/simplified.ts';

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
  expect(Object.fromEntries(SIMPLIFIED)).toEqual(Object.fromEntries(convertEach()));
  expect(SIMPLIFIED.size).toBeGreaterThan(3000);
});

test('no simplified form is itself folded again', () => {
  expect([...SIMPLIFIED.values()].filter((character) => SIMPLIFIED.has(character))).toEqual([]);
});
