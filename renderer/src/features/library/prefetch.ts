import { archiveQueries, queryClient } from '../../api/index.ts';
import type { Route } from '../../app/route.ts';
import { listQuery } from './filter.ts';
import { pageOptions } from './use-articles.ts';

/** Asks for what the first picture of the window needs, before anything is drawn. */
export function prefetchLibrary(route: Route): void {
  const { articles, tags, archive } = archiveQueries;
  if (route.screen === 'library' && route.place.at !== 'search') {
    // The list first: the service answers one after the other, and its counts take longer than the rows.
    void queryClient.prefetchQuery(pageOptions(listQuery(route), 0));
    if (route.article) void queryClient.prefetchQuery(articles.get.queryOptions({ input: { id: route.article } }));
  }
  void queryClient.prefetchQuery(archive.info.queryOptions());
  void queryClient.prefetchQuery(tags.list.queryOptions());
  void queryClient.prefetchQuery(articles.places.queryOptions());
}
