export type { OpenPdf } from './open-pdf.ts';
export { PdfPage } from './pdf-page.tsx';
export { usePdf } from './use-pdf.ts';
