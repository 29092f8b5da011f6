import { useSuspenseQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { SourceId } from '#contract/ids.ts';
import { archiveQueries } from '../../api/index.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { EmptyState, IconButton } from '../../ui/index.ts';
import { CleanArticle } from './clean-article.tsx';
import styles from './desk.module.css';
import { type BlockKey, DOUBT, rawLines } from './page-model.ts';
import { RawPage } from './raw-page.tsx';
import { SourceSide } from './source-side.tsx';

interface DeskScreenProps {
  readonly source: SourceId;
}

/** The raw page on the left, what became of it on the right; pointing at either side lights the other. */
export function DeskScreen({ source }: DeskScreenProps) {
  const { t } = useTranslation('desk');
  const { data: page } = useSuspenseQuery(archiveQueries.desk.page.queryOptions({ input: { source } }));
  const lines = useMemo(() => rawLines(page), [page]);
  const [lit, setLit] = useState<BlockKey | null>(null);
  const raw = useRef<HTMLDivElement>(null);
  const clean = useRef<HTMLDivElement>(null);

  const showRaw = useCallback((block: BlockKey) => {
    setLit(block);
    reveal(raw.current, block);
  }, []);
  const showClean = useCallback((block: BlockKey) => {
    setLit(block);
    reveal(clean.current, block);
  }, []);

  const doubts = page.articles.flatMap(({ blocks }) => blocks).filter(({ confidence }) => confidence < DOUBT).length;
  const dropped = page.dropped.filter(({ role }) => role === 'duplicate').length;

  return (
    <main className={styles.desk}>
      <header className={styles.head}>
        <IconButton icon={ArrowLeft} label={t('back')} onPress={() => history.back()} />
        <h1 className={styles.name}>{page.name}</h1>
        <p className={styles.figures}>
          {t('articles', { count: page.articles.length })}
          {doubts > 0 && <span className={styles.doubts}>{t('doubts', { count: doubts })}</span>}
          {dropped > 0 && <span>{t('duplicates', { count: dropped })}</span>}
        </p>
      </header>
      <section className={styles.side} data-side="raw" aria-label={t('raw')}>
        <h2 className={styles.legend}>
          {t('raw')}
          <span>{t('encoding', { encoding: page.encoding, count: page.text.length })}</span>
        </h2>
        <SourceSide
          ref={raw}
          source={source}
          name={page.name}
          text={page.text}
          lines={lines}
          lit={lit}
          onPoint={setLit}
          onChoose={showClean}
        >
          <RawPage ref={raw} text={page.text} lines={lines} lit={lit} onPoint={setLit} onChoose={showClean} />
        </SourceSide>
      </section>
      <section className={styles.side} data-side="clean" aria-label={t('clean')}>
        <h2 className={styles.legend}>{t('clean')}</h2>
        <div ref={clean} className={styles.articles}>
          {page.articles.length === 0 && <EmptyState title={t('nothing')} />}
          {page.articles.map((article, index) => (
            <CleanArticle
              key={article.key}
              article={article}
              index={index}
              source={page.text}
              parentTitle={page.articles.find(({ key }) => key === article.parent)?.title ?? null}
              lit={lit}
              onPoint={setLit}
              onChoose={showRaw}
              onOpen={() =>
                article.id && go({ screen: 'library', place: { at: 'source', source }, article: article.id })
              }
            />
          ))}
        </div>
      </section>
    </main>
  );
}

/** Brings the first part of a block into view, without moving what is in view already. */
function reveal(side: HTMLElement | null, block: BlockKey): void {
  const target = side?.querySelector(`[data-block="${block}"]`);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target?.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}
