import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import type { DeskPage } from '#contract/desk.ts';
import type { DoubtId } from '#contract/desk-commands.ts';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { Button, IconButton, Keys } from '../../ui/index.ts';
import { bandOf } from './band.ts';
import styles from './doubt-rail.module.css';
import { reasonText, sightOf, surenessOf } from './doubts.ts';
import { findBlock } from './page-order.ts';
import type { DeskActs } from './use-acts.ts';
import type { DeskMoves } from './use-moves.ts';

interface DoubtRailProps {
  readonly page: DeskPage;
  readonly doubt: DoubtId | null;
  readonly acts: DeskActs;
  readonly moves: DeskMoves;
}

/** What the desk is not certain of, in the order in which a reader meets it; the one that is asked about stands open. */
export const DoubtRail = memo(function DoubtRail({ page, doubt, acts, moves }: DoubtRailProps) {
  const { t } = useTranslation('deskActs');
  const { doubts } = page;
  const here = doubts.findIndex(({ id }) => id === doubt);
  return (
    <aside className={styles.rail} aria-label={t('doubt.list')}>
      <header className={styles.head}>
        <h2>{t('doubt.list')}</h2>
        <span className={styles.count}>{here < 0 ? doubts.length : `${here + 1} / ${doubts.length}`}</span>
        <IconButton
          icon={ChevronUp}
          size="small"
          label={t('doubt.previous')}
          keys="k"
          isDisabled={doubts.length === 0}
          onPress={() => moves.toDoubt(-1)}
        />
        <IconButton
          icon={ChevronDown}
          size="small"
          label={t('doubt.next')}
          keys="j"
          isDisabled={doubts.length === 0}
          onPress={() => moves.toDoubt(1)}
        />
      </header>
      {doubts.length === 0 ? (
        <p className={styles.none}>
          {t(page.canUndo ? 'doubt.noneMore' : 'doubt.none')}
          {page.state !== 'accepted' && <span>{t('doubt.noneText')}</span>}
        </p>
      ) : (
        <ol className={styles.list}>
          {doubts.map((one) => (
            <Item key={one.id} page={page} doubt={one} isHere={one.id === doubt} acts={acts} moves={moves} />
          ))}
        </ol>
      )}
    </aside>
  );
});

interface ItemProps {
  readonly page: DeskPage;
  readonly doubt: DeskPage['doubts'][number];
  readonly isHere: boolean;
  readonly acts: DeskActs;
  readonly moves: DeskMoves;
}

const Item = memo(function Item({ page, doubt, isHere, acts, moves }: ItemProps) {
  const { t } = useTranslation('deskActs');
  const desk = useTranslation('desk').t;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isHere) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  const { number, before, after } = sightOf(page, doubt);
  const role = findBlock(page, doubt.place)?.block.role ?? 'paragraph';
  // Of running text the desk doubts less what it is than whether it stands in the right place.
  const kind = doubt.kind === 'role' && role === 'paragraph' ? 'place' : doubt.kind;
  const target = doubt.instead;
  const there = target && target !== 'new_article' ? findBlock(page, target.article)?.number : undefined;
  const reasons = [...new Set(doubt.evidence.map(reasonText))];
  return (
    <li ref={item} className={styles.item} data-band={bandOf(number)} data-here={isHere || undefined}>
      <button
        type="button"
        className={styles.spot}
        aria-current={isHere || undefined}
        onClick={() => moves.toDoubt(doubt.id)}
      >
        <span className={styles.kind}>
          <span className={styles.ordinal}>{number === null ? '' : number + 1}</span>
          {t(`doubt.${kind}`)}
          <span className={styles.sure}>{t(`doubt.sure.${surenessOf(doubt.confidence)}`)}</span>
        </span>
        <span className={styles.words} lang={textLanguage(before + after)}>
          {before}
          {doubt.kind === 'seam' && <span className={styles.seam} />}
          {after}
          {doubt.kind === 'open_end' && <span className={styles.seam} />}
        </span>
      </button>
      {isHere && (
        <div className={styles.question}>
          <p>{t(`doubt.ask.${kind}`, { role: desk(`roles.${role}`) })}</p>
          {doubt.along.length > 0 && <p>{t('doubt.along', { count: doubt.along.length })}</p>}
          {reasons.length > 0 && (
            <ul aria-label={t('doubt.why')} className={styles.reasons}>
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
          {kind === 'place' && there !== undefined && <p>{t('doubt.instead', { number: there + 1 })}</p>}
          <p className={styles.answers}>
            <Button size="small" onPress={() => acts.answer('confirm', doubt.id)}>
              {t('doubt.confirm')} <Keys of="y" />
            </Button>
            <Button size="small" onPress={() => acts.answer('reject', doubt.id)}>
              {t('doubt.reject')} <Keys of="n" />
            </Button>
          </p>
        </div>
      )}
    </li>
  );
});
