import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FileText, Filter, type LucideIcon, Newspaper, SpellCheck, Tag, TextSearch, UserRound } from 'lucide-react';
import type { ArticleKind } from '#contract/derivation.ts';
import type { QueryField } from '#contract/query-fields.ts';
import type { Suggestion } from '#contract/search.ts';
import { archiveQueries } from '../../api/index.ts';
import { formatRoute, type LibraryRoute } from '../../app/route.ts';
import { keptBeside } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { completionsOf, withValue } from './completions.ts';
import { quoted } from './query-text.ts';
import styles from './search.module.css';

const ICONS: Readonly<Record<Suggestion['kind'], LucideIcon>> = {
  title: FileText,
  publication: Newspaper,
  person: UserRound,
  tag: Tag,
  correction: SpellCheck,
  words: TextSearch,
};
const MOST = 5;

/** Places one may have meant: a title, a paper, a person, a tag, another spelling. */
export function Suggestions({ text }: { readonly text: string }) {
  const { t } = useTranslation('search');
  const { data = [] } = useQuery(
    archiveQueries.search.suggest.queryOptions({
      input: { text: text.slice(0, 200), limit: MOST },
      enabled: text.trim() !== '',
      placeholderData: keepPreviousData,
      throwOnError: false,
    }),
  );
  const desk = useTranslation('desk').t;
  const completions = completionsOf(text);
  if (data.length === 0 && completions.length === 0) return null;
  const valueName = (field: QueryField, value: string) =>
    field === 'kind'
      ? desk(`kinds.${value as ArticleKind}`)
      : t(`values.${value as 'highlight' | 'note' | 'tag' | 'unread'}`);
  return (
    <ul className={styles.suggestions} aria-label={t('suggestions')}>
      {completions.map(({ text: completed, field, value }) => (
        <li key={completed}>
          <a
            href={formatRoute({ screen: 'library', place: { at: 'search', text: completed }, ...keptBeside() })}
            className={styles.suggestion}
          >
            <Filter size={14} strokeWidth={1.6} aria-hidden />
            <span>
              {t('condition', {
                field: t(`fields.${field}`),
                value: value === undefined ? `${field}:` : valueName(field, value),
              })}
            </span>
          </a>
        </li>
      ))}
      {data.map((suggestion) => {
        const Icon = ICONS[suggestion.kind];
        return (
          <li key={`${suggestion.kind} ${suggestion.text} ${suggestion.article ?? ''}`}>
            <a
              href={formatRoute({ ...routeTo(suggestion, text), ...keptBeside() })}
              className={styles.suggestion}
              aria-label={t(`kinds.${suggestion.kind}`, { text: suggestion.text })}
            >
              <Icon size={14} strokeWidth={1.6} aria-hidden />
              <span>{suggestion.text}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function routeTo({ kind, text, article }: Suggestion, typed: string): LibraryRoute {
  if (kind === 'publication' || kind === 'person' || kind === 'tag') {
    const completed = withValue(typed, kind, quoted(text));
    if (completed !== undefined) return { screen: 'library', place: { at: 'search', text: completed } };
  }
  switch (kind) {
    case 'publication':
      return { screen: 'library', place: { at: 'paper', name: text } };
    case 'tag':
      return { screen: 'library', place: { at: 'tag', path: text } };
    case 'person':
      return { screen: 'library', place: { at: 'search', text: `by:=${quoted(text)}` } };
    case 'title':
      return { screen: 'library', place: { at: 'search', text }, ...(article ? { article } : {}) };
    case 'correction':
    case 'words':
      return { screen: 'library', place: { at: 'search', text } };
  }
}
