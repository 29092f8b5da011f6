import { expect, test } from 'vitest';
import { readArticles } from '../desk/scramble/article.ts';
import { EDITS } from './edits/edits.ts';
import { runEdits } from './edits/trial.ts';

const articles = readArticles().map(({ items }) => items.map(({ text }) => text).join('\n'));

test('a thousand seeded edits of ten kinds: no mark ends in silence on other characters than its own', () => {
  const tallies = runEdits(articles, 100, 7);
  expect([...tallies.keys()]).toEqual(Object.keys(EDITS));
  let [untouched, found] = [0, 0];
  for (const [kind, tally] of tallies) {
    expect(tally.edits, kind).toBe(100);
    expect(tally.wrong, `${kind}: ${tally.failures[0]}`).toBe(0);
    expect(tally.edited.exact + tally.edited.moved, kind).toBe(0);
    found += tally.untouched.exact + tally.untouched.moved;
    untouched += Object.values(tally.untouched).reduce((sum, count) => sum + count, 0);
  }
  expect(found / untouched).toBeGreaterThan(0.995);
});

test('in a text that is so long that only the parts around the edits are compared, marks end as they do in a short one', () => {
  const long = articles.join('\n');
  expect(long.length).toBeGreaterThan(20_000);
  for (const [kind, tally] of runEdits([long], 4, 3)) {
    expect(tally.wrong, `${kind}: ${tally.failures[0]}`).toBe(0);
    expect(tally.edited.exact + tally.edited.moved, kind).toBe(0);
    expect(tally.failures, kind).toEqual([]);
  }
});
