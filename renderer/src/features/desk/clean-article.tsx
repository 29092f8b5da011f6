import { memo } from 'react';
import type { ArticleKind } from '#contract/derivation.ts';
import type { DeskPage, Doubt } from '#contract/desk.ts';
import type { ArticleId } from '#contract/ids.ts';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { bandOf } from './band.ts';
import styles from './clean.module.css';
import { CleanBlock } from './clean-block.tsx';
import { JoinedEnds } from './joined-ends.tsx';
import { KindMenu } from './kind-menu.tsx';
import type { BlockKey } from './page-model.ts';
import { type DeskArticle, textOf } from './page-order.ts';
import type { Seen } from './seen-in.ts';
import type { DeskMoves } from './use-moves.ts';

interface CleanArticleProps extends Seen {
  readonly article: DeskArticle;
  readonly number: number;
  /** All of the page, for what it may belong to. */
  readonly articles: DeskPage['articles'];
  readonly joins: DeskPage['joins'];
  readonly doubtsAt: ReadonlyMap<BlockKey, readonly Doubt[]>;
  readonly onPoint: (block: BlockKey | null) => void;
  readonly onKind: (place: BlockKey, kind: ArticleKind, parent: string | null) => void;
  readonly onOpen: (article: ArticleId) => void;
  readonly moves: DeskMoves;
}

const NONE: readonly Doubt[] = [];

/** One article as the page stands now, every block a stop for the keyboard. Drawn again only when something in it changed. */
export const CleanArticle = memo(function CleanArticle(props: CleanArticleProps) {
  const { article, number, articles, joins, doubtsAt, onPoint, onKind, onOpen, moves } = props;
  const { current, chosen, caret, joining, lit, asked } = props;
  const { t } = useTranslation('desk');
  const { id } = article;
  const title = article.title || t('untitled');
  const parent = articles.find(({ key }) => key === article.parent);
  return (
    <article className={styles.article} data-band={bandOf(number)} aria-label={`${number + 1} ${title}`}>
      <div className={styles.spine} aria-hidden="true">
        <span className={styles.ordinal}>{number + 1}</span>
      </div>
      <div className={styles.card}>
        <header className={styles.head}>
          <KindMenu articles={articles} article={article} onKind={onKind} />
          {parent && (
            <span className={styles.belongs} title={parent.title}>
              {t('belongsTo', { title: parent.title || t('untitled') })}
            </span>
          )}
          <JoinedEnds joins={joins.filter(({ key }) => key === article.key)} />
          {id !== null && (
            <button type="button" className={styles.open} onClick={() => onOpen(id)}>
              {t('read')}
            </button>
          )}
        </header>
        <div role="listbox" aria-multiselectable aria-label={title} tabIndex={-1} lang={textLanguage(article.body)}>
          {article.blocks.map((block) => (
            <CleanBlock
              key={block.place}
              block={block}
              text={textOf(article, block)}
              doubts={doubtsAt.get(block.place) ?? NONE}
              asked={asked?.place === block.place ? asked : null}
              caret={caret?.block === block.place ? caret.at : null}
              isCurrent={current === block.place}
              isChosen={chosen.has(block.place)}
              isLit={lit === block.place}
              isJoining={joining === block.place}
              onPoint={onPoint}
              moves={moves}
            />
          ))}
        </div>
      </div>
    </article>
  );
});
