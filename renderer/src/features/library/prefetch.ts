import { archiveQueries, queryClient } from '../../api/index.ts';
import type { Route } from '../../app/route.ts';
import { listQuery } from './filter.ts';
import { pageOptions } from './use-articles.ts';

/** Asks for what the first picture of the window needs, before anything is drawn. Settles when all of it is there, or failed. */
export async function prefetchLibrary(route: Route): Promise<void> {
  const { articles, tags, archive } = archiveQueries;
  const asked: Promise<void>[] = [];
  if (route.screen === 'library' && route.place.at !== 'search') {
    // The list first: the service answers one after the other, and its counts take longer than the rows.
    asked.push(queryClient.prefetchQuery(pageOptions(listQuery(route), 0)));
    if (route.article) {
      asked.push(queryClient.prefetchQuery(articles.get.queryOptions({ input: { id: route.article } })));
    }
  }
  asked.push(
    queryClient.prefetchQuery(archive.info.queryOptions()),
    queryClient.prefetchQuery(tags.list.queryOptions()),
    queryClient.prefetchQuery(articles.places.queryOptions()),
  );
  await Promise.all(asked);
}
