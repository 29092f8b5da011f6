import type { ArticleSort, ReadingState } from '#contract/articles.ts';
import type { PageState } from '#contract/desk.ts';
import type { AnnotationId, ArticleId, SourceId } from '#contract/ids.ts';
import { isId } from './is-id.ts';
import { formatNotes, type NotesRoute, parseNotes } from './notes-route.ts';

/** What the list shows. */
export type Place =
  | { readonly at: 'all' | ReadingState | 'highlighted' | 'trash' }
  | { readonly at: 'paper'; readonly name: string }
  | { readonly at: 'tag'; readonly path: string }
  | { readonly at: 'source'; readonly source: SourceId }
  /** What has exactly this date, of one paper or of none; all its pages, or one. */
  | {
      readonly at: 'issue';
      readonly paper: string | null;
      readonly from: string;
      readonly to: string;
      readonly page?: string;
    }
  | { readonly at: 'search'; readonly text: string };

export interface LibraryRoute {
  readonly screen: 'library';
  readonly place: Place;
  readonly sort?: ArticleSort;
  readonly only?: 'unread' | 'highlighted';
  readonly article?: ArticleId;
  /** The search hit or the highlight to show first. */
  readonly hit?: number;
  readonly note?: AnnotationId;
  /** A second article beside the open one. */
  readonly beside?: ArticleId;
  /** What the holdings calendar shows, where a person chose it. */
  readonly calendar?: { readonly paper: string | null; readonly year: number };
}

/** The queue of pages, and the row that was open last. */
export interface QueueRoute {
  readonly screen: 'queue';
  readonly state?: PageState;
  readonly doubts?: 'none' | 'some';
  readonly row?: number;
  /** What would be accepted without a look is shown first. */
  readonly sample?: true;
}

/** Stories that go on on another page, and the one that is looked at. */
export interface JumpsRoute {
  readonly screen: 'jumps';
  readonly row?: number;
}

/** Where the window is: all of it stands in the address, so back, forward and a reload come to the same place. */
export type Route =
  | LibraryRoute
  | { readonly screen: 'desk'; readonly source: SourceId }
  | QueueRoute
  | JumpsRoute
  | NotesRoute
  | { readonly screen: 'settings' };

export const HOME: LibraryRoute = { screen: 'library', place: { at: 'all' } };

const SORTS: readonly ArticleSort[] = ['imported', 'date', 'title', 'publication'];

const STATES: readonly PageState[] = ['raw', 'failed', 'separated', 'open', 'accepted'];

/** Any fragment to a route; what makes no sense is the library. */
export function parseRoute(fragment: string): Route {
  const [path = '', query = ''] = fragment.replace(/^#?\/?/, '').split('?', 2);
  const [first, ...rest] = path.split('/').map(decode);
  const parameters = new URLSearchParams(query);
  if (first === 'settings') return { screen: 'settings' };
  if (first === 'queue') return parseQueue(parameters);
  if (first === 'notes') return parseNotes(parameters);
  if (first === 'jumps') return { screen: 'jumps', ...rowOf(parameters) };
  if (first === 'desk' && isId(rest[0])) return { screen: 'desk', source: rest[0] as SourceId };

  const article = first === 'article' ? rest[0] : parameters.get('article');
  const note = parameters.get('note');
  const beside = parameters.get('beside');
  const hit = Number(parameters.get('hit') ?? Number.NaN);
  const sort = SORTS.find((name) => name === parameters.get('sort'));
  const only = (['unread', 'highlighted'] as const).find((name) => name === parameters.get('only'));
  return {
    screen: 'library',
    place: parsePlace(first, rest, parameters),
    ...(sort ? { sort } : {}),
    ...(only ? { only } : {}),
    ...(isId(article) ? { article: article as ArticleId } : {}),
    ...(Number.isSafeInteger(hit) && hit >= 0 ? { hit } : {}),
    ...(isId(note) ? { note: note as AnnotationId } : {}),
    ...(isId(beside) ? { beside: beside as ArticleId } : {}),
    ...parseCalendar(parameters),
  };
}

function parseCalendar(parameters: URLSearchParams): Pick<LibraryRoute, 'calendar'> {
  const year = parameters.get('year');
  return year && /^\d{1,4}$/.test(year) ? { calendar: { paper: parameters.get('of'), year: Number(year) } } : {};
}

function parseQueue(parameters: URLSearchParams): QueueRoute {
  const state = STATES.find((name) => name === parameters.get('state'));
  const doubts = (['none', 'some'] as const).find((name) => name === parameters.get('doubts'));
  return {
    screen: 'queue',
    ...(state ? { state } : {}),
    ...(doubts ? { doubts } : {}),
    ...rowOf(parameters),
    ...(parameters.has('sample') ? { sample: true } : {}),
  };
}

function rowOf(parameters: URLSearchParams): { readonly row?: number } {
  const row = Number(parameters.get('row') ?? Number.NaN);
  return Number.isSafeInteger(row) && row >= 0 ? { row } : {};
}

function parsePlace(first: string | undefined, rest: readonly string[], parameters: URLSearchParams): Place {
  const value = rest.join('/');
  switch (first) {
    case 'unread':
    case 'reading':
    case 'read':
    case 'archived':
    case 'highlighted':
    case 'trash':
      return { at: first };
    case 'paper':
      return value ? { at: 'paper', name: value } : { at: 'all' };
    case 'tag':
      return value ? { at: 'tag', path: value } : { at: 'all' };
    case 'source':
      return isId(value) ? { at: 'source', source: value as SourceId } : { at: 'all' };
    case 'issue':
      return parseIssue(rest) ?? { at: 'all' };
    case 'search':
      return { at: 'search', text: parameters.get('q') ?? '' };
    default:
      return { at: 'all' };
  }
}

/** A day or the first and the last one, a page or `-` for all, and the name of the paper where there is one. */
const DAYS = /^(\d{4}-\d{2}-\d{2})(?:_(\d{4}-\d{2}-\d{2}))?$/;
const ALL_PAGES = '-';

function parseIssue([days = '', page, ...name]: readonly string[]): Place | undefined {
  const [, from, to] = DAYS.exec(days) ?? [];
  if (!from) return undefined;
  const paper = name.join('/') || null;
  return { at: 'issue', paper, from, to: to ?? from, ...(page && page !== ALL_PAGES ? { page } : {}) };
}

export function formatRoute(route: Route): string {
  if (route.screen === 'settings') return '#/settings';
  if (route.screen === 'desk') return `#/desk/${route.source}`;
  if (route.screen === 'jumps') return route.row === undefined ? '#/jumps' : `#/jumps?row=${route.row}`;
  if (route.screen === 'notes') return formatNotes(route);
  const parameters = new URLSearchParams();
  if (route.screen === 'queue') {
    const { state, doubts, row, sample } = route;
    if (state) parameters.set('state', state);
    if (doubts) parameters.set('doubts', doubts);
    if (row !== undefined) parameters.set('row', String(row));
    if (sample) parameters.set('sample', '');
    return parameters.size > 0 ? `#/queue?${parameters}` : '#/queue';
  }
  const { place, sort, only, article, hit, note, beside, calendar } = route;
  if (place.at === 'search') parameters.set('q', place.text);
  if (sort) parameters.set('sort', sort);
  if (only) parameters.set('only', only);
  if (article) parameters.set('article', article);
  if (hit !== undefined) parameters.set('hit', String(hit));
  if (note) parameters.set('note', note);
  if (beside) parameters.set('beside', beside);
  if (calendar) parameters.set('year', String(calendar.year));
  if (calendar?.paper) parameters.set('of', calendar.paper);
  const query = parameters.size > 0 ? `?${parameters}` : '';
  return `#/${formatPlace(place)}${query}`;
}

function formatPlace(place: Place): string {
  switch (place.at) {
    case 'paper':
      return `paper/${encodeURIComponent(place.name)}`;
    case 'tag':
      return `tag/${place.path.split('/').map(encodeURIComponent).join('/')}`;
    case 'source':
      return `source/${place.source}`;
    case 'issue': {
      const { paper, from, to, page = ALL_PAGES } = place;
      const days = from === to ? from : `${from}_${to}`;
      return ['issue', days, page, ...(paper === null ? [] : [paper])].map(encodeURIComponent).join('/');
    }
    default:
      return place.at;
  }
}

/** One text for one place: compares places, keys lists. */
export function placeKey(place: Place): string {
  return place.at === 'search' ? `search ${place.text}` : formatPlace(place);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
