import { useQuery } from '@tanstack/react-query';
import { EyeOff } from 'lucide-react';
import type { AnnotationId } from '#contract/ids.ts';
import { archiveQueries } from '../../api/index.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { formatDay } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { Button, TagChip } from '../../ui/index.ts';
import { LinkedFrom, useMeanings, Waiting } from '../annotations/index.ts';
import { NoteText } from '../note-text/index.ts';
import styles from './panel.module.css';
import { Origin } from './panel-row.tsx';

interface PanelDetailProps {
  readonly id: AnnotationId;
  readonly onOpen: () => void;
  readonly onOnlyArticle: (() => void) | undefined;
  readonly onTag: (path: string) => void;
}

/** One highlight in full: the whole quote, the whole note, where it stands. */
export function PanelDetail({ id, onOpen, onOnlyArticle, onTag }: PanelDetailProps) {
  const { t } = useTranslation('panel');
  const { titleOf } = useMeanings();
  const { shownLanguage } = useAppearance();
  const { data: annotation } = useQuery(
    archiveQueries.annotations.get.queryOptions({
      input: { id },
      // One that was just removed is asked for again before the list knows.
      throwOnError: false,
      retry: false,
    }),
  );
  if (!annotation) return null;
  const { kind, colour, state, quote, note, tags, confidential, articleTitle, createdAt } = annotation;
  return (
    <article className={styles.detail} data-colour={kind === 'bookmark' ? 'bookmark' : colour}>
      <p className={styles.rowHead}>
        <span className={styles.meaning}>{titleOf(annotation)}</span>
        {confidential && (
          <span className={styles.confidential}>
            <EyeOff size={13} strokeWidth={1.8} aria-hidden />
            {t('confidential')}
          </span>
        )}
        {state !== 'exact' && <span className={styles.state}>{t(`states.${state}`)}</span>}
        <span className={styles.when}>{t('made', { day: formatDay(createdAt, Date.now(), shownLanguage) })}</span>
      </p>
      <blockquote className={styles.wholeQuote} lang={textLanguage(quote.exact)} dir="auto">
        {quote.exact}
      </blockquote>
      <div className={styles.wholeNote} dir="auto">
        {note ? <NoteText note={note} /> : <span className={styles.noNote}>{t('noNote')}</span>}
      </div>
      <Waiting annotation={annotation} />
      {tags.length > 0 && (
        <p className={styles.tags}>
          {tags.map((tag) => (
            <TagChip key={tag} path={tag} onOpen={() => onTag(tag)} />
          ))}
        </p>
      )}
      <LinkedFrom annotation={annotation} />
      <h2 className={styles.source} lang={textLanguage(articleTitle)}>
        {articleTitle || t('untitled')}
      </h2>
      <p className={styles.paper}>
        <Origin annotation={annotation} />
      </p>
      <p className={styles.ways}>
        <Button onPress={onOpen}>{t('inArticle')}</Button>
        {onOnlyArticle && (
          <Button look="quiet" onPress={onOnlyArticle}>
            {t('onlyArticle')}
          </Button>
        )}
      </p>
    </article>
  );
}
