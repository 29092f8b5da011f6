import { array, assert, integer, nat, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { placeCards } from '../../../renderer/src/features/annotations/place-cards.ts';

const card = (wanted: number, height = 40) => ({ wanted, height });

test('cards stand beside their lines where there is room, and move down where there is not', () => {
  expect(placeCards([card(0), card(100), card(110), card(400)], 8)).toEqual([0, 100, 148, 400]);
});

test('the active card stands beside its line; those before it make room upwards', () => {
  expect(placeCards([card(90), card(100), card(110), card(120)], 8, 2)).toEqual([14, 62, 110, 158]);
});

test('no card overlaps another or leaves the page, and the order stays, whatever the lines and heights', () => {
  const cards = array(record({ wanted: nat(2000), height: integer({ min: 20, max: 300 }) }), { maxLength: 30 });
  assert(
    property(cards, nat(30), (wanted, active) => {
      const sorted = wanted.toSorted((one, other) => one.wanted - other.wanted);
      const tops = placeCards(sorted, 8, active);
      const bottoms = tops.map((top, index) => top + (sorted[index]?.height ?? 0) + 8);
      return tops.every((top, index) => top >= (bottoms[index - 1] ?? 0));
    }),
  );
});
