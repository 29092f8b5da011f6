import { memo } from 'react';
import type { DeskPage } from '#contract/desk.ts';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { bandOf } from './band.ts';
import styles from './desk.module.css';

import { type BlockKey, cleanParts, DOUBT } from './page-model.ts';

type DeskArticle = DeskPage['articles'][number];
type DeskBlock = DeskArticle['blocks'][number];

interface CleanArticleProps {
  readonly article: DeskArticle;
  readonly index: number;
  readonly source: string;
  readonly parentTitle: string | null;
  readonly lit: BlockKey | null;
  readonly onPoint: (block: BlockKey | null) => void;
  readonly onChoose: (block: BlockKey) => void;
  readonly onOpen: () => void;
}

/** One article as the desk made it, every block a stop for the keyboard. */
export function CleanArticle({
  article,
  index,
  source,
  parentTitle,
  lit,
  onPoint,
  onChoose,
  onOpen,
}: CleanArticleProps) {
  const { t } = useTranslation('desk');
  return (
    <article className={styles.article} data-band={bandOf(index)} aria-label={article.title || t('untitled')}>
      <header className={styles.articleHead}>
        <span className={styles.ordinal}>{index + 1}</span>
        <span className={styles.kind}>{t(`kinds.${article.kind}`)}</span>
        {parentTitle && <span className={styles.belongs}>{t('belongsTo', { title: parentTitle })}</span>}
        <button type="button" className={styles.open} onClick={onOpen}>
          {t('read')}
        </button>
      </header>
      <div lang={textLanguage(article.body)}>
        {article.blocks.map((block, at) => (
          <CleanBlock
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one derivation never change places
            key={at}
            block={block}
            text={article.body.slice(block.span.start, block.span.end)}
            name={`${index}.${at}`}
            source={source}
            isLit={lit === `${index}.${at}`}
            onPoint={onPoint}
            onChoose={onChoose}
          />
        ))}
      </div>
    </article>
  );
}

interface CleanBlockProps {
  readonly block: DeskBlock;
  readonly text: string;
  readonly name: BlockKey;
  readonly source: string;
  readonly isLit: boolean;
  readonly onPoint: (block: BlockKey | null) => void;
  readonly onChoose: (block: BlockKey) => void;
}

const CleanBlock = memo(function CleanBlock({ block, text, name, source, isLit, onPoint, onChoose }: CleanBlockProps) {
  const { t } = useTranslation('desk');
  const parts = cleanParts(text, block.pieces, source);
  const isDoubtful = block.confidence < DOUBT;
  return (
    <button
      type="button"
      className={styles.block}
      data-role={block.role}
      data-block={name}
      data-lit={isLit || undefined}
      data-doubt={isDoubtful || undefined}
      onPointerEnter={() => onPoint(name)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(name)}
      onClick={() => onChoose(name)}
    >
      {parts.map((part, at) => (
        <span key={part.start}>
          {at > 0 && <span className={styles.seam} title={t('seam')} />}
          {part.text}
        </span>
      ))}
      {block.openEnd && <span className={styles.openEnd}>{t('openEnd')}</span>}
    </button>
  );
});
