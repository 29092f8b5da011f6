import type { SourceId } from '#contract/ids.ts';
import type { PositionPage } from '#contract/positions.ts';
import { useTranslation } from '../../strings/index.ts';
import { type OpenPdf, PdfPage } from '../pdf/index.ts';
import { DrawnPage } from './drawn-page.tsx';
import styles from './page-image.module.css';
import { usePagePicture } from './use-page-picture.ts';

interface PagePictureProps {
  readonly source: SourceId;
  readonly page: PositionPage;
  readonly number: number;
  readonly text: string;
  /** What the page is drawn from. */
  readonly pdf: OpenPdf | null;
  /** The PDF does not give this page. */
  readonly onFail: () => void;
}

/** What a page looks like: its picture, what its PDF draws, or its lines where they are printed. */
export function PagePicture({ source, page, number, text, pdf, onFail }: PagePictureProps) {
  const { t } = useTranslation('desk');
  const address = usePagePicture(source, number, page.image);
  const label = t('page.picture', { number: number + 1 });
  const lines = <DrawnPage page={page} text={text} />;
  if (address) return <img className={styles.picture} src={address} alt={label} draggable={false} />;
  if (!pdf) return lines;
  return (
    <PdfPage pdf={pdf} page={number} label={label} onFail={onFail}>
      {lines}
    </PdfPage>
  );
}
