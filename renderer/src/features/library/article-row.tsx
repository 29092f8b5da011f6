import { Highlighter } from 'lucide-react';
import { memo } from 'react';
import type { ArticleSummary } from '#contract/articles.ts';
import type { ArticleId } from '#contract/ids.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { formatDay, formatEdtf } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import styles from './article-row.module.css';

/** Height of a row: two lines of title and one of text, or one and two, then where it comes from. */
export const ROW_SIZE = 116;

interface ArticleRowProps {
  /** Undefined while its page is on the way. */
  readonly article: ArticleSummary | undefined;
  readonly onPoint: (id: ArticleId) => void;
}

/** Drawn again only when its article changes: a list has many of them. */
export const ArticleRow = memo(function ArticleRow({ article, onPoint }: ArticleRowProps) {
  const { t } = useTranslation('library');
  const { shownLanguage } = useAppearance();
  if (!article) return <div className={styles.row} data-waiting />;
  const isUnread = article.readingState === 'unread';
  const when = article.date
    ? formatEdtf(article.date.edtf, shownLanguage)
    : formatDay(article.importedAt, Date.now(), shownLanguage);
  return (
    <div className={styles.row} data-unread={isUnread || undefined} onPointerEnter={() => onPoint(article.id)}>
      <div className={styles.words} lang={textLanguage(article.title + article.excerpt)}>
        <div className={styles.title} data-untitled={article.title === '' || undefined} dir="auto">
          {isUnread && <span className={styles.dot} role="img" aria-label={t('row.unread')} />}
          {article.title || firstWords(article.excerpt) || t('row.untitled')}
        </div>
        <div className={styles.excerpt} dir="auto">
          <span>{article.excerpt}</span>
        </div>
      </div>
      <div className={styles.foot}>
        <span className={styles.origin}>{article.publication ?? article.source}</span>
        <span className={styles.when}>{when}</span>
        {article.page && <span className={styles.when}>{t('row.page', { page: article.page })}</span>}
        {article.desk === 'raw' && <span className={styles.raw}>{t('row.raw')}</span>}
        <span className={styles.rest} />
        {article.tags.slice(0, 3).map((tag) => (
          <span key={tag.id} className={styles.tag}>
            {tag.path.slice(tag.path.lastIndexOf('/') + 1)}
          </span>
        ))}
        {article.highlights > 0 && (
          <span className={styles.marks} role="img" aria-label={t('row.highlights', { count: article.highlights })}>
            <Highlighter size={13} strokeWidth={1.6} aria-hidden />
            {article.highlights}
          </span>
        )}
      </div>
    </div>
  );
});

/** Stands in for a missing title, set in another style so that nobody takes it for one. */
function firstWords(excerpt: string): string {
  const words = [...excerpt].slice(0, 24).join('').trim();
  return words && `${words}…`;
}
