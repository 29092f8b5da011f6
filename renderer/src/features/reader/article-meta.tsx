import { ExternalLink } from 'lucide-react';
import type { Article } from '#contract/articles.ts';
import { useActs } from '../../app/acts.tsx';
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
  const { publication, date, page, parts, section, characters, url, byline, blocks } = article;
  const pages = [page, ...parts.map((part) => part.page)].filter((label) => label !== null);
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
          {date.inferred && ` ${t('meta.inferred')}`}
        </time>
      )}
      {pages.length > 0 && <span>{t('meta.page', { page: pages.join(t('meta.comma')) })}</span>}
      {section && <span>{section}</span>}
      {url && <Origin url={url} />}
      <span>{t('meta.characters', { count: characters, number: characters.toLocaleString(i18n.language) })}</span>
    </p>
  );
}

/** The host as a resolver sees it; only a web address can be pressed. */
function Origin({ url }: { readonly url: string }) {
  const { openOutside } = useActs();
  const address = URL.parse(url);
  const isWeb = address !== null && /^https?:$/.test(address.protocol);
  if (!isWeb || !openOutside) return <span className={styles.url}>{address?.host || url}</span>;
  return (
    <span className={styles.url}>
      <button type="button" className={styles.outside} onClick={() => openOutside(address.href)}>
        {address.host}
        <ExternalLink size={12} strokeWidth={1.6} aria-hidden />
      </button>
    </span>
  );
}
