import { describe, expect, test } from 'vitest';
import { readJumpMark } from '#archive/desk/jumps/jump-marks.ts';

describe('a jump mark', () => {
  test.each([
    ['（下转第4版）', 'onto 4'],
    ['(下转04版)', 'onto 4'],
    ['▲下转A4版', 'onto A4'],
    ['（下转二版）', 'onto 2'],
    ['（转第十二版）', 'onto 12'],
    ['（上接第一版）', 'from 1'],
    ['（上接A01版）', 'from A1'],
    ['（紧接一版《春汛来得早》）', 'from 1 春汛来得早'],
    ['文接１版', 'from 1'],
    ['Continued on page A4', 'onto A4'],
    ['(Continued from Page 1)', 'from 1'],
    ['From page A1', 'from A1'],
    ['BRIDGE, from page A1', 'from A1 BRIDGE'],
    ['Lock Repair, continued from Page 2', 'from 2 Lock Repair'],
    ['See HARBOR, Page B2', 'onto B2 HARBOR'],
    ['Turn to page 7', 'onto 7'],
    ['（相关报道见4版）', '-'],
    ['（详见第6版）', '-'],
    ['渡口新添两艘渡船。', '-'],
  ])('%s: %s', (mark, said) => {
    const read = readJumpMark(mark);
    expect(read ? [read.direction, read.page, read.title].filter((part) => part !== null).join(' ') : '-').toBe(said);
  });
});
