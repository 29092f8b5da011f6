import { expect, test } from 'vitest';
import { readDepths } from '../../../../electron/archive/desk/seams/column-depths.ts';
import { readDesk } from '../../../../electron/archive/desk/separate.ts';
import { page } from '../page-of.ts';

const TREES = ['槐树', '香樟', '银杏', '石榴', '桂花', '玉兰', '红枫', '海棠', '腊梅'];
const paragraph = (at: number) =>
  Array.from(
    { length: 2 + (at % 3) },
    (_, turn) => `第${at * 4 + turn + 11}户居民在桥头种下${TREES[(at + turn) % 9]}，又把门前的石板路仔细清扫了一遍。`,
  ).join('');

/** Breaks off behind a number that no other paragraph has. */
const brokenOff = (text: string) => text.slice(0, text.lastIndexOf('居民'));

/** Paragraphs cut wherever a column of so many characters ends; one of them has lost its end. */
function inColumns(depth: number, without: number): string[] {
  const blocks: string[] = [];
  let room = depth;
  for (let at = 0; at < 14; at++) {
    let text = at === without ? brokenOff(paragraph(at)) : paragraph(at);
    while (text.length > room) {
      blocks.push(text.slice(0, room));
      text = text.slice(room);
      room = depth;
    }
    blocks.push(text);
    room -= text.length;
  }
  return blocks;
}

function depthsOf(blocks: readonly string[]) {
  const { matching } = readDesk(page('老桥边的树', '本报记者 沈知远', ...blocks));
  const { endsBelow } = readDepths(matching.page, matching.clues);
  return [...matching.clues.keys()].map((unit) => ({
    lost: unit.plain.endsWith(brokenOff(paragraph(6)).slice(-4)),
    odds: endsBelow(unit) ?? Number.NaN,
  }));
}

test('a sentence that breaks off where no column of equal depth ends is told from those that do', () => {
  const found = depthsOf(inColumns(187, 6));
  const lost = found.filter((end) => end.lost).map((end) => end.odds);
  const cuts = found.filter((end) => !end.lost).map((end) => end.odds);
  expect([lost.length, cuts.length >= 4]).toEqual([1, true]);
  expect(Math.max(...lost)).toBeLessThan(Math.min(...cuts));
});

test('depth says nothing of a text that stands alone', () => {
  const { units, matching } = readDesk(page('老桥边的树', '本报记者 沈知远', paragraph(1).slice(0, -9)));
  const alone = units.at(-1);
  expect(alone && readDepths(matching.page, matching.clues).endsBelow(alone)).toBeUndefined();
});
