import { expect, test } from 'vitest';
import { rebuildSource } from '../../../../electron/archive/desk/replay.ts';
import { separate } from '../../../../electron/archive/desk/separate.ts';
import { readArticles } from '../scramble/article.ts';
import { scramblePage } from '../scramble/scramble.ts';
import { plan } from './planner.ts';
import { faults, truthOf } from './truth.ts';

const articles = readArticles();
const anew = 1000 + Math.floor(Math.random() * 1e6);

const SEEDS = Array.from({ length: 16 }, (_, at) => at + 1);

test('the desk alone does not make all of them right', () => {
  const left = SEEDS.flatMap((seed) => {
    const scrambled = scramblePage(seed, articles);
    const derivation = separate(scrambled.raw);
    return faults(derivation, truthOf(scrambled, derivation));
  });
  expect(left.length).toBeGreaterThan(0);
});

test.each([...SEEDS, anew])('whatever the desk made of scrambled page %i, its commands alone make it right', (seed) => {
  const scrambled = scramblePage(seed, articles);
  const derivation = separate(scrambled.raw);
  const truth = truthOf(scrambled, derivation);
  const { page } = plan(derivation, truth);
  expect(faults(page, truth)).toEqual([]);
  expect(rebuildSource(page)).toBe(scrambled.raw);
});
