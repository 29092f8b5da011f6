export { EmptyArchive } from './empty-archive.tsx';
export { ListPane } from './list-pane.tsx';
export { PlacesPane } from './places-pane.tsx';
export { prefetchLibrary } from './prefetch.ts';
