import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rebuildSource } from '../../../electron/archive/desk/replay.ts';
import { separate } from '../../../electron/archive/desk/separate.ts';
import { looksLikePage } from '../../../electron/archive/desk/sniff.ts';
import { readArticles, readKinds } from './scramble/article.ts';
import { scramblePage } from './scramble/scramble.ts';

const folder = ['../shared/pages/raw', '../../shared/pages/raw']
  .map((path) => resolve(import.meta.dirname, '../../..', path))
  .find((path) => existsSync(path));

describe.skipIf(!folder)('a real page', () => {
  // Without pages one title stands for all of them, so that the skip is seen.
  const names = folder ? readdirSync(folder) : ['(none is here)'];
  test.each(names)('%s is recognised, separated and rebuilt from its parts', (name) => {
    const text = readFileSync(join(folder ?? '', name), 'utf8').replace(/^\uFEFF/, '');
    expect(looksLikePage(text)).toBe(true);
    const derivation = separate(text);
    expect(derivation.articles.length).toBeGreaterThan(2);
    expect(rebuildSource(derivation)).toBe(text);
  });
});

describe('scrambled pages', () => {
  const articles = readArticles();
  const random = Math.floor(Math.random() * 1e9);
  const seeds = [...Array.from({ length: 16 }, (_, at) => at + 1), random];

  test(`are rebuilt from their parts (one seed more: ${random})`, () => {
    for (const seed of seeds) {
      const { raw } = scramblePage(seed, articles);
      expect(rebuildSource(separate(raw))).toBe(raw);
    }
  });

  test('the same seed gives the same page', () => {
    expect(scramblePage(7, articles)).toEqual(scramblePage(7, articles));
  });

  test('most characters of a page come to the story they were taken from', () => {
    let right = 0;
    let all = 0;
    for (const seed of seeds.slice(0, 16)) {
      const { raw, labels } = scramblePage(seed, articles);
      const derivation = separate(raw);
      const found = new Map<number, string>();
      for (const article of derivation.articles)
        for (const block of article.blocks)
          for (const [start, end] of block.pieces) for (let at = start; at < end; at++) found.set(at, article.id);
      for (const story of labels.articles) {
        const votes = new Map<string, number>();
        let size = 0;
        for (const paragraph of story.paragraphs) {
          for (const [start, end] of paragraph.pieces) {
            for (let at = start; at < end; at++)
              votes.set(found.get(at) ?? '', (votes.get(found.get(at) ?? '') ?? 0) + 1);
            size += end - start;
          }
        }
        right += Math.max(0, ...votes.values());
        all += size;
      }
    }
    expect(right / all).toBeGreaterThan(0.93);
  });
});

describe('pages of other kinds', () => {
  test.each([...readKinds()])('%s is recognised, and rebuilt from its parts', (_, articles) => {
    for (const seed of [1, 2]) {
      const { raw } = scramblePage(seed, articles);
      expect(looksLikePage(raw)).toBe(true);
      expect(rebuildSource(separate(raw))).toBe(raw);
    }
  });
});
