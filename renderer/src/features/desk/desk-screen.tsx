import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SourceId } from '#contract/ids.ts';
import { useCommands } from '../../app/commands.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { playAccepted } from './accept-motion.ts';
import { CleanArticle } from './clean-article.tsx';
import styles from './desk.module.css';
import { DeskHead } from './desk-head.tsx';
import { deskKeys } from './desk-keys.ts';
import { DoubtRail } from './doubt-rail.tsx';
import { doubtsByBlock } from './doubts.ts';
import { JoinedNotice } from './joined-ends.tsx';
import { LeftOut } from './left-out.tsx';
import { type BlockKey, rawLines } from './page-model.ts';
import { blocksUnder } from './page-order.ts';
import { RawPage } from './raw-page.tsx';
import { SourceSide } from './source-side.tsx';
import { ToolBar } from './tool-bar.tsx';
import { useDeskActs } from './use-acts.ts';
import { useChoice } from './use-choice.ts';
import { useDesk } from './use-desk.ts';
import { useMoves } from './use-moves.ts';
import { useSight } from './use-sight.ts';

interface DeskScreenProps {
  readonly source: SourceId;
}

/** The raw page on the left, what became of it on the right, what is doubtful beside it; all of it worked with keys. */
export function DeskScreen({ source }: DeskScreenProps) {
  const { t } = useTranslation('desk');
  const act = useTranslation('deskActs').t;
  const desk = useDesk(source);
  const { page } = desk;
  const choosing = useChoice(page);
  const { choice } = choosing;
  const raw = useRef<HTMLDivElement>(null);
  const clean = useRef<HTMLDivElement>(null);
  const acts = useDeskActs(desk, choosing, () => playAccepted(raw.current, clean.current));
  const moves = useMoves(desk, choosing);
  const [pointed, setPointed] = useState<BlockKey | null>(null);
  const lit = pointed ?? choice.current;
  const lines = useMemo(() => rawLines(page), [page]);
  const doubtsAt = useMemo(() => doubtsByBlock(page.doubts), [page.doubts]);
  const onPoint = useCallback((block: BlockKey | null) => setPointed(block), []);
  // What stands under a pointer that rests is not pointed at any more once the keys went on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every step of the keys
  useEffect(() => setPointed(null), [choice.current]);
  useSight({ raw, clean, choice, page, effect: acts.effect });

  const commands = deskKeys({ t: act, role: t, page, choice, acts, moves });
  useCommands(commands);

  return (
    <main className={styles.desk}>
      <DeskHead page={page} acts={acts} />
      <ToolBar commands={commands} choice={choice} effect={acts.effect} />
      <section className={styles.side} data-side="raw" aria-label={t('raw')} onFocus={moves.onFocus('raw')}>
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
          chosen={choice.chosen}
          ranges={choice.ranges}
          hasOwnSteps={false}
          onPoint={onPoint}
          onChoose={(block, how) => moves.choose(block, how, 'raw')}
          onAssign={(ranges) => moves.chooseAll(blocksUnder(page, ranges), ranges)}
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
        <div ref={clean} className={styles.articles} data-joining={choice.joining !== null || undefined}>
          <JoinedNotice page={page} />
          {page.articles.length === 0 && <EmptyState title={t('nothing')} />}
          {page.articles.map((article, number) => {
            const { id } = article;
            return (
              <CleanArticle
                key={article.key}
                page={page}
                article={article}
                number={number}
                choice={choice}
                lit={lit}
                doubtsAt={doubtsAt}
                onPoint={onPoint}
                onKind={acts.setKind}
                onOpen={
                  id === null
                    ? undefined
                    : () => go({ screen: 'library', place: { at: 'source', source }, article: id })
                }
                moves={moves}
              />
            );
          })}
          {page.dropped.length > 0 && (
            <LeftOut
              dropped={page.dropped}
              doubtful={new Set(doubtsAt.keys())}
              choice={choice}
              lit={lit}
              onPoint={onPoint}
              onRestore={() => acts.restore()}
              moves={moves}
            />
          )}
        </div>
      </section>
      <DoubtRail page={page} doubt={choice.doubt} acts={acts} moves={moves} />
    </main>
  );
}
