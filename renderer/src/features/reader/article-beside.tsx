import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ArticleId } from '#contract/ids.ts';
import { archiveQueries } from '../../api/index.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { useTranslation } from '../../strings/index.ts';
import { IconButton } from '../../ui/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import styles from './article-beside.module.css';
import { ArticleMeta } from './article-meta.tsx';
import { ArticleText } from './article-text.tsx';
import { MarkedText } from './marked-text.tsx';
import reader from './reader.module.css';
import { readingDirection, readingLayout } from './reading-type.ts';
import { useLineRoom } from './use-line-room.ts';
import { usePageKeys } from './use-page-keys.ts';

interface ArticleBesideProps {
  readonly id: ArticleId;
  readonly onExchange: () => void;
  readonly onClose: () => void;
}

/** A second article beside the one that is read and worked on: its text and its marks, to compare with. */
export function ArticleBeside({ id, onExchange, onClose }: ArticleBesideProps) {
  const { t } = useTranslation('reader');
  const { size, measure, leading, face, direction } = useAppearance();
  const { data: article } = useQuery(archiveQueries.articles.get.queryOptions({ input: { id }, throwOnError: false }));
  const annotations = useAnnotations(id);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const set = article ? readingDirection(direction, article) : 'horizontal';
  const isVertical = set === 'vertical';
  const room = useLineRoom(scroller, isVertical);
  const style = useMemo(() => {
    const type = { size, measure, leading, face, direction: set };
    return readingLayout(type, room, false).style;
  }, [size, measure, leading, face, set, room]);
  usePageKeys(scroller, isVertical);
  const title = article?.title || t('untitled');
  return (
    <aside className={styles.beside} aria-label={t('beside.label')}>
      <div className={styles.bar}>
        <span className={styles.name}>{title}</span>
        <IconButton icon={ArrowLeftRight} size="small" label={t('beside.exchange')} onPress={onExchange} />
        <IconButton icon={X} size="small" label={t('beside.close')} keys="Shift+O" onPress={onClose} />
      </div>
      <section
        ref={setScroller}
        className={reader.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={title}
        data-direction={set}
      >
        {article && (
          <div className={reader.sheet} style={style} data-face={face}>
            <ArticleText
              key={`${id} ${set}`}
              article={article}
              untitled={t('untitled')}
              underHead={<ArticleMeta article={article} />}
              contents={(block, body) => (
                <MarkedText block={block} body={body} marks={annotations} numbered={[]} isVertical={isVertical} />
              )}
            />
          </div>
        )}
      </section>
    </aside>
  );
}
