import { host } from '../api/index.ts';
import { formatRoute, type Route } from './route.ts';

/**
 * Another window on the same archive. A browser opens it itself and hands it the session of this one, which is why it
 * keeps its opener; in Electron pages open nothing, and the shell is asked.
 */
export function openWindow(route: Route): void {
  const fragment = formatRoute(route);
  if (location.protocol.startsWith('http')) window.open(`${location.pathname}${fragment}`, '_blank', 'popup');
  else void host.window.open({ fragment });
}
