import { describe, expect, test } from 'vitest';
import { firstWords, lastWords } from '#archive/store/cut-words.ts';

describe('the first words', () => {
  test.each([
    ['LIBRARY HOURS. The town library will open at noon', 30, 'LIBRARY HOURS. The town'],
    ['The ferry', 30, 'The ferry'],
    ['The ferry runs', 9, 'The ferry'],
    ['渡口每小时一班渡船', 4, '渡口每小'],
    ['渡口有ferries三艘', 6, '渡口有'],
    ['Donaudampfschifffahrtsgesellschaft', 10, 'Donaudampf'],
    ['𠮷𠮷𠮷', 2, '𠮷𠮷'],
    ['', 5, ''],
  ])('of %j, %i characters at most: %j', (text, characters, words) => {
    expect(firstWords(text, characters)).toBe(words);
  });
});

describe('the last words', () => {
  test.each([
    ['before the boat disturbs the shallows', 25, 'disturbs the shallows'],
    ['The ferry', 30, 'The ferry'],
    ['渡口每小时一班渡船', 4, '一班渡船'],
    ['Donaudampfschifffahrtsgesellschaft', 10, 'sellschaft'],
  ])('of %j, %i characters at most: %j', (text, characters, words) => {
    expect(lastWords(text, characters)).toBe(words);
  });
});
