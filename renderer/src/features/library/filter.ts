import type { ArticleFilter, ArticleSort, ReadingState } from '#contract/articles.ts';
import type { LibraryRoute } from '../../app/route.ts';

export interface ListQuery {
  readonly filter: ArticleFilter;
  readonly sort: ArticleSort;
}

/** What the archive is asked for a place and the choices above the list. */
export function listQuery({
  place,
  sort = 'imported',
  only,
}: Pick<LibraryRoute, 'place' | 'sort' | 'only'>): ListQuery {
  const filter: ArticleFilter = {
    ...(place.at === 'paper' ? { publication: place.name } : {}),
    ...(place.at === 'issue' ? { publication: place.paper, days: { from: place.from, to: place.to } } : {}),
    ...(place.at === 'issue' && place.page !== undefined ? { page: place.page } : {}),
    ...(place.at === 'tag' ? { tag: place.path } : {}),
    ...(place.at === 'source' ? { source: place.source } : {}),
    ...(place.at === 'trash' ? { trash: true } : {}),
    ...(isReadingState(place.at) ? { readingState: place.at } : only === 'unread' ? { readingState: only } : {}),
    ...(place.at === 'highlighted' || only === 'highlighted' ? { hasHighlight: true } : {}),
  };
  return { filter, sort };
}

const STATES: readonly string[] = ['unread', 'reading', 'read', 'archived'] satisfies readonly ReadingState[];

function isReadingState(at: string): at is ReadingState {
  return STATES.includes(at);
}
