import { memo } from 'react';
import type { Article } from '#contract/articles.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { formatRoute } from '../../app/route.ts';
import { formatDay } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './article-foot.module.css';

interface ArticleFootProps {
  readonly article: Article;
}

/** The end mark, and the file that every character above came from. */
export const ArticleFoot = memo(function ArticleFoot({ article }: ArticleFootProps) {
  const { t } = useTranslation('reader');
  const { shownLanguage } = useAppearance();
  const { source, sourceId, sourceSha256, importedAt, desk, parts } = article;
  return (
    <footer className={styles.foot}>
      <span className={styles.end} aria-hidden />
      <dl className={styles.facts}>
        <div>
          <dt>{t('foot.source')}</dt>
          <dd className={styles.name}>{[source, ...parts.map((part) => part.sourceName)].join(' · ')}</dd>
        </div>
        <div>
          <dt>{t('foot.imported')}</dt>
          <dd>{formatDay(importedAt, Date.now(), shownLanguage)}</dd>
        </div>
        <div>
          <dt>SHA-256</dt>
          <dd className={styles.hash} title={sourceSha256}>
            {sourceSha256.slice(0, 16)}…
          </dd>
        </div>
      </dl>
      {desk !== 'none' && (
        <p className={styles.links}>
          <a href={formatRoute({ screen: 'desk', source: sourceId })}>{t('foot.desk')}</a>
          {parts.map((part) => (
            <a key={part.article} href={formatRoute({ screen: 'desk', source: part.source })}>
              {t('foot.deskOf', { page: part.page ?? '？' })}
            </a>
          ))}
          <a href={formatRoute({ screen: 'library', place: { at: 'source', source: sourceId } })}>{t('foot.page')}</a>
        </p>
      )}
    </footer>
  );
});
