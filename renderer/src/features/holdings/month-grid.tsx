import { memo } from 'react';
import { useAppearance } from '../../app/appearance.tsx';
import { formatRoute } from '../../app/route.ts';
import { formatEdtf, monthName } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './month-grid.module.css';
import { type DayCell, fullness, type Month } from './year-days.ts';

interface MonthGridProps {
  readonly month: Month;
  readonly paper: string | null;
  /** The one day of the year that Tab comes to. */
  readonly stop: string | undefined;
  /** The day that the list shows. */
  readonly shown: string | undefined;
}

/** A month: each day that is held is a way to its issue, each that is missing between them is an empty frame. */
export const MonthGrid = memo(function MonthGrid({ month, paper, stop, shown }: MonthGridProps) {
  const { t } = useTranslation('holdings');
  const { shownLanguage } = useAppearance();
  const name = monthName(month.month, shownLanguage);
  return (
    <section className={styles.month} aria-label={name}>
      <h3 className={styles.name}>{name}</h3>
      <div className={styles.weekdays} aria-hidden>
        {[...t('weekdays')].map((letter, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two weekdays have the same letter
          <span key={at}>{letter}</span>
        ))}
      </div>
      <ol className={styles.days}>
        {month.days.map((cell) => (
          <li key={cell.day} style={cell.number === 1 ? { gridColumnStart: month.offset + 1 } : undefined}>
            {cell.issue ? (
              <HeldDay cell={cell} paper={paper} isStop={cell.day === stop} isShown={cell.day === shown} />
            ) : (
              <span className={styles.day} data-missing={cell.isMissing || undefined} aria-hidden>
                {cell.number}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
});

interface HeldDayProps {
  readonly cell: DayCell;
  readonly paper: string | null;
  readonly isStop: boolean;
  readonly isShown: boolean;
}

function HeldDay({ cell: { day, number, issue }, paper, isStop, isShown }: HeldDayProps) {
  const { t } = useTranslation('holdings');
  const { shownLanguage } = useAppearance();
  if (!issue) return null;
  const { articles, pages, unread, marked } = issue;
  const said = t(pages > 0 ? 'issueWithPages' : 'issue', { day: formatEdtf(day, shownLanguage), pages, articles });
  const name = `${said}${unread > 0 ? t('unread', { count: unread }) : ''}${marked > 0 ? t('marked') : ''}`;
  return (
    <a
      className={styles.day}
      href={formatRoute({ screen: 'library', place: { at: 'issue', paper, from: day, to: day } })}
      tabIndex={isStop ? 0 : -1}
      title={name}
      aria-label={name}
      aria-current={isShown ? 'date' : undefined}
      data-day={day}
      data-full={fullness(issue)}
      data-marked={marked > 0 || undefined}
      data-read={unread === 0 || undefined}
      {...(isStop && { 'data-pane-start': '' })}
    >
      {number}
    </a>
  );
}
