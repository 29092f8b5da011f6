import { useEffect, useState } from 'react';
import type { PagePositions } from '#contract/positions.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';

export interface PdfState {
  /** Null until it is open, where there is none, and when it is lost. */
  readonly pdf: OpenPdf | null;
  /** It cannot be drawn, or took too long. */
  readonly isLost: boolean;
}

const NOTHING: PdfState = { pdf: null, isLost: false };

/** The PDF that the pages of a source are drawn from, open as long as they are on the screen. */
export function usePdf({ source, pdf: facts }: Pick<PagePositions, 'source' | 'pdf'>): PdfState {
  const [state, setState] = useState(NOTHING);
  const bytes = facts?.bytes;
  useEffect(() => {
    if (bytes === undefined) return;
    let isOver = false;
    let opened: OpenPdf | undefined;
    const lose = () => !isOver && setState({ pdf: null, isLost: true });
    openPdf(source, bytes, lose).then((pdf) => {
      opened = pdf;
      if (isOver) pdf.close();
      else setState({ pdf, isLost: false });
    }, lose);
    return () => {
      isOver = true;
      opened?.close();
      setState(NOTHING);
    };
  }, [source, bytes]);
  return state;
}
