import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { DeskPage } from '#contract/desk.ts';
import { useTranslation } from '../../strings/index.ts';
import { CleanSide } from './clean-side.tsx';
import styles from './desk.module.css';
import { type BlockKey, rawLines } from './page-model.ts';
import { RawPage } from './raw-page.tsx';
import { SourceSide } from './source-side.tsx';
import type { DeskActs } from './use-acts.ts';
import type { Choice } from './use-choice.ts';
import type { DeskMoves } from './use-moves.ts';

interface DeskSidesProps {
  readonly page: DeskPage;
  readonly choice: Choice;
  readonly acts: DeskActs;
  readonly moves: DeskMoves;
  readonly raw: RefObject<HTMLDivElement | null>;
  readonly clean: RefObject<HTMLDivElement | null>;
}

/** The raw page and its articles beside each other: what is pointed at on one side is lit on both. */
export function DeskSides({ page, choice, acts, moves, raw, clean }: DeskSidesProps) {
  const { t } = useTranslation('desk');
  const [pointed, setPointed] = useState<BlockKey | null>(null);
  const lit = pointed ?? choice.current;
  const lines = useMemo(() => rawLines(page), [page]);
  const onPoint = useCallback((block: BlockKey | null) => setPointed(block), []);
  // What stands under a pointer that rests is not pointed at any more once the keys went on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every step of the keys
  useEffect(() => setPointed(null), [choice.current]);
  return (
    <>
      <section className={styles.side} data-side="raw" aria-label={t('raw')} onFocus={moves.onFocus('raw')}>
        <h2 className={styles.legend}>
          {t('raw')}
          <span>{t('encoding', { encoding: page.encoding, count: page.text.length })}</span>
        </h2>
        <SourceSide
          ref={raw}
          source={page.source}
          name={page.name}
          text={page.text}
          lines={lines}
          lit={lit}
          chosen={choice.chosen}
          ranges={choice.ranges}
          hasOwnSteps={false}
          onPoint={onPoint}
          onChoose={(block, how) => moves.choose(block, how, 'raw')}
          onAssign={moves.chooseUnder}
        >
          <RawPage
            ref={raw}
            text={page.text}
            lines={lines}
            lit={lit}
            current={choice.current}
            chosen={choice.chosen}
            onPoint={onPoint}
            moves={moves}
          />
        </SourceSide>
      </section>
      <section className={styles.side} data-side="clean" aria-label={t('clean')} onFocus={moves.onFocus('clean')}>
        <h2 className={styles.legend}>{t('clean')}</h2>
        <CleanSide ref={clean} {...{ page, choice, lit, onPoint, acts, moves }} />
      </section>
    </>
  );
}
