import { expect, test } from 'vitest';
import { joinNotes } from '../../../renderer/src/features/note-text/join-notes.ts';

test.each<[what: string, begun: string, now: string, mine: string, kept: string]>([
  ['nobody else wrote', '甲', '甲', '乙', '乙'],
  ['nobody else wrote, and it was emptied', '甲', '甲', '', ''],
  ['nothing was written here', '甲', '丙', '甲', '丙'],
  ['both wrote the same', '甲', '乙', '乙', '乙'],
  ['each wrote something else', '甲', '丙', '乙', '丙\n\n乙'],
  ['emptied here, changed there', '甲', '丙', '', '丙'],
  ['changed here, emptied there', '甲', '', '乙', '乙'],
])('%s: neither is lost', (_what, begun, now, mine, kept) => {
  expect(joinNotes(begun, now, mine)).toBe(kept);
});
