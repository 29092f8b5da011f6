import { type Ref, useCallback, useMemo } from 'react';
import type { DeskPage } from '#contract/desk.ts';
import type { ArticleId } from '#contract/ids.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { CleanArticle } from './clean-article.tsx';
import styles from './desk.module.css';
import { doubtsByBlock } from './doubts.ts';
import { JoinedNotice } from './joined-ends.tsx';
import { LeftOut } from './left-out.tsx';
import type { BlockKey } from './page-model.ts';
import { seenIn } from './seen-in.ts';
import type { DeskActs } from './use-acts.ts';
import type { Choice } from './use-choice.ts';
import type { DeskMoves } from './use-moves.ts';

interface CleanSideProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly page: DeskPage;
  readonly choice: Choice;
  readonly lit: BlockKey | null;
  readonly onPoint: (block: BlockKey | null) => void;
  readonly acts: DeskActs;
  readonly moves: DeskMoves;
}

/** The articles of the page below each other, and what stands in none. */
export function CleanSide({ ref, page, choice, lit, onPoint, acts, moves }: CleanSideProps) {
  const { t } = useTranslation('desk');
  const { source, articles, dropped, doubts } = page;
  const doubtsAt = useMemo(() => doubtsByBlock(doubts), [doubts]);
  const cards = useMemo(() => articles.map((article) => ({ article, places: placesOf(article.blocks) })), [articles]);
  const below = useMemo(() => placesOf(dropped), [dropped]);
  const onOpen = useCallback(
    (article: ArticleId) => go({ screen: 'library', place: { at: 'source', source }, article }),
    [source],
  );
  const asked = doubts.find(({ id }) => id === choice.doubt) ?? null;
  const seen = (places: ReadonlySet<BlockKey>) => seenIn(places, choice, { lit, asked });
  return (
    <div ref={ref} className={styles.articles} data-joining={choice.joining !== null || undefined}>
      <JoinedNotice page={page} />
      {articles.length === 0 && <EmptyState title={t('nothing')} />}
      {cards.map(({ article, places }, number) => (
        <CleanArticle
          key={article.key}
          {...seen(places)}
          article={article}
          number={number}
          articles={articles}
          joins={page.joins}
          doubtsAt={doubtsAt}
          onPoint={onPoint}
          onKind={acts.setKind}
          onOpen={onOpen}
          moves={moves}
        />
      ))}
      {dropped.length > 0 && (
        <LeftOut
          {...seen(below)}
          dropped={dropped}
          doubtsAt={doubtsAt}
          onPoint={onPoint}
          onRestore={acts.restore}
          moves={moves}
        />
      )}
    </div>
  );
}

function placesOf(all: readonly { readonly place: BlockKey }[]): ReadonlySet<BlockKey> {
  return new Set(all.map(({ place }) => place));
}
