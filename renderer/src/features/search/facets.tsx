import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { QueryPart, SearchFacets } from '#contract/search.ts';
import { archiveQueries } from '../../api/index.ts';
import { useActs } from '../../app/acts.tsx';
import { useTranslation } from '../../strings/index.ts';
import { Button } from '../../ui/index.ts';
import styles from './facets.module.css';
import { daysOf, quoted, withCondition, withDays, withoutDays, withoutPart } from './query-text.ts';
import { Timeline } from './timeline.tsx';

/** Values of a kind that are shown before one asks for more. */
const SHOWN = 5;
/** Months that are drawn; over more there are years. */
const MOST_MONTHS = 60;

type Kind = 'papers' | 'years' | 'people' | 'tags' | 'kinds';
const KINDS: readonly Kind[] = ['papers', 'people', 'tags', 'kinds', 'years'];
const FIELDS = { papers: 'paper', people: 'by', tags: 'tag', kinds: 'kind', years: 'from' } as const;

interface FacetsProps {
  readonly text: string;
  readonly parts: readonly QueryPart[];
  readonly onChange: (text: string) => void;
}

/** What was found by time, paper, person, tag and kind; a press asks for one of them as well, another one no more. */
export function Facets({ text, parts, onChange }: FacetsProps) {
  const { t } = useTranslation('search');
  const terms = useTranslation('terms').t;
  const { listTerms } = useActs();
  const options = (asked: string) =>
    archiveQueries.search.facets.queryOptions({ input: { text: asked }, placeholderData: keepPreviousData });
  const { data: facets } = useQuery(options(text));
  // A chosen time stands within all of it, so that another can be chosen.
  const { data: whole } = useQuery(options(withoutDays(text, parts) || text));
  if (!facets) return null;
  const times = whole && timesOf(whole);
  return (
    <section className={styles.facets} aria-label={t('facets.label')}>
      {times && times.length > 1 && (
        <Timeline
          times={times}
          days={daysOf(parts)}
          onChoose={(first, last) => onChange(withDays(text, parts, first, last))}
          onClear={() => onChange(withoutDays(text, parts))}
        />
      )}
      {KINDS.map((kind) => (
        <FacetList key={kind} kind={kind} facets={facets} text={text} parts={parts} onChange={onChange} />
      ))}
      {listTerms && (
        <div>
          <Button size="small" onPress={listTerms}>
            {terms('command')}
          </Button>
        </div>
      )}
    </section>
  );
}

function timesOf({ months, years }: SearchFacets): SearchFacets['months'] {
  return months.length > 0 && months.length <= MOST_MONTHS ? months : years;
}

function FacetList({
  kind,
  facets,
  text,
  parts,
  onChange,
}: FacetsProps & { readonly kind: Kind; readonly facets: SearchFacets }) {
  const { t, i18n } = useTranslation('search');
  const desk = useTranslation('desk').t;
  const [isOpen, setOpen] = useState(false);
  const all: readonly { readonly value: string; readonly count: number }[] =
    kind === 'years' ? facets.years.filter(({ count }) => count > 0).toReversed() : facets[kind];
  if (all.length === 0) return null;
  const field = FIELDS[kind];
  const values = isOpen ? all : all.slice(0, SHOWN);
  const rest = kind === 'kinds' || kind === 'years' ? 0 : facets.more[kind];
  const isAsked = (part: QueryPart, value: string) => part.is === field && !part.excluded && part.value === value;

  function toggled(value: string): string {
    const at = parts.findIndex((part) => isAsked(part, value));
    if (kind === 'years') return at >= 0 ? withoutDays(text, parts) : withDays(text, parts, value, value);
    if (at >= 0) return withoutPart(text, parts, at);
    const exact = kind === 'papers' || kind === 'people' ? '=' : '';
    return withCondition(text, `${field}:${exact}${quoted(value)}`);
  }

  return (
    <section aria-label={t(`facets.${kind}`)}>
      <h3 className={styles.heading}>{t(`facets.${kind}`)}</h3>
      <ul className={styles.values}>
        {values.map(({ value, count }) => (
          <li key={value}>
            <ToggleButton
              className={styles.value}
              isSelected={parts.some((part) => isAsked(part, value))}
              onChange={() => onChange(toggled(value))}
            >
              <span>{kind === 'kinds' ? desk(`kinds.${value as SearchFacets['kinds'][number]['value']}`) : value}</span>
              <span className={styles.count}>{count.toLocaleString(i18n.language)}</span>
            </ToggleButton>
          </li>
        ))}
      </ul>
      {all.length > SHOWN && (
        <Button size="small" onPress={() => setOpen(!isOpen)}>
          {isOpen ? t('facets.less') : t('facets.more', { count: all.length - SHOWN + rest })}
        </Button>
      )}
    </section>
  );
}
