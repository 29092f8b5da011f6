import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut } from '#archive/search/cut.ts';
import { Class } from '#archive/search/fold.ts';
import { findPhrase } from '#archive/search/match.ts';
import { scanPhrase } from '#archive/search/scan.ts';
import { oracleTerms } from './oracle.ts';

/** Everything that is told from its neighbours, beside what is told alone. */
const PIECES = [
  ...['发', '長', '乾', 'か', 'カ', 'ー', '한', '々', '㈱', '①', '㎡', '²', '₂', '國', '𠮷'],
  ...['a', 'B', 'é', 'e\u0301', 'か\u3099', 'ｶ', 'ｶﾞ', '\u1112\u1161', '\u1112\u1161\u11ab', 'ﬁ', 'Σ', 'İ'],
  ...['1', '23', '456', '０', '5,000', '12.3', ',', '.', '．', '，', '、', '。', '！', '…', '“', '-', '%', '℃'],
  ...['\n', '\r\n', '\r', ' ', '　', '\u2029', '\u2028', '\u200b', '\u00ad', '\u0000', '\ufe0f', '\u{e0100}', '\u0301'],
  ...['😀', '\ud83d', '\ude00', '\ue02c', '\u{f002c}'],
];
const broken = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));

function described(text: string): string[] {
  const { terms, kinds, starts, ends } = cut(text);
  return terms.map((term, i) => {
    const plain = term.replace(/[\u{f0000}-\u{f007f}]/gu, (sign) =>
      String.fromCharCode((sign.codePointAt(0) ?? 0) - 0xf0000),
    );
    return kinds[i] === Class.paragraph ? '¶' : `${plain} ${starts[i]}-${ends[i]}`;
  });
}

test('a text is cut as the slow rule cuts it, character by character and whatever stands beside what', () => {
  fc.assert(
    fc.property(broken, (text) => {
      expect(described(text)).toEqual(
        oracleTerms(text).map(({ text: term, kind, start, end }) =>
          term === '¶' && kind === 'end' ? '¶' : `${term} ${start}-${end}`,
        ),
      );
    }),
    { numRuns: 5000, seed: 3 },
  );
});

test('looking for a phrase without cutting the text finds what it would find in the cut text', () => {
  const part = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(broken, part, broken, fc.boolean(), (before, wanted, after, loose) => {
      const text = `${before}${wanted}${after}${wanted}`;
      const { terms, kinds } = cut(wanted);
      const sought = { terms, kinds, prefix: false };
      expect(scanPhrase(text, sought, loose)).toEqual(findPhrase(cut(text), sought, loose));
    }),
    { numRuns: 5000, seed: 5 },
  );
});
