import { archiveQueries, queryClient } from '../../api/index.ts';
import type { Route } from '../../app/route.ts';
import { listQuery } from './filter.ts';
import { pageOptions } from './use-articles.ts';

/** Asks for what the first picture of the window needs, before anything is drawn. */
export function prefetchLibrary(route: Route): void {
  const { articles, tags, archive } = archiveQueries;
  void queryClient.prefetchQuery(articles.places.queryOptions());
  void queryClient.prefetchQuery(tags.list.queryOptions());
  void queryClient.prefetchQuery(archive.info.queryOptions());
  if (route.screen !== 'library' || route.place.at === 'search') return;
  void queryClient.prefetchQuery(pageOptions(listQuery(route), 0));
  if (route.article) void queryClient.prefetchQuery(articles.get.queryOptions({ input: { id: route.article } }));
}
