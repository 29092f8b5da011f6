import { expect, test } from 'vitest';
import { smallArchive } from './small-archive.ts';

test('of more results than are sorted at once the page by date begins with the newest, and ends with those without a date', async () => {
  const many = smallArchive(
    Array.from({ length: 2100 }, (_, i) => ({
      title: `${i}`,
      text: i < 2060 ? '港口' : '大桥',
      ...(i % 700 === 5 ? {} : { date: i < 2060 ? `2001-01-${String(1 + (i % 28)).padStart(2, '0')}` : '2024-01-01' }),
    })),
  );
  const page = async (offset: number) =>
    (await many.search.query({ text: '港口', sort: 'date', offset, limit: 5 })).items.map(
      ({ article }) => article.date?.edtf,
    );
  expect(await page(0)).toEqual(Array.from({ length: 5 }, () => '2001-01-28'));
  expect(await page(2055)).toEqual(['2001-01-01', '2001-01-01', undefined, undefined, undefined]);
  many.close();
});
