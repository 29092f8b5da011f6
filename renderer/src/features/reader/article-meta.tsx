import type { Article } from '#contract/articles.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { formatRoute } from '../../app/route.ts';
import { formatEdtf } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './article-meta.module.css';

interface ArticleMetaProps {
  readonly article: Article;
}

/** Where and when it was printed, in small type under the head. */
export function ArticleMeta({ article }: ArticleMetaProps) {
  const { t, i18n } = useTranslation('reader');
  const { shownLanguage } = useAppearance();
  const { publication, date, page, section, characters, url, byline, blocks } = article;
  const isBylineDrawn = blocks.some((block) => block.role === 'byline');
  return (
    <p className={styles.meta} lang={shownLanguage}>
      {!isBylineDrawn && byline && <span>{byline}</span>}
      {publication && (
        <a href={formatRoute({ screen: 'library', place: { at: 'paper', name: publication } })}>{publication}</a>
      )}
      {date && (
        <time dateTime={date.edtf} title={date.printed ?? undefined}>
          {formatEdtf(date.edtf, shownLanguage)}
          {date.inferred && <span className={styles.inferred}> {t('meta.inferred')}</span>}
        </time>
      )}
      {page && <span>{t('meta.page', { page })}</span>}
      {section && <span>{section}</span>}
      {url && <span className={styles.url}>{hostOf(url)}</span>}
      <span>{t('meta.characters', { count: characters, number: characters.toLocaleString(i18n.language) })}</span>
    </p>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
