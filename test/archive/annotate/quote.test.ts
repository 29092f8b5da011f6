import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTEXT, quoteAt } from '#archive/annotate/quote.ts';

test('a quote is the words and what stands before and after them', () => {
  const body = '晨雾散去，渡口的船陆续开了。';
  expect(quoteAt(body, { start: 5, end: 8 })).toEqual({
    start: 5,
    end: 8,
    exact: '渡口的',
    prefix: '晨雾散去，',
    suffix: '船陆续开了。',
  });
});

test('the surroundings are thirty-two characters on each side', () => {
  const body = `${'前'.repeat(100)}中${'后'.repeat(100)}`;
  const quote = quoteAt(body, { start: 100, end: 101 });
  expect([quote.prefix.length, quote.suffix.length]).toEqual([CONTEXT, CONTEXT]);
});

test.each([
  ['a surrogate pair', '野\u{20bb7}家', { start: 2, end: 3 }, '\u{20bb7}'],
  ['a letter and its accent', 'cafe\u0301s', { start: 2, end: 4 }, 'fe\u0301'],
  ['a family joined to one picture', '看👨‍👩‍👧吧', { start: 3, end: 4 }, '👨‍👩‍👧'],
  ['a character and its variation selector', '葛\u{e0100}城', { start: 0, end: 1 }, '葛\u{e0100}'],
  ['a keycap', '第1️⃣版', { start: 1, end: 2 }, '1️⃣'],
])('%s is never split: the quote grows around it', (_, body, span, exact) => {
  expect(quoteAt(body, span).exact).toBe(exact);
});

test('an empty span stays empty between two characters', () => {
  expect(quoteAt('春风', { start: 1, end: 1 }).exact).toBe('');
});

test.each([
  { start: -1, end: 1 },
  { start: 2, end: 1 },
  { start: 0, end: 3 },
  { start: Number.NaN, end: 1 },
])('a span outside the text is refused: $start to $end', (span) => {
  expect(() => quoteAt('春风', span)).toThrow(RangeError);
});

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const clusters = fc.array(
  fc.constantFrom(
    '中',
    '，',
    'a',
    '1',
    '\n',
    '\u{20bb7}',
    'e\u0301',
    '👨‍👩‍👧',
    '🇨🇳',
    '葛\u{e0100}',
    '한',
    'ᄒ',
    '\r\n',
    ' ',
  ),
  { maxLength: 120 },
);

test('whatever is selected, all five edges lie between grapheme clusters and the quote holds the selection', () => {
  fc.assert(
    fc.property(clusters, fc.nat(), fc.nat(), (parts, a, b) => {
      const body = parts.join('');
      const [start, end] = [a % (body.length + 1), b % (body.length + 1)].sort((x, y) => x - y) as [number, number];
      const quote = quoteAt(body, { start, end });
      const edges = new Set([...graphemes.segment(body)].map(({ index }) => index).concat(body.length));
      expect(quote.start).toBeLessThanOrEqual(start);
      expect(quote.end).toBeGreaterThanOrEqual(end);
      expect(body.slice(quote.start, quote.end)).toBe(quote.exact);
      for (const edge of [quote.start, quote.end, quote.start - quote.prefix.length, quote.end + quote.suffix.length]) {
        expect(edges.has(edge)).toBe(true);
      }
      expect(body.slice(quote.start - quote.prefix.length, quote.end + quote.suffix.length)).toBe(
        quote.prefix + quote.exact + quote.suffix,
      );
    }),
    { numRuns: 400 },
  );
});
