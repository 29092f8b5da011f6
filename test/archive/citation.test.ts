import { expect, test } from 'vitest';
import { citationOf } from '#archive/citation.ts';
import { articleOf } from './export/article-of.ts';

const date = (edtf: string) => ({ edtf, printed: null, inferred: false });

test('a Chinese article is cited as GB/T 7714-2015 has it, and what is not known is left out', () => {
  const whole = {
    title: '新增就业 5.7万人',
    byline: '本报记者 宋红敏 通讯员 李四',
    publication: '江城日报',
    date: date('2018-11-05'),
    page: '1',
  };
  const cases = [
    [whole, '宋红敏, 李四. 新增就业 5.7万人[N]. 江城日报, 2018-11-05(1).'],
    [{ ...whole, byline: null, page: null }, '新增就业 5.7万人[N]. 江城日报, 2018-11-05.'],
    [{ ...whole, byline: null, date: date('2018-11~') }, '新增就业 5.7万人[N]. 江城日报, 2018-11(1).'],
    [{ ...whole, byline: '江城日报 宋红敏' }, '宋红敏. 新增就业 5.7万人[N]. 江城日报, 2018-11-05(1).'],
    [{ ...whole, date: null, publication: null, page: null }, '宋红敏, 李四. 新增就业 5.7万人[N].'],
    [
      { ...whole, publication: null, page: null, url: 'https://news.example/1' },
      '宋红敏, 李四. 新增就业 5.7万人[EB/OL]. 2018-11-05. https://news.example/1.',
    ],
  ] as const;
  for (const [fields, line] of cases)
    expect(citationOf(articleOf(fields.title, [['paragraph', '城镇新增就业。']], fields))).toBe(line);
});

test('an English article is cited in the order of the Chicago manual', () => {
  const fields = {
    title: 'Ferry returns',
    byline: 'By Ann Lee and Tom Ward',
    publication: 'Harrow Vale Courier',
    date: date('2023-06-02'),
    page: 'A4',
    language: 'en',
  };
  expect(citationOf(articleOf(fields.title, [['paragraph', 'The ferry is back.']], fields))).toBe(
    'Ann Lee and Tom Ward, “Ferry returns”, Harrow Vale Courier, 2023-06-02, p. A4.',
  );
});
