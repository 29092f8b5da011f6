import { ArrowDownWideNarrow } from 'lucide-react';
import type { ArticleSort } from '#contract/articles.ts';
import { useAppearance } from '../../app/appearance.tsx';
import type { LibraryRoute } from '../../app/route.ts';
import { go } from '../../app/use-route.ts';
import { formatDays } from '../../strings/dates.ts';
import { useTranslation } from '../../strings/index.ts';
import { IconButton, Menu, MenuItem, MenuSection } from '../../ui/index.ts';
import styles from './list-header.module.css';

const SORTS: readonly ArticleSort[] = ['imported', 'date', 'title', 'publication'];
const ONLY = ['everything', 'unread', 'highlighted'] as const;

interface ListHeaderProps {
  readonly route: LibraryRoute;
  readonly total: number | undefined;
}

/** What the list shows, how much of it, and in which order. */
export function ListHeader({ route, total }: ListHeaderProps) {
  const { t, i18n } = useTranslation('library');
  const { place, sort = 'imported', only } = route;
  const holdings = useTranslation('holdings').t;
  const { shownLanguage } = useAppearance();
  const title =
    place.at === 'paper'
      ? place.name
      : place.at === 'issue'
        ? `${place.paper ?? holdings('unnamed')} ${formatDays(place.from, place.to, shownLanguage)}`
        : place.at === 'tag'
          ? place.path
          : place.at === 'search'
            ? place.text
            : t(`places.${place.at}`);

  function choose(part: { readonly sort?: ArticleSort; readonly only?: (typeof ONLY)[number] }): void {
    const { sort: _sort, only: _only, ...rest } = route;
    const nextSort = part.sort ?? sort;
    const nextOnly = part.only ?? only ?? 'everything';
    go(
      {
        ...rest,
        ...(nextSort === 'imported' ? {} : { sort: nextSort }),
        ...(nextOnly === 'everything' ? {} : { only: nextOnly }),
      },
      'replace',
    );
  }

  return (
    <header className={styles.header}>
      <h1 className={styles.title} title={title}>
        {title}
      </h1>
      <span className={styles.count}>{total === undefined ? '' : total.toLocaleString(i18n.language)}</span>
      <Menu
        aria-label={t('order')}
        trigger={
          <IconButton
            icon={ArrowDownWideNarrow}
            label={t('order')}
            {...(sort !== 'imported' || only ? { isOn: true } : {})}
          />
        }
      >
        <MenuSection
          title={t('sort.title')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[sort]}
          onSelectionChange={(keys) => {
            const [key] = keys;
            choose({ sort: key as ArticleSort });
          }}
        >
          {SORTS.map((key) => (
            <MenuItem key={key} id={key}>
              {t(key === 'title' ? 'sort.byTitle' : `sort.${key}`)}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection
          title={t('only.title')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[only ?? 'everything']}
          onSelectionChange={(keys) => {
            const [key] = keys;
            choose({ only: key as (typeof ONLY)[number] });
          }}
        >
          {ONLY.map((key) => (
            <MenuItem key={key} id={key}>
              {t(`only.${key}`)}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </header>
  );
}
