import { expect, test } from 'vitest';
import { newId, shortId } from '#archive/store/ids.ts';
import { ArticleId } from '#contract/ids.ts';

test('ids are UUIDv7 of their moment', () => {
  const id = newId<string>(Date.UTC(2100, 0, 1));
  expect(ArticleId.safeParse(id).success).toBe(true);
  expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(Date.UTC(2100, 0, 1));
});

test('ids rise, within a millisecond and when the clock is set back', () => {
  const now = Date.UTC(2101, 0, 1);
  const ids = Array.from({ length: 10_000 }, (_, index) => newId<string>(index % 3 === 0 ? now : now - 5000));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(10_000);
});

test('a short id is the last fifty bits in ten letters that cannot be misread', () => {
  expect(shortId('01234567-89ab-7cde-8000-000000000000')).toBe('0000000000');
  expect(shortId('01234567-89ab-7cde-8000-00000000001f')).toBe('000000000z');
  expect(shortId('01234567-89ab-7cde-8003-ffffffffffff')).toBe('zzzzzzzzzz');
  expect(shortId('01234567-89ab-7cde-8004-000000000000')).toBe('0000000000');
  expect(shortId(newId<string>(1))).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
});
