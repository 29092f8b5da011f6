import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference } from '#archive/annotate/difference.ts';

const said = (before: string, after: string) =>
  difference(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `[+${text}+]` })[kind])
    .join('');

test.each([
  ['工业增加值同比增长12.3%', '工业增加值同比下降12.3%', '工业增加值同比[-增长-][+下降+]12.3%'],
  ['新增就业5.7万人', '新增就业3.2万人', '新增就业[-5.7-][+3.2+]万人'],
  ['方案没有通过', '方案通过', '方案[-没有-]通过'],
  ['水位下降', '水位下降', '水位下降'],
  ['水位下降', '', '[-水位下降-]'],
  ['\u{20bb7}野家', '\u{20bb8}野家', '[-\u{20bb7}-][+\u{20bb8}+]野家'],
])('%s, then %s', (before, after, shown) => {
  expect(said(before, after)).toBe(shown);
});

test('its parts give both texts back, and none ends inside a surrogate pair', () => {
  const text = fc.array(fc.constantFrom('甲', '乙', '1', '2', ' ', '\n', '\u{20bb7}', '\u{20bb8}', '\u{1f468}'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const parts = difference(before, after);
      const side = (left: 'gone' | 'new') => parts.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('');
      expect(side('new')).toBe(before);
      expect(side('gone')).toBe(after);
      for (const { text: part } of parts) expect(part.isWellFormed()).toBe(true);
    }),
    { numRuns: 3000, seed: 5 },
  );
});
