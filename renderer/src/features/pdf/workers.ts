import painter from 'pdfjs-dist/build/pdf.renderer.min.mjs?url';
import parser from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** The two programs that may run in a thread of this window, by their addresses among its own files. */
export const PDF_WORKERS = { parser, painter } as const;
