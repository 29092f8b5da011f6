export { HoldingsPane } from './holdings-pane.tsx';
