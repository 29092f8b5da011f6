import { memo } from 'react';
import type { Article } from '#contract/articles.ts';
import { formatRoute } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './reader.module.css';

/** What its page keeps of a story that was joined to another page: the way to where it is read. */
export const PartNotice = memo(function PartNotice({ article: { partOf } }: { readonly article: Article }) {
  const { t } = useTranslation('reader');
  if (partOf === null) return null;
  return (
    <p className={styles.part}>
      <a href={formatRoute({ screen: 'library', place: { at: 'all' }, article: partOf })}>{t('parts.partOf')}</a>
    </p>
  );
});
