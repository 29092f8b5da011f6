import { type CSSProperties, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { useAppearance } from '../../app/appearance.tsx';
import { formatEdtf } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button } from '../../ui/index.ts';
import { type Range, rangeOf } from './chosen-times.ts';
import styles from './facets.module.css';
import type { Days } from './query-text.ts';

interface Time {
  readonly value: string;
  readonly count: number;
}

interface TimelineProps {
  /** Months or years without a gap. */
  readonly times: readonly Time[];
  readonly days: Days;
  readonly onChoose: (from: string, to: string) => void;
  readonly onClear: () => void;
}

/** Articles per month or year. Dragging over it, or its two thumbs and Enter, asks for that time alone. */
export function Timeline({ times, days, onChoose, onClear }: TimelineProps) {
  const { t, i18n } = useTranslation('search');
  const { shownLanguage } = useAppearance();
  const chosen = rangeOf(times, days);
  const [range, setRange] = useState<Range>(chosen);
  const begun = useRef<number>(undefined);
  const said = useId();
  const [first, last] = range;
  // What was asked for elsewhere, in the field or by a chip, is shown here.
  useEffect(() => setRange([chosen[0], chosen[1]]), [chosen[0], chosen[1]]);

  const most = Math.max(1, ...times.map(({ count }) => count));
  const name = (at: number) => formatEdtf(times[at]?.value ?? '', shownLanguage);
  const isAll = first === 0 && last === times.length - 1;
  const isChosen = Object.values(days).some((day) => day !== undefined);

  function choose([begin, end]: Range): void {
    const [one, other] = [times[begin], times[end]];
    if (one && other) onChoose(one.value, other.value);
  }

  function placeUnder(event: PointerEvent<HTMLDivElement>): number {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left) / Math.max(1, width);
    return Math.min(times.length - 1, Math.max(0, Math.floor(share * times.length)));
  }

  function drag(event: PointerEvent<HTMLDivElement>): void {
    if (begun.current === undefined) return;
    const here = placeUnder(event);
    setRange([Math.min(begun.current, here), Math.max(begun.current, here)]);
  }

  const slider = (which: 0 | 1) => (
    <input
      type="range"
      aria-label={t(which === 0 ? 'timeline.from' : 'timeline.to')}
      aria-valuetext={name(range[which])}
      aria-describedby={said}
      min={0}
      max={times.length - 1}
      value={range[which]}
      onChange={(event) => {
        const at = Number(event.target.value);
        setRange(which === 0 ? [at, Math.max(at, last)] : [Math.min(first, at), at]);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') choose(range);
        if (event.key === 'Escape' && isChosen) onClear();
      }}
    />
  );

  return (
    <fieldset className={styles.timeline}>
      <legend>{t('timeline.label')}</legend>
      <div
        className={styles.bars}
        data-timeline=""
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          begun.current = placeUnder(event);
          drag(event);
        }}
        onPointerMove={drag}
        onPointerUp={(event) => {
          const start = begun.current;
          if (start === undefined) return;
          begun.current = undefined;
          const here = placeUnder(event);
          choose([Math.min(start, here), Math.max(start, here)]);
        }}
        onPointerCancel={() => {
          begun.current = undefined;
          setRange(chosen);
        }}
      >
        {times.map(({ value, count }, at) => (
          <span
            key={value}
            className={styles.bar}
            data-chosen={(at >= first && at <= last) || undefined}
            title={t('timeline.bar', { time: name(at), number: count.toLocaleString(i18n.language) })}
          >
            <span style={{ blockSize: `${(100 * count) / most}%` }} />
          </span>
        ))}
      </div>
      <div className={styles.sliders} style={{ '--bars': times.length } as CSSProperties}>
        {slider(0)}
        {slider(1)}
      </div>
      <p className={styles.range}>
        <output id={said}>{t('timeline.range', { from: name(first), to: name(last) })}</output>
        {isChosen ? (
          <Button size="small" onPress={onClear}>
            {t('timeline.clear')}
          </Button>
        ) : (
          !isAll && (
            <Button size="small" onPress={() => choose(range)}>
              {t('timeline.choose')}
            </Button>
          )
        )}
      </p>
    </fieldset>
  );
}
