import { expect, test } from 'vitest';
import { listQuery } from '../../../renderer/src/features/library/filter.ts';

test('a place and the choices above the list ask the archive for one thing', () => {
  expect([
    listQuery({ place: { at: 'all' } }),
    listQuery({ place: { at: 'paper', name: '晚报' }, only: 'unread', sort: 'date' }),
    listQuery({ place: { at: 'tag', path: '就业' }, only: 'highlighted' }),
    listQuery({ place: { at: 'trash' } }),
    listQuery({ place: { at: 'archived' }, only: 'unread' }),
    listQuery({ place: { at: 'issue', paper: null, from: '2024-03-18', to: '2024-03-18', page: 'A4' } }),
  ]).toEqual([
    { filter: {}, sort: 'imported' },
    { filter: { publication: '晚报', readingState: 'unread' }, sort: 'date' },
    { filter: { tag: '就业', hasHighlight: true }, sort: 'imported' },
    { filter: { trash: true }, sort: 'imported' },
    { filter: { readingState: 'archived' }, sort: 'imported' },
    {
      filter: { publication: null, days: { from: '2024-03-18', to: '2024-03-18' }, page: 'A4' },
      sort: 'imported',
    },
  ]);
});
