import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { OpenPdf } from './open-pdf.ts';
import styles from './pdf-page.module.css';

interface PdfPageProps {
  readonly pdf: OpenPdf;
  readonly page: number;
  readonly label: string;
  /** This page is one that cannot be drawn. */
  readonly onFail: () => void;
  /** What stands there until the page is drawn. */
  readonly children: ReactNode;
}

/** While its width changes under a hand a page is stretched, not drawn again. */
const SETTLES_MILLISECONDS = 120;

/** A page of a PDF, drawn as wide as it is shown. */
export function PdfPage({ pdf, page, label, onFail, children }: PdfPageProps) {
  const holder = useRef<HTMLSpanElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  const [width, setWidth] = useState(0);
  const [ratio, setRatio] = useState(devicePixelRatio);

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = () => {
      setWidth(Math.round(element.clientWidth));
      setRatio(devicePixelRatio);
    };
    take();
    const size = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(take, SETTLES_MILLISECONDS);
    });
    size.observe(element);
    return () => {
      size.disconnect();
      clearTimeout(timer);
    };
  }, []);

  useEffect(() => {
    const element = holder.current;
    if (!element || width === 0) return;
    const wanted = new AbortController();
    pdf.draw(page, Math.round(width * ratio), wanted.signal).then(
      (canvas) => {
        if (wanted.signal.aborted) return;
        element.replaceChildren(canvas);
        setDrawn(true);
      },
      () => !wanted.signal.aborted && onFail(),
    );
    return () => wanted.abort();
  }, [pdf, page, width, ratio, onFail]);

  return (
    <>
      {!isDrawn && children}
      <span ref={holder} role="img" aria-label={label} className={styles.holder} data-drawn={isDrawn || undefined} />
    </>
  );
}
