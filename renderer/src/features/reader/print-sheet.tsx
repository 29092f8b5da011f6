import { memo, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { Annotation } from '#contract/annotations.ts';
import type { Article } from '#contract/articles.ts';
import { host } from '../../api/index.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { failureText } from '../../app/failure-text.ts';
import { formatEdtf } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import { notify } from '../../ui/index.ts';
import { useAnnotations, useMeanings } from '../annotations/index.ts';
import { ArticleText } from './article-text.tsx';
import { MarkedText } from './marked-text.tsx';
import { numberedNotes, printedMarks } from './print-runs.ts';
import styles from './print-sheet.module.css';
import { readingDirection } from './reading-type.ts';

interface PrintSheetProps {
  readonly article: Article;
}

/** The system's dialog: Electron's window has none of its own. */
export function printArticle(): void {
  if (location.protocol.startsWith('http')) window.print();
  else void host.print();
}

/** The same sheet as a file. Only the shell can write one: a browser does it in its own dialog of printing. */
export async function saveArticlePdf(title: string, said: string): Promise<void> {
  if (location.protocol.startsWith('http')) {
    window.print();
    return;
  }
  try {
    window.dispatchEvent(new Event('beforeprint'));
    const { saved } = await host.savePdf({ title });
    if (saved) notify({ text: said });
  } catch (error) {
    notify({ text: failureText(error), isFailure: true });
  } finally {
    window.dispatchEvent(new Event('afterprint'));
  }
}

/** What paper shows: the article alone, black on white, its notes numbered below it. In the page only while it is printed. */
export const PrintSheet = memo(function PrintSheet({ article }: PrintSheetProps) {
  const annotations = useAnnotations(article.id);
  const isPrinting = usePrinting();
  return isPrinting && createPortal(<Sheet article={article} marks={printedMarks(annotations)} />, document.body);
});

/** The browser takes its picture as soon as its listeners have returned. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

function Sheet({ article, marks }: PrintSheetProps & { readonly marks: readonly Annotation[] }) {
  const { t } = useTranslation('reader');
  const { shownLanguage, face, direction } = useAppearance();
  const set = readingDirection(direction, article);
  const numbered = numberedNotes(marks);
  const { publication, date, page, section, byline, blocks, body, source, url } = article;
  const origin = [
    blocks.some((block) => block.role === 'byline') ? null : byline,
    publication,
    date && `${formatEdtf(date.edtf, shownLanguage)}${date.inferred ? t('meta.inferred') : ''}`,
    page && t('meta.page', { page }),
    section,
  ].filter((part) => part);
  return (
    <div className={styles.sheet} data-print="" data-face={face} data-direction={set}>
      <ArticleText
        article={article}
        untitled={t('untitled')}
        underHead={origin.length > 0 && <p className={styles.origin}>{origin.join(' · ')}</p>}
        contents={(block) => (
          <MarkedText block={block} body={body} marks={marks} numbered={numbered} isVertical={set === 'vertical'} />
        )}
      />
      {numbered.length > 0 && <Notes numbered={numbered} />}
      <p className={styles.source} lang={shownLanguage}>
        {[`${t('foot.source')} ${source}`, url].filter((part) => part).join(' · ')}
      </p>
    </div>
  );
}

function Notes({ numbered }: { readonly numbered: readonly Annotation[] }) {
  const { t } = useTranslation('reader');
  const { titleOf } = useMeanings();
  return (
    <section className={styles.notes}>
      <h2 className={styles.notesTitle}>{t('print.notes')}</h2>
      <ol>
        {numbered.map((mark, index) => (
          <li key={mark.id} className={styles.note}>
            <span className={styles.noteNumber}>{index + 1}</span>
            <p dir="auto">
              <span className={styles.meaning}>{titleOf(mark)}</span>
              {mark.state === 'orphan' && <q>{mark.quote.exact}</q>} {mark.note}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
