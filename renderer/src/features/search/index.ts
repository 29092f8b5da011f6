export { SearchBox } from './search-box.tsx';
export { SearchPane } from './search-pane.tsx';
