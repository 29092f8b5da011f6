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
/** Pages this far outside the frame are drawn before they come into it, and let go of behind it. */
const NEAR = '60%';

/** A page of a PDF as wide as it is shown, drawn while it is in the frame or near it. */
export function PdfPage({ pdf, page, label, onFail, children }: PdfPageProps) {
  const holder = useRef<HTMLSpanElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  const [isNear, setNear] = useState(false);
  const [width, setWidth] = useState(0);
  const [ratio, setRatio] = useState(devicePixelRatio);

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const sight = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      scrollMargin: NEAR,
    } as IntersectionObserverInit);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const size = new ResizeObserver(([entry]) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        setWidth(Math.round(entry?.contentRect.width ?? 0));
        setRatio(devicePixelRatio);
      }, SETTLES_MILLISECONDS);
    });
    sight.observe(element);
    size.observe(element);
    return () => {
      sight.disconnect();
      size.disconnect();
      clearTimeout(timer);
    };
  }, []);

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    if (!isNear) {
      element.replaceChildren();
      setDrawn(false);
      return;
    }
    if (width === 0) return;
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
  }, [pdf, page, width, ratio, isNear, onFail]);

  return (
    <>
      {!isDrawn && children}
      <span ref={holder} role="img" aria-label={label} className={styles.holder} data-drawn={isDrawn || undefined} />
    </>
  );
}
