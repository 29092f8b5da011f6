export { copyText } from './copy-text.ts';
export { ExportDialog } from './export-dialog.tsx';
