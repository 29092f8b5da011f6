export { TermListDialog } from './term-list-dialog.tsx';
