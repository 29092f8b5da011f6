import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { Article, Block } from '#contract/articles.ts';
import type { SourceId } from '#contract/ids.ts';
import { archiveQueries } from '../../api/index.ts';
import { useTranslation } from '../../strings/index.ts';
import { type BlockKey, type RawLine, rawLines } from './page-model.ts';
import { RawPage } from './raw-page.tsx';
import styles from './source-beside.module.css';
import { SourceSide } from './source-side.tsx';

interface SourceBesideProps {
  readonly article: Article;
  /** The block that is read now, by its place in the article. */
  readonly shown: number | undefined;
  /** A line or a box of a block of this article was pressed. */
  readonly onChoose: (block: number) => void;
}

/** The source of an article beside its text, with what is read now lit in it, wherever it stood. */
export function SourceBeside({ article, shown, onChoose }: SourceBesideProps) {
  const { t } = useTranslation('desk');
  const read = article.blocks[shown ?? -1];
  const source = sourceOf(article, read);
  const { data: page } = useSuspenseQuery(archiveQueries.desk.page.queryOptions({ input: { source } }));
  const lines = useMemo(() => rawLines(page), [page]);
  const side = useRef<HTMLDivElement>(null);
  const start = read?.pieces[0]?.[0];
  const lit = start === undefined ? null : blockAt(lines, start);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another paragraph is read
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const target = side.current?.querySelector(`[data-start="${start}"], [data-place="${lit}"]`);
    target?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  }, [lit, lines]);

  function choose(block: BlockKey): void {
    const begins = lines.flatMap(({ runs }) => runs).find((run) => run.block === block)?.start;
    const index = article.blocks.findIndex(
      (one) =>
        sourceOf(article, one) === source &&
        one.pieces.some((piece) => begins !== undefined && piece[0] <= begins && begins < piece[1]),
    );
    if (index >= 0) onChoose(index);
  }

  return (
    <section className={styles.beside} aria-label={t('raw')}>
      <SourceSide
        ref={side}
        source={source}
        name={page.name}
        text={page.text}
        lines={lines}
        lit={lit}
        onChoose={choose}
      >
        <RawPage
          ref={side}
          text={page.text}
          lines={lines}
          lit={lit}
          current={null}
          chosen={NONE}
          onPoint={ignore}
          moves={{ choose, chooseAll: ignore }}
        />
      </SourceSide>
    </section>
  );
}

/** An article that goes on on another page is read beside that page from there on. */
function sourceOf({ parts, sourceId }: Article, block: Block | undefined): SourceId {
  return parts.findLast(({ start }) => block !== undefined && start <= block.span.start)?.source ?? sourceId;
}

const NONE: ReadonlySet<BlockKey> = new Set();
function ignore(): void {}

function blockAt(lines: readonly RawLine[], place: number): BlockKey | null {
  const line = lines.findLast(({ start }) => start <= place);
  return line?.runs.find(({ start, end }) => start <= place && place < end)?.block ?? null;
}
