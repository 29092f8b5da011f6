import { describe, expect, test } from 'vitest';
import { cut } from '#archive/search/cut.ts';
import { bridge, terms } from '#archive/search/terms.ts';

/** Terms with the private-use stand-ins for ASCII punctuation turned back, ¶ for a paragraph end. */
function readable(text: string): string {
  return cut(text)
    .terms.join(' ')
    .replace(/[\u{f0000}-\u{f0100}]/gu, (sign) => {
      const code = (sign.codePointAt(0) ?? 0) - 0xf0000;
      return code === 0x100 ? '¶' : String.fromCharCode(code);
    });
}

/** The pieces of the stored text that the terms came from. */
function pieces(text: string): string[] {
  const { starts, ends } = cut(text);
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
}

describe('each CJK character is a term, each Latin word and each number another', () => {
  test.each([
    ['营商环境', '营 商 环 境'],
    ['2.3亿元', '2.3 亿 元'],
    ['增加5,000人', '增 加 5,000 人'],
    ['1,234,567.8', '1,234,567.8'],
    ['在2022,2023两年', '在 2022 , 2023 两 年'],
    ['5,0000', '5 , 0000'],
    ['5G网络', '5g 网 络'],
    ['カラオケ ひらがな 한국어', 'カ ラ オ ケ ひ ら が な 한 국 어'],
    ['人々〇', '人 々 〇'],
    ["Wi-Fi and it's", "wi - fi and it ' s"],
    ['U.S. GDP', 'u . s . gdp'],
    ['😀★', '😀 ★'],
  ])('%s', (text, expected) => expect(readable(text)).toBe(expected));
});

describe('width, case, script and layout make no difference', () => {
  test.each([
    ['５Ｇ网络', '5G网络'],
    ['營商環境', '营商环境'],
    ['乾隆與皇后', '干隆与皇后'],
    ['增\n长', '增长'],
    ['增 长', '增长'],
    ['增　\r\n　长', '增长'],
    ['增\u200b长\ufeff', '增长'],
    ['cafe\u0301', 'CAFÉ'],
    ['ｶﾞｷﾞ', 'ガギ'],
    ['\u1112\u1161\u11ab', '한'],
    ['⼒⽉', '力月'],
    ['ΟΔΟΣ', 'οδος'],
    ['5．3％', '5.3%'],
    ['。！？', '｡!?'],
  ])('%s = %s', (one, other) => expect(terms(one)).toBe(terms(other)));
});

describe('signs that NFKC turns into letters or digits never lengthen a number', () => {
  test.each([
    ['①2023年', '1 2023 年'],
    ['100㎡', '100 m2'],
    ['见2023¹', '见 2023 1'],
    ['CO₂', 'co2'],
    ['H₂O', 'h2o'],
    ['㈱日立', '( 株 ) 日 立'],
  ])('%s', (text, expected) => expect(readable(text)).toBe(expected));
});

describe('punctuation is a term; a paragraph end is another, a line end is none', () => {
  test.each([
    ['发展，展望', '发 展 , 展 望'],
    ['》，“两', '》 , “ 两'],
    ['完。\n\n又', '完 。 ¶ 又'],
    ['完\r\n又', '完 又'],
    ['完\r\n\r\n又', '完 ¶ 又'],
    ['\n\n完\n\n', '完'],
    ['一\u2029二', '一 ¶ 二'],
  ])('%j', (text, expected) => expect(readable(text)).toBe(expected));
});

test('every term knows the range of stored text it came from', () => {
  expect(pieces('營 商\n環境２.３亿 e\u0301t')).toEqual(['營', '商', '環', '境', '２.３', '亿', 'e\u0301t']);
  expect(pieces('ｶﾞ㈱😀')).toEqual(['ｶﾞ', '㈱', '㈱', '㈱', '😀']);
});

test('a private-use character of the text is never taken for punctuation', () => {
  expect(terms('\ue02c')).not.toBe(terms(','));
});

test('words longer than FTS5 can hold are cut without becoming equal to their beginning', () => {
  const long = 'a'.repeat(256);
  expect(terms(`${long}b`).split(' ')[0]).not.toBe(terms(long));
  expect(terms(`${long}b`).split(' ')).toHaveLength(2);
});

test('broken text has terms that a database can keep', () => {
  for (const text of ['\ud800', 'a\udc00b', '\u0000', 'x\u0000y', '\u0301']) {
    expect(terms(text).isWellFormed()).toBe(true);
    expect(terms(text)).not.toContain('\u0000');
  }
});

test('what stands between two words as punctuation is found by a term of its own, the end of a sentence is not', () => {
  expect(terms('招、安').split(' ').at(-1)).toBe(bridge('招', '安'));
  expect(terms('招》、《安').split(' ').at(-1)).toBe(bridge('招', '安'));
  expect(terms('招》”、《安').split(' ').at(-1)).toBe('安');
  expect(terms('招。安').split(' ').at(-1)).toBe('安');
  expect(terms('，招')).not.toContain(bridge('', ''));
});

test('no text can be taken for the terms that are made', () => {
  expect(terms('\u{f0102}')).toBe('\ufffd');
  expect(terms('招\u{f0102}安')).not.toContain(bridge('招', '安'));
});
