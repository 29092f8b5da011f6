import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { FileOutput } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem, ListBoxLoadMoreItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { ArticleId } from '#contract/ids.ts';
import type { SearchHit } from '#contract/search.ts';
import { archiveQueries } from '../../api/index.ts';
import { useActs } from '../../app/acts.tsx';
import { useAppearance } from '../../app/appearance.tsx';
import { go, keptBeside } from '../../app/use-route.ts';
import { formatEdtf } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import { textLanguage } from '../../strings/text-language.ts';
import { EmptyState, IconButton, Select } from '../../ui/index.ts';
import { Marked } from './marked.tsx';
import { Problems } from './problems.tsx';
import styles from './search.module.css';
import { Suggestions } from './suggestions.tsx';

const ROWS = 50;
type Sort = 'relevance' | 'date' | 'title';

interface SearchPaneProps {
  readonly text: string;
  readonly article: ArticleId | undefined;
}

/** What was found, with every hit marked in its snippet. */
export function SearchPane({ text, article }: SearchPaneProps) {
  const { t, i18n } = useTranslation('search');
  const { exportArticles } = useActs();
  const [sort, setSort] = useState<Sort>('relevance');
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(
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
          options={[
            { key: 'relevance', text: t('sorts.relevance') },
            { key: 'date', text: t('sorts.date') },
            { key: 'title', text: t('sorts.title') },
          ]}
        />
        {exportArticles && (
          <IconButton
            icon={FileOutput}
            label={t('export')}
            isDisabled={!first?.total}
            onPress={() => exportArticles({ of: 'search', text })}
          />
        )}
      </header>
      <Problems problems={first?.problems ?? []} text={text} />
      <Suggestions text={text} />
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
              if (id)
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

function Result({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTranslation('search');
  const { article, snippet, hits } = hit;
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
        {hits.length > 1 && <span className={styles.count}>{t('hits', { count: hits.length })}</span>}
      </p>
    </>
  );
}
