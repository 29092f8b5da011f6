import type { ArticleKind } from '#contract/derivation.ts';
import type { DeskPage, Doubt } from '#contract/desk.ts';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { bandOf } from './band.ts';
import styles from './clean.module.css';
import { CleanBlock } from './clean-block.tsx';
import { JoinedEnds } from './joined-ends.tsx';
import { KindMenu } from './kind-menu.tsx';
import type { BlockKey } from './page-model.ts';
import { type DeskArticle, textOf } from './page-order.ts';
import type { Choice } from './use-choice.ts';
import type { DeskMoves } from './use-moves.ts';

interface CleanArticleProps {
  readonly page: DeskPage;
  readonly article: DeskArticle;
  readonly number: number;
  readonly choice: Choice;
  readonly lit: BlockKey | null;
  readonly doubtsAt: ReadonlyMap<BlockKey, readonly Doubt[]>;
  readonly onPoint: (block: BlockKey | null) => void;
  readonly onKind: (place: BlockKey, kind: ArticleKind, parent: string | null) => void;
  /** Undefined for one that is not in the library yet. */
  readonly onOpen: (() => void) | undefined;
  readonly moves: DeskMoves;
}

const NONE: readonly Doubt[] = [];

/** One article as the page stands now, every block a stop for the keyboard. */
export function CleanArticle(props: CleanArticleProps) {
  const { page, article, number, choice, lit, doubtsAt, onPoint, onKind, onOpen, moves } = props;
  const { t } = useTranslation('desk');
  const title = article.title || t('untitled');
  const parent = page.articles.find(({ key }) => key === article.parent);
  const asked = page.doubts.find(({ id }) => id === choice.doubt) ?? null;
  return (
    <article className={styles.article} data-band={bandOf(number)} aria-label={`${number + 1} ${title}`}>
      <div className={styles.spine} aria-hidden="true">
        <span className={styles.ordinal}>{number + 1}</span>
      </div>
      <div className={styles.card}>
        <header className={styles.head}>
          <KindMenu page={page} article={article} onKind={onKind} />
          {parent && (
            <span className={styles.belongs} title={parent.title}>
              {t('belongsTo', { title: parent.title || t('untitled') })}
            </span>
          )}
          <JoinedEnds joins={page.joins.filter(({ key }) => key === article.key)} />
          {onOpen && (
            <button type="button" className={styles.open} onClick={onOpen}>
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
              caret={choice.caret?.block === block.place ? choice.caret.at : null}
              isCurrent={choice.current === block.place}
              isChosen={choice.chosen.has(block.place)}
              isLit={lit === block.place}
              isJoining={choice.joining === block.place}
              onPoint={onPoint}
              moves={moves}
            />
          ))}
        </div>
      </div>
    </article>
  );
}
