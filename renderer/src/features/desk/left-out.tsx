import { memo } from 'react';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { Keys } from '../../ui/index.ts';
import styles from './clean.module.css';
import type { BlockKey } from './page-model.ts';
import type { Dropped } from './page-order.ts';
import type { Seen } from './seen-in.ts';
import type { DeskMoves } from './use-moves.ts';

interface LeftOutProps extends Seen {
  readonly dropped: readonly Dropped[];
  readonly doubtsAt: ReadonlyMap<BlockKey, unknown>;
  readonly onPoint: (block: BlockKey | null) => void;
  readonly onRestore: () => void;
  readonly moves: DeskMoves;
}

/** What stands in no article: it is kept, and can be put back. */
export const LeftOut = memo(function LeftOut(props: LeftOutProps) {
  const { dropped, doubtsAt, current, chosen, lit, onPoint, onRestore, moves } = props;
  const { t } = useTranslation('desk');
  const isChosen = dropped.some(({ place }) => chosen.has(place));
  return (
    <section className={styles.leftOut} data-band="none" aria-label={t('leftOut.title')}>
      <header className={styles.head}>
        <h3>{t('leftOut.title')}</h3>
        <button type="button" className={styles.open} disabled={!isChosen} onClick={() => onRestore()}>
          {t('leftOut.restore')} <Keys of="r" />
        </button>
      </header>
      <div role="listbox" aria-multiselectable aria-label={t('leftOut.title')} tabIndex={-1}>
        {dropped.map(({ place, role, text }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the window's keys move from block to block
          <div
            key={place}
            role="option"
            aria-selected={chosen.has(place)}
            tabIndex={current === place ? 0 : -1}
            className={styles.block}
            data-role={role}
            data-place={place}
            data-lit={lit === place || undefined}
            data-current={current === place || undefined}
            data-chosen={chosen.has(place) || undefined}
            onPointerMove={() => onPoint(place)}
            onPointerLeave={() => onPoint(null)}
            onClick={(event) => moves.choose(place, event.shiftKey ? 'extend' : 'only', 'clean')}
          >
            <span className={styles.role} data-doubt={doubtsAt.has(place) || undefined}>
              {t(`leftOut.${role}`)}
              {doubtsAt.has(place) && <span className={styles.query}>?</span>}
            </span>
            <span className={styles.words} lang={textLanguage(text)}>
              {text.trim()}
            </span>
          </div>
        ))}
      </div>
    </section>
  );
});
