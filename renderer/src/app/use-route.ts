import { useMemo, useSyncExternalStore } from 'react';
import { formatRoute, type LibraryRoute, type Place, parseRoute, placeKey, type Route } from './route.ts';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function useRoute(): Route {
  const fragment = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => keepPlace(parseRoute(fragment)), [fragment]);
}

let lastPlace: Place | undefined;

/** The same place is the same object: going from one article to the next changes nothing for whoever shows the place. */
function keepPlace(route: Route): Route {
  if (route.screen !== 'library') return route;
  if (lastPlace && placeKey(lastPlace) === placeKey(route.place)) return { ...route, place: lastPlace };
  lastPlace = route.place;
  return route;
}

export function currentRoute(): Route {
  return parseRoute(location.hash);
}

/** What stands beside the open article stays there while one looks for another. */
export function keptBeside(): Pick<LibraryRoute, 'beside'> {
  const route = currentRoute();
  return route.screen === 'library' && route.beside ? { beside: route.beside } : {};
}

/** `replace` where going back should not come here again: stepping through a list, a query while it is typed. */
export function go(route: Route, how: 'push' | 'replace' = 'push'): void {
  const address = formatRoute(route);
  if (address === location.hash) return;
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  // Said at once: the browser's own event would come a turn later, and the article with it.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
