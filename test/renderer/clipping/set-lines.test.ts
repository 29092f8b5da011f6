import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setLines } from '../../../renderer/src/features/clipping/set-lines.ts';

/** Han and full-width characters are two wide, others one. */
const widthOf = (text: string) => [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
const set = (text: string, width: number, indent?: string) => setLines(text, width, widthOf, indent);

test('Han text is broken anywhere but before closing and after opening punctuation', () => {
  expect(set('昨日大雨，城北积水。', 8)).toEqual(['昨日大', '雨，城北', '积水。']);
  expect(set('他说「先问住户」再动工', 6)).toEqual(['他说', '「先问', '住户」', '再动工']);
});

test('Latin words and figures stay whole, and a blank at a break is gone', () => {
  expect(set('the price rose 12.3% in May', 10)).toEqual(['the price', 'rose 12.3%', 'in May']);
  expect(set('增长12.3%左右', 8)).toEqual(['增长', '12.3%左', '右']);
});

test('a word that is wider than a line is broken between its characters, never inside one', () => {
  expect(set('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 9, '').join('')).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦');
  expect(set('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
});

test('a paragraph begins with its indent', () => {
  expect(set('昨日大雨城北积水', 8, '　　')).toEqual(['　　昨日', '大雨城北', '积水']);
});

test('no character is lost, whatever is set', () => {
  const text = fc
    .array(fc.constantFrom('雨', '，', '“', '”', ' ', 'word', '12.3%', '。', 'é', '𠮷', '（', '）'))
    .map((a) => a.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 30 }), (words, width) => {
      const bare = (one: string) => one.replace(/\s+/g, '');
      expect(bare(set(words, width).join(''))).toBe(bare(words));
    }),
  );
});
