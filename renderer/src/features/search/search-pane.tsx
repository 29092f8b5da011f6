import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { FileOutput, ListFilter } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { ListBox, ListBoxItem, ListBoxLoadMoreItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { ArticleId } from '#contract/ids.ts';
import type { SearchHit, SearchSort } from '#contract/search.ts';
import { archive, archiveQueries } from '../../api/index.ts';
import { useActs } from '../../app/acts.tsx';
import { useAppearance } from '../../app/appearance.tsx';
import { go, keptBeside } from '../../app/use-route.ts';
import { formatEdtf } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { Button, EmptyState, IconButton, Select } from '../../ui/index.ts';
import { Chips } from './chips.tsx';
import { IndexingNotice } from './indexing-notice.tsx';
import { Marked } from './marked.tsx';
import { Problems } from './problems.tsx';
import { withCondition } from './query-text.ts';
import { SaveSearch } from './saved-searches.tsx';
import { scopeOf } from './scope.ts';
import styles from './search.module.css';
import { Suggestions } from './suggestions.tsx';

const Facets = lazy(() => import('./facets.tsx').then(({ Facets }) => ({ default: Facets })));

const ROWS = 50;
const SORTS: readonly SearchSort[] = ['relevance', 'date', 'title', 'publication'];
/** Whoever opened the filters wants them with the next search too. */
let wasFiltering = false;

interface SearchPaneProps {
  readonly text: string;
  readonly article: ArticleId | undefined;
}

/** What was found, with every hit marked in its snippet. */
export function SearchPane({ text, article }: SearchPaneProps) {
  const { t, i18n } = useTranslation('search');
  const { exportArticles } = useActs();
  const [sort, setSort] = useState<SearchSort>('relevance');
  const [isFiltering, setFiltering] = useState(wasFiltering);
  const { data, hasNextPage, isFetching, isPlaceholderData, fetchNextPage } = useInfiniteQuery(
    archiveQueries.search.query.infiniteOptions({
      input: (offset: number) => ({ text, offset, limit: ROWS, sort }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => (pages.length * ROWS < last.total ? pages.length * ROWS : undefined),
      placeholderData: keepPreviousData,
    }),
  );
  const first = data?.pages[0];
  const items = data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <div className={styles.pane} data-search-results="">
      <header className={styles.head}>
        <p role="status">
          {first && t('found', { count: first.total, number: first.total.toLocaleString(i18n.language) })}
        </p>
        <Select
          label={t('sort')}
          isLabelHidden
          value={sort}
          onChange={setSort}
          options={SORTS.map((key) => ({ key, text: t(`sorts.${key}`) }))}
        />
        <IconButton
          icon={ListFilter}
          label={t('facets.show')}
          isOn={isFiltering}
          onPress={() => {
            wasFiltering = !isFiltering;
            setFiltering(wasFiltering);
          }}
        />
        <SaveSearch text={text} isShown={first !== undefined && !isPlaceholderData} />
        {exportArticles && (
          <IconButton
            icon={FileOutput}
            label={t('export')}
            isDisabled={!first?.total}
            onPress={() => exportArticles({ of: 'search', text })}
          />
        )}
      </header>
      {first && !isPlaceholderData && <Chips text={text} parts={first.parts} onChange={show} />}
      <IndexingNotice />
      <Problems problems={first?.problems ?? []} text={text} />
      <Within text={text} onChange={show} />
      <Suggestions text={text} />
      {isFiltering && first && !isPlaceholderData && (
        <Suspense>
          <Facets text={text} parts={first.parts} onChange={show} />
        </Suspense>
      )}
      {first && items.length === 0 ? (
        <EmptyState title={t('nothing')}>
          <p>{t('nothingHint')}</p>
        </EmptyState>
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 112, loaderHeight: 40 }}>
          <ListBox
            className={styles.results}
            aria-label={t('results')}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={article ? [article] : []}
            onSelectionChange={(keys) => {
              const [id] = keys;
              if (id) {
                remember(text);
                go(
                  {
                    screen: 'library',
                    place: { at: 'search', text },
                    article: id as ArticleId,
                    hit: 0,
                    ...keptBeside(),
                  },
                  'replace',
                );
              }
            }}
          >
            {items.map((hit) => (
              <ListBoxItem
                key={hit.article.id}
                id={hit.article.id}
                textValue={hit.article.title || t('untitled')}
                className={styles.result}
              >
                <Result hit={hit} />
              </ListBoxItem>
            ))}
            {hasNextPage && (
              <ListBoxLoadMoreItem
                isLoading={isFetching}
                onLoadMore={() => void fetchNextPage()}
                className={styles.more}
              >
                {t('loading')}
              </ListBoxLoadMoreItem>
            )}
          </ListBox>
        </Virtualizer>
      )}
    </div>
  );
}

/** Goes where the query is another one; what is open stays. */
function show(text: string): void {
  go({ screen: 'library', place: { at: 'search', text }, ...keptBeside() }, 'push');
}

/** Only a convenience: that it cannot be written is told nobody. */
function remember(text: string): void {
  if (text.trim() !== '') void archive.searches.remember({ text: text.trim() }).catch(() => undefined);
}

/** Offers to look in the list alone that one came from. */
function Within({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const { t } = useTranslation('search');
  const places = useTranslation('library').t;
  const scope = scopeOf();
  if (!scope || text.trim() === '' || text.includes(scope.condition)) return null;
  const place = 'name' in scope ? scope.name : places(`places.${scope.place}`);
  return (
    <p className={styles.within}>
      <Button size="small" onPress={() => onChange(withCondition(text, scope.condition))}>
        {t('within', { place })}
      </Button>
    </p>
  );
}

function Result({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTranslation('search');
  const { article, snippet, hits, inMarks } = hit;
  const { shownLanguage } = useAppearance();
  const day = article.date && formatEdtf(article.date.edtf, shownLanguage);
  const where = [article.publication, day].filter(Boolean).join(' · ') || article.source;
  return (
    <>
      <div lang={textLanguage(article.title + snippet.text)}>
        <h3 className={styles.title}>
          {snippet.field === 'title' ? (
            <Marked text={snippet.text} marks={snippet.marks} />
          ) : (
            article.title || t('untitled')
          )}
        </h3>
        {snippet.field !== 'title' && (
          <p className={styles.snippet}>
            {snippet.field === 'note' && <span className={styles.field}>{t('inNote')}</span>}
            <Marked text={snippet.text} marks={snippet.marks} />
          </p>
        )}
      </div>
      <p className={styles.where}>
        <span>{where}</span>
        {inMarks > 0 && <span className={styles.inMarks}>{t('inMarks', { count: inMarks })}</span>}
        {hits.length > 1 && <span className={styles.count}>{t('hits', { count: hits.length })}</span>}
      </p>
    </>
  );
}
