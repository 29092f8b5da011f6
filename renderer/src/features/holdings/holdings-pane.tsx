import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PaperHoldings } from '#contract/holdings.ts';
import { archiveQueries } from '../../api/index.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { formatRoute, type LibraryRoute, type Place } from '../../app/route.ts';
import { go } from '../../app/use-route.ts';
import { formatDays } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import { Select } from '../../ui/index.ts';
import styles from './holdings-pane.module.css';
import { Legend } from './legend.tsx';
import { MonthGrid } from './month-grid.tsx';
import { dayAfterKey, monthsOf } from './year-days.ts';

interface HoldingsPaneProps {
  readonly route: LibraryRoute;
  /** Where nothing has a date there is no calendar. */
  readonly otherwise: ReactNode;
}

/** What the archive holds: one paper at a time, a year of its issues, what is missing between them. */
export function HoldingsPane({ route, otherwise }: HoldingsPaneProps) {
  const { data: papers } = useQuery(archiveQueries.holdings.papers.queryOptions());
  if (!papers) return null;
  const shown = paperOf(route, papers);
  const year = shown && yearOf(route, shown);
  if (!shown || year === undefined) return otherwise;
  return <Calendar route={route} papers={papers} shown={shown} year={year} />;
}

interface CalendarProps {
  readonly route: LibraryRoute;
  readonly papers: readonly PaperHoldings[];
  readonly shown: PaperHoldings;
  readonly year: number;
}

function Calendar({ route, papers, shown, year }: CalendarProps) {
  const { t, i18n } = useTranslation('holdings');
  const { shownLanguage } = useAppearance();
  const { paper, years, first, last } = shown;
  const { data: issues } = useQuery(archiveQueries.holdings.year.queryOptions({ input: { paper, year } }));
  const months = useMemo(() => monthsOf(year, issues ?? [], { first, last }), [year, issues, first, last]);
  const held = useMemo(() => (issues ?? []).filter(({ from, to }) => from === to).map(({ from }) => from), [issues]);
  const vague = (issues ?? []).filter(({ from, to }) => from !== to);
  const open = route.place.at === 'issue' && route.place.paper === paper ? route.place : undefined;
  const [here, setHere] = useState<string>();
  const stop = [here, open?.from, held[0]].find((day) => day !== undefined && held.includes(day));
  const months12 = useRef<HTMLDivElement>(null);
  const [isAwaited, setAwaited] = useState(false);

  const focusDay = useCallback((day: string) => {
    setHere(day);
    months12.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }, []);
  // Another year was asked for by key: its first day has the focus once it is there.
  useEffect(() => {
    const [day] = held;
    if (!isAwaited || !day?.startsWith(String(year).padStart(4, '0'))) return;
    setAwaited(false);
    focusDay(day);
  }, [isAwaited, held, year, focusDay]);

  function onKeyDown(event: KeyboardEvent): void {
    const from = event.target instanceof HTMLElement ? event.target.dataset.day : undefined;
    if (from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const turned = { PageDown: 1, PageUp: -1 }[event.key];
    const next = dayAfterKey(held, from, event.key);
    if (turned === undefined && next === undefined) return;
    event.preventDefault();
    if (next !== undefined) focusDay(next);
    const other = turned && years[years.findIndex((one) => one.year === year) + turned];
    if (!other) return;
    setAwaited(true);
    go(withYear(route, paper, other.year), 'replace');
  }

  const number = (count: number) => count.toLocaleString(i18n.language);
  const articles = years.find((one) => one.year === year)?.articles ?? 0;
  return (
    <div className={styles.holdings}>
      <header className={styles.head}>
        <h2 className={styles.title}>{paper ?? t('unnamed')}</h2>
        <p className={styles.count}>
          {t('held', { count: articles, number: number(articles) })} ·{' '}
          {t('days', { count: held.length, number: number(held.length) })}
        </p>
        {papers.length > 1 && (
          <Select
            label={t('paper')}
            isLabelHidden
            value={keyOf(paper)}
            options={papers.map((one) => ({
              key: keyOf(one.paper),
              text: `${one.paper ?? t('unnamed')}  ${number(one.articles)}`,
            }))}
            onChange={(key) => {
              const chosen = papers.find((one) => keyOf(one.paper) === key);
              if (chosen) go(routeOf(chosen));
            }}
          />
        )}
      </header>
      <nav className={styles.years} aria-label={t('years')}>
        {years.map((one) => (
          <a
            key={one.year}
            href={formatRoute(withYear(route, paper, one.year))}
            aria-current={one.year === year ? 'true' : undefined}
          >
            {one.year}
          </a>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the links inside */}
      <div ref={months12} className={styles.months} onKeyDown={onKeyDown}>
        {months.map((month) => (
          <MonthGrid key={month.month} month={month} paper={paper} stop={stop} shown={open?.from} />
        ))}
      </div>
      {vague.length > 0 && (
        <p className={styles.vague}>
          <span>{t('vague')}</span>
          {vague.map(({ from, to, articles: count }) => (
            <a key={`${from} ${to}`} href={formatRoute({ screen: 'library', place: { at: 'issue', paper, from, to } })}>
              {formatDays(from, to, shownLanguage)} <span className={styles.small}>{number(count)}</span>
            </a>
          ))}
        </p>
      )}
      <Legend />
    </div>
  );
}

/** The paper that the place names, else the one that was chosen, else the fullest. */
function paperOf({ place, calendar }: LibraryRoute, papers: readonly PaperHoldings[]): PaperHoldings | undefined {
  const named = place.at === 'paper' ? place.name : place.at === 'issue' ? place.paper : calendar?.paper;
  if (named === undefined) return papers[0];
  return papers.find(({ paper }) => paper === named);
}

/** The year that was chosen, or that of the issue; else the last of which there is something. */
function yearOf({ place, calendar }: LibraryRoute, { years }: PaperHoldings): number | undefined {
  const asked = calendar?.year ?? (place.at === 'issue' ? Number(place.from.slice(0, 4)) : undefined);
  return years.find(({ year }) => year === asked)?.year ?? years.at(-1)?.year;
}

function withYear({ place, sort, only }: LibraryRoute, paper: string | null, year: number): LibraryRoute {
  return {
    screen: 'library',
    place,
    ...(sort && { sort }),
    ...(only && { only }),
    calendar: { paper, year },
  };
}

function routeOf({ paper, years }: PaperHoldings): LibraryRoute {
  const place: Place = paper === null ? { at: 'all' } : { at: 'paper', name: paper };
  return { screen: 'library', place, calendar: { paper, year: years.at(-1)?.year ?? 0 } };
}

/** A paper's key among the choices; none may be named so. */
function keyOf(paper: string | null): string {
  return paper === null ? '' : `=${paper}`;
}
