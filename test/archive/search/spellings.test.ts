import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { spellings } from '#archive/search/spellings.ts';

const db = new Database(':memory:');
const glob = db.prepare<[string, string], 0 | 1>('SELECT ? GLOB ?').pluck();
const finds = (sought: string, text: string) => spellings(sought).every((pattern) => glob.get(text, pattern) === 1);

test('a word is found anywhere, in simplified or traditional characters, in any case and width', () => {
  const cases = [
    ['就业', '前三季度新增就業五萬人'],
    ['就業', '新增就业'],
    ['后台', '到後臺去'],
    ['gdp', '全市GDP增長'],
    ['ＧＤＰ', '全市gdp增长'],
    ['50%', '增长５０％'],
    ['雨 昨日', '昨日大雨'],
  ] as const;
  expect(cases.filter(([sought, text]) => !finds(sought, text))).toEqual([]);
});

test('what means something to GLOB means itself', () => {
  for (const sign of ['*', '?', '[', ']', '^', '-', '[a]', '^]', 'a-z'])
    expect([finds(sign, `在${sign}中`), finds(sign, '在中')], sign).toEqual([true, false]);
});

test('every word has to be there', () => {
  expect(finds('昨日 大雪', '昨日大雨')).toBe(false);
  expect(spellings('  ')).toEqual([]);
});
