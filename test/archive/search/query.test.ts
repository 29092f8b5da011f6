import { describe, expect, test } from 'vitest';
import { type Item, parseQuery } from '#archive/search/query.ts';

/** A query in short: clauses joined by &, alternatives by |, phrases with their field, punctuation as it was. */
function short(text: string): string {
  return parseQuery(text)
    .clauses.map((clause) => clause.map(shortItem).join(' | '))
    .join(' & ');
}

function shortItem({ excluded, wanted }: Item): string {
  const sign = excluded ? '-' : '';
  switch (wanted.type) {
    case 'phrase':
    case 'paper':
    case 'by': {
      const field = wanted.type === 'phrase' ? (wanted.field === 'any' ? '' : `${wanted.field}:`) : `${wanted.type}:`;
      const terms = wanted.terms.map((term) =>
        term.replace(/[\u{f0000}-\u{f007f}]/gu, (mark) => String.fromCharCode((mark.codePointAt(0) ?? 0) - 0xf0000)),
      );
      return `${sign}${field}${terms.join('·')}${wanted.prefix ? '*' : ''}`;
    }
    case 'near': {
      const field = wanted.field === 'any' ? '' : `${wanted.field}:`;
      const parts = wanted.parts.map((part) => `${part.terms.join('·')}${part.prefix ? '*' : ''}`);
      return `${sign}${field}(${parts.join(` ~${wanted.distance} `)})`;
    }
    case 'tag':
      return `${sign}tag ${wanted.path}${wanted.below ? ' below' : ''}`;
    case 'date':
      return `${sign}days ${wanted.from ?? ''}..${wanted.to ?? ''}`;
    case 'kind':
      return `${sign}kind ${wanted.kind}`;
    case 'is':
      return `${sign}is ${wanted.state}`;
    case 'has':
      return `${sign}has ${wanted.what}`;
  }
}

function problems(text: string): string[] {
  return parseQuery(text).problems.map(({ code, at }) => `${code} ${at.start}-${at.end}`);
}

describe('what is typed is read so', () => {
  test.each([
    ['营商 环境', '营·商 & 环·境'],
    ['营商　环境', '营·商 & 环·境'],
    ['營商環境', '营·商·环·境'],
    ['营商 -物流', '营·商 & -物·流'],
    ['"招 安 扶"', '招·安·扶'],
    ['甲 OR 乙 丙', '甲 | 乙 & 丙'],
    ['甲 OR 乙 OR 丙', '甲 | 乙 | 丙'],
    ['甲 or 乙', '甲 & or & 乙'],
    ['OR 甲 OR', 'or & 甲 & or'],
    ['甲 OR OR 乙', '甲 & or | 乙'],
    ['AND NOT NEAR', 'and & not & near'],
    ['甲 NEAR/5 乙', '(甲 ~5 乙)'],
    ['甲 NEAR/5 "乙 丙" NEAR/5 refo*', '(甲 ~5 乙·丙 ~5 refo*)'],
    ['甲 OR 乙 NEAR/0 丙 丁', '甲 | (乙 ~0 丙) & 丁'],
    ['甲 NEAR/2 乙 OR 丙', '(甲 ~2 乙) | 丙'],
    ['title:甲 NEAR/2 乙 -丙 NEAR/3 丁', 'title:(甲 ~2 乙) & -(丙 ~3 丁)'],
    ['refo*', 'refo*'],
    ['"tax refo"*', 'tax·refo*'],
    ['营商*', '营·商'],
    ['2.3亿', '2.3·亿'],
    ['发展，展望', '发·展·,·展·望'],
    ['title:营商 note:"物 流"', 'title:营·商 & note:物·流'],
    ['Title:营商', 'title:营·商'],
    ['甲 -title:营商', '甲 & -title:营·商'],
    ['paper:江城日报 by:林越', 'paper:江·城·日·报 & by:林·越'],
    ['tag:就业/城镇', 'tag 就业/城镇'],
    ['tag:就业/*', 'tag 就业 below'],
    ['tag:"两 个"', 'tag 两 个'],
    ['from:2023-11', 'days 2023-11-01..'],
    ['to:2023-11', 'days ..2023-11-30'],
    ['before:2023-11', 'days ..2023-10-31'],
    ['before:2023/1/1', 'days ..2022-12-31'],
    ['from:2023.3', 'days 2023-03-01..'],
    ['from:2023 甲 to:2023-10 from:2022', '甲 & days 2023-01-01..2023-10-31'],
    ['from:2023 OR 甲', 'days 2023-01-01.. | 甲'],
    ['kind:editor-note is:unread has:highlight', 'kind editor_note & is unread & has highlight'],
    ['12:30', '12·:·30'],
    ['http://a.cn', 'http·:·/·/·a·.·cn'],
    ['甲 "乙""丙"', '甲 & 乙·"·丙'],
  ])('%s', (text, expected) => expect(short(text)).toBe(expected));
});

describe('what is wrong is told with its place, and the rest is searched', () => {
  test.each([
    ['甲 "乙 丙', ['unbalanced_quote 2-3'], '甲 & 乙·丙'],
    ['甲 乙"', ['unbalanced_quote 3-4'], '甲 & 乙'],
    ['甲 autor:乙', ['unknown_field 2-8'], '甲 & autor·:·乙'],
    ['甲 from:明天', ['bad_date 2-9'], '甲'],
    ['甲 from:2023-13', ['bad_date 2-14'], '甲'],
    ['甲 kind:长文', ['unknown_value 2-9'], '甲'],
    ['甲 is:old has:x', ['unknown_value 2-8', 'unknown_value 9-14'], '甲'],
    ['NEAR/5 甲', ['bad_near 0-6'], '甲'],
    ['甲 NEAR/5', ['bad_near 2-8'], '甲'],
    ['甲 NEAR/5 NEAR/6 乙', ['bad_near 2-8', 'bad_near 9-15'], '甲 & 乙'],
    ['甲 NEAR/101 乙', ['bad_near 2-10'], '甲 & 乙'],
    ['甲 NEAR/5 -乙', ['bad_near 2-8'], '甲 & -乙'],
    ['甲 NEAR/5 tag:乙', ['bad_near 2-8'], '甲 & tag 乙'],
    ['title:甲 NEAR/5 note:乙', ['bad_near 8-14'], 'title:甲 & note:乙'],
    ['甲 NEAR/5 乙 NEAR/6 丙', ['bad_near 11-17'], '(甲 ~5 乙) & 丙'],
    ['甲 NEAR/5 ， 乙', ['nothing_to_search 9-10'], '甲 & 乙'],
    ['甲 NEAR/ 乙', [], '甲 & near·/ & 乙'],
    ['甲 tag:', ['nothing_to_search 2-6'], '甲'],
    ['甲 ，', ['nothing_to_search 2-3'], '甲'],
    ['甲 -', ['nothing_to_search 2-3'], '甲'],
    ['，。！', ['nothing_to_search 0-3'], ''],
    ['""', ['nothing_to_search 0-2'], ''],
    ['-', ['nothing_to_search 0-1'], ''],
    ['-甲 -乙', ['only_exclusions 0-5'], ''],
    ['', [], ''],
    ['   ', [], ''],
  ])('%j', (text, expected, rest) => {
    expect(problems(text)).toEqual(expected);
    expect(short(text)).toBe(rest);
  });
});

test('ten thousand characters are read, and what is over is told', () => {
  expect(problems('甲'.repeat(10_000))).toEqual([]);
  expect(problems('甲'.repeat(10_001))).toEqual(['too_long 10000-10001']);
  expect(problems('甲 '.repeat(4000))).toEqual(['too_long 400-8000']);
  expect(parseQuery('甲 '.repeat(4000)).clauses).toHaveLength(200);
});
