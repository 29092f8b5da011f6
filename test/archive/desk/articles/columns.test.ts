import { expect, test } from 'vitest';
import { readDesk } from '../../../../electron/archive/desk/separate.ts';
import { readArticles } from '../scramble/article.ts';
import { scramblePage } from '../scramble/scramble.ts';

test.each([58, 198])(
  'on scrambled page %i the halves of a joined sentence stand in one story, whatever moved before',
  (seed) => {
    const { matching, drafts } = readDesk(scramblePage(seed, readArticles()).raw);
    const ownerOf = new Map(drafts.flatMap((draft) => draft.units.map((unit) => [unit.index, draft] as const)));
    expect(matching.seams.length).toBeGreaterThan(5);
    expect(matching.seams.filter(({ head, tail }) => ownerOf.get(head) !== ownerOf.get(tail))).toEqual([]);
  },
);
