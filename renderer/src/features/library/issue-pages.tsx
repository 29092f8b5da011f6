import { useQuery } from '@tanstack/react-query';
import { archiveQueries } from '../../api/index.ts';
import { formatRoute, type LibraryRoute, type Place } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import styles from './issue-pages.module.css';

interface IssuePagesProps {
  readonly route: LibraryRoute;
  readonly issue: Place & { readonly at: 'issue' };
}

/** The pages of the issue in the list: all of them, or one. */
export function IssuePages({ route, issue }: IssuePagesProps) {
  const { t } = useTranslation('holdings');
  const { paper, from, to, page } = issue;
  const { data: pages } = useQuery(
    archiveQueries.holdings.pages.queryOptions({ input: { paper, days: { from, to } } }),
  );
  if (!pages || pages.length === 0) return null;
  const { article: _article, hit: _hit, note: _note, ...rest } = route;
  const { page: _page, ...whole } = issue;
  const way = (place: Place, text: string, isHere: boolean) => (
    <a key={text} href={formatRoute({ ...rest, place })} aria-current={isHere ? 'true' : undefined}>
      {text}
    </a>
  );
  return (
    <nav className={styles.pages} aria-label={t('pages')}>
      {way(whole, t('allPages'), page === undefined)}
      {pages.map((one) => way({ ...whole, page: one.page }, t('page', { page: one.page }), one.page === page))}
    </nav>
  );
}
