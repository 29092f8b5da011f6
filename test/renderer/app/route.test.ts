import { expect, test } from 'vitest';
import type { AnnotationId, ArticleId, SourceId } from '#contract/ids.ts';
import { changeNotes, type NotesRoute } from '../../../renderer/src/app/notes-route.ts';
import { formatRoute, HOME, parseRoute, type Route } from '../../../renderer/src/app/route.ts';

const article = '01957c34-0000-7000-8000-0000000000a1' as ArticleId;
const note = '01957c34-0000-7000-8000-0000000000b2' as AnnotationId;
const source = '01957c34-0000-7000-8000-0000000000c3' as SourceId;

const routes: Route[] = [
  HOME,
  { screen: 'settings' },
  { screen: 'desk', source },
  { screen: 'queue' },
  { screen: 'jumps' },
  { screen: 'jumps', row: 12 },
  { screen: 'notes' },
  {
    screen: 'notes',
    colour: 'question',
    state: 'changed',
    tag: '核查/待核 & 急',
    article,
    text: '同比 50%',
    from: '2024-03-18',
    until: '2024-04-01',
    sort: 'printed',
    note,
  },
  { screen: 'queue', state: 'separated', doubts: 'none', row: 431, sample: true },
  { screen: 'library', place: { at: 'trash' }, sort: 'title', only: 'highlighted', article },
  { screen: 'library', place: { at: 'paper', name: '晚报/周末 100%?' }, article, note },
  { screen: 'library', place: { at: 'archived' }, article },
  { screen: 'library', place: { at: 'tag', path: '就业/城镇新增' } },
  { screen: 'library', place: { at: 'source', source } },
  { screen: 'library', place: { at: 'all' }, article, beside: '01957c34-0000-7000-8000-0000000000d4' as ArticleId },
  {
    screen: 'library',
    place: { at: 'issue', paper: '晚报/周末 100%?', from: '2024-03-18', to: '2024-03-18' },
    article,
  },
  { screen: 'library', place: { at: 'issue', paper: null, from: '2024-03-01', to: '2024-03-31', page: 'A4' } },
  { screen: 'library', place: { at: 'all' }, calendar: { paper: '江城日报', year: 1998 } },
  { screen: 'library', place: { at: 'all' }, calendar: { paper: null, year: 33 } },
  { screen: 'library', place: { at: 'search', text: '"增长 & 就业" -#2.3亿 tag:民生/教育' }, article, hit: 3 },
];

test('every route comes back from its address as it was', () => {
  expect(routes.map((route) => parseRoute(formatRoute(route)))).toEqual(routes);
});

test('an address that makes no sense is the whole library', () => {
  const addresses = [
    '',
    '#',
    '#/nonsense',
    '#/desk/not-an-id',
    '#/paper/',
    '#/issue/yesterday/-',
    '#/all?year=MMXXIV',
    '#/all?article=7&hit=-1',
    '#/%E0%A4%A',
  ];
  expect(addresses.map(parseRoute)).toEqual(addresses.map(() => HOME));
});

test('what makes no sense in the address of the highlights is left out', () => {
  const address = '#/notes?colour=green&state=lost&from=yesterday&until=2024-3-1&sort=size&note=7&article=&q=&tag=';
  expect(parseRoute(address)).toEqual({ screen: 'notes' });
});

test('a part of the address of the highlights is changed or taken away, and the rest stays', () => {
  const route: NotesRoute = { screen: 'notes', colour: 'fact', text: '雨', note };
  expect(changeNotes(route, { colour: 'quote', note: undefined })).toEqual({
    screen: 'notes',
    colour: 'quote',
    text: '雨',
  });
});

test('an address from outside names an article alone', () => {
  expect(parseRoute(`#/article/${article}`)).toEqual({ screen: 'library', place: { at: 'all' }, article });
});
