import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FileText, type LucideIcon, Newspaper, SpellCheck, Tag, UserRound } from 'lucide-react';
import type { Suggestion } from '#contract/search.ts';
import { archiveQueries } from '../../api/index.ts';
import { formatRoute, type LibraryRoute } from '../../app/route.ts';
import { keptBeside } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './search.module.css';

const ICONS: Readonly<Record<Suggestion['kind'], LucideIcon>> = {
  title: FileText,
  publication: Newspaper,
  person: UserRound,
  tag: Tag,
  correction: SpellCheck,
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
  if (data.length === 0) return null;
  return (
    <ul className={styles.suggestions} aria-label={t('suggestions')}>
      {data.map((suggestion) => {
        const Icon = ICONS[suggestion.kind];
        return (
          <li key={`${suggestion.kind} ${suggestion.text} ${suggestion.article ?? ''}`}>
            <a
              href={formatRoute({ ...routeTo(suggestion), ...keptBeside() })}
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

function routeTo({ kind, text, article }: Suggestion): LibraryRoute {
  switch (kind) {
    case 'publication':
      return { screen: 'library', place: { at: 'paper', name: text } };
    case 'tag':
      return { screen: 'library', place: { at: 'tag', path: text } };
    case 'person':
      return { screen: 'library', place: { at: 'search', text: `by:${quoted(text)}` } };
    case 'title':
      return { screen: 'library', place: { at: 'search', text }, ...(article ? { article } : {}) };
    case 'correction':
      return { screen: 'library', place: { at: 'search', text } };
  }
}

/** A value with a blank in it would end there. */
function quoted(text: string): string {
  return /\s/u.test(text) ? `"${text.replaceAll('"', '')}"` : text;
}
