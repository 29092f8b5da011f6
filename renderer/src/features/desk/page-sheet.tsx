import { type PointerEventHandler, type ReactNode, useRef } from 'react';
import styles from './page-image.module.css';
import { PagePicture } from './page-picture.tsx';
import { Regions } from './regions.tsx';
import { useNear } from './use-near.ts';

type PageSheetProps = Parameters<typeof PagePicture>[0] &
  Omit<Parameters<typeof Regions>[0], 'isWhole'> & {
    /** Of the width of the frame. */
    readonly share: number;
    /** It is one of so many. */
    readonly pages: number;
    readonly isDrawn: boolean;
    readonly onPointerDown: PointerEventHandler;
    readonly onPointerMove: PointerEventHandler;
    readonly onPointerUp: PointerEventHandler;
    readonly onPointerCancel: PointerEventHandler;
    readonly children: ReactNode;
  };

/** One page with its regions. Far from the view it is bare paper that knows where each block begins. */
export function PageSheet(props: PageSheetProps) {
  const { source, page, number, text, pdf, onFail, regions, lit, chosen, ranges, cursor } = props;
  const { share, pages, isDrawn, onPointerDown, onPointerMove, onPointerUp, onPointerCancel, children } = props;
  const sheet = useRef<HTMLDivElement>(null);
  const isNear = useNear(sheet, pages < 3);
  return (
    <div
      ref={sheet}
      className={styles.page}
      style={{ inlineSize: `${share * 100}%`, aspectRatio: `${page.width} / ${page.height}` }}
      data-many={pages > 4 || undefined}
      data-drawing={isDrawn || undefined}
      {...{ onPointerDown, onPointerMove, onPointerUp, onPointerCancel }}
    >
      {isNear && <PagePicture {...{ source, page, number, text, pdf, onFail }} />}
      <Regions {...{ regions, page, number, text, lit, chosen, ranges, cursor }} isWhole={isNear} />
      {children}
    </div>
  );
}
