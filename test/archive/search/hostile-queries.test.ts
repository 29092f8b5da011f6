import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleId } from '#contract/ids.ts';
import { type SmallArchive, smallArchive } from './small-archive.ts';

let archive: SmallArchive;
beforeAll(() => {
  archive = smallArchive([
    {
      title: '优化营商环境的十条措施',
      text: '江城提出十条措施，物流成本下降。',
      publication: '江城日报',
      date: '2023-10-18',
    },
    { title: 'Harbour growth', text: 'The Harbour grew by 12.3 percent. Jobs and growth rose.', byline: 'Anna Lin' },
  ]);
});
afterAll(() => archive.close());

describe('whatever is typed gets an answer or a plain problem', () => {
  const HOSTILE = [
    ...[
      '"',
      '"""',
      '""',
      '-',
      '--',
      '- -',
      '*',
      '**',
      '-*',
      '()',
      '(',
      ')',
      '{title}',
      'title:',
      'title : 营',
      '^营',
      '营^2',
      '+营',
      '营+商',
    ],
    ...[
      'AND',
      'OR',
      'NOT',
      'NEAR',
      'NEAR(',
      'NEAR(营 商, 2)',
      'NEAR/5',
      '营 NEAR/5',
      '营 NEAR/999999 商',
      '的 NEAR/100 '.repeat(150),
      'by:=',
      'paper:="',
      '营 AND',
      'OR OR',
      '营 OR',
      'NOT 营',
      '"营" AND NOT',
      'rowid:1',
      'body:营',
    ],
    ...[
      '😀',
      '👨‍👩‍👧',
      '\ud800',
      '\udc00营',
      '营\ud83d',
      '\u0000',
      '营\u0000商',
      '\ufeff',
      '\u200b',
      '\u0301',
      '\ufffd',
      '\u{f0102}',
      '\u{f0022}',
    ],
    ...[
      '.*',
      '[a-z]+',
      '\\',
      '\\"',
      '%',
      '_',
      "'",
      "';--",
      "' OR 1=1 --",
      '"; DROP TABLE article; --',
      ') OR article_index MATCH (',
      '@row',
      '?',
      ':m',
    ],
    ...[
      'tag:',
      'tag:/',
      'tag:/*',
      'tag:"',
      'from:',
      'from:9999',
      'from:0000',
      'to:0000-00-00',
      'before:0000',
      'by:"',
      'paper:*',
      'kind:',
      'is:',
      'has:x',
    ],
    ...[
      '的'.repeat(10_000),
      'a'.repeat(10_000),
      'a '.repeat(5000),
      '"'.repeat(9999),
      '-a '.repeat(3000),
      'a OR '.repeat(2000),
      '、'.repeat(10_000),
      '😀'.repeat(5000),
    ],
  ];
  test.each(
    HOSTILE.map((text) => [text.length > 40 ? `${text.slice(0, 12)}… (${text.length})` : JSON.stringify(text), text]),
  )('%s', async (_, text) => {
    const { items, total, problems } = await archive.search.query({ text });
    expect(items.length).toBe(total);
    for (const { at } of problems) {
      expect(at.start).toBeGreaterThanOrEqual(0);
      expect(at.end).toBeLessThanOrEqual(text.length);
      expect(at.start).toBeLessThan(at.end);
    }
    expect(await archive.search.inArticle(archive.ids[0] as ArticleId, text)).toEqual(expect.any(Array));
  });

  test.each([
    'NEAR(',
    "' OR 1=1 --",
    ') OR article_index MATCH (',
    '{title}',
    '.*',
    '%',
    '_',
    '😀',
    '\u{f0102}',
    '\u0000',
    '@row',
  ])('%j finds nothing here', async (text) => expect((await archive.search.query({ text })).total).toBe(0));
});
