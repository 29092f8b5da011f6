import { useQuery } from '@tanstack/react-query';
import {
  Archive,
  BookCheck,
  BookMarked,
  BookOpen,
  Highlighter,
  Inbox,
  type LucideIcon,
  Settings2,
  Trash2,
} from 'lucide-react';
import { memo } from 'react';
import { archiveQueries } from '../../api/index.ts';
import { Seal } from '../../app/masthead.tsx';
import { formatRoute, type Place, placeKey } from '../../app/route.ts';
import { useTranslation } from '../../strings/index.ts';
import { JumpsLink } from './jumps-link.tsx';
import { NotesLink } from './notes-link.tsx';
import styles from './places-pane.module.css';
import { QueueLink } from './queue-link.tsx';
import { SavedPlaces } from './saved-places.tsx';

/** Where what was begun goes on to; each is there once something is in it. */
const READ_ON = [
  { state: 'reading', icon: BookMarked },
  { state: 'read', icon: BookCheck },
  { state: 'archived', icon: Archive },
] as const;

interface PlacesPaneProps {
  /** Where one is, as `placeKey` says it. */
  readonly here: string;
}

/** Where articles can be looked for, with how many there are. */
export const PlacesPane = memo(function PlacesPane({ here }: PlacesPaneProps) {
  const { t } = useTranslation('library');
  const { data: places } = useQuery(archiveQueries.articles.places.queryOptions());
  const { data: tags } = useQuery(archiveQueries.tags.list.queryOptions());
  const { data: info } = useQuery(archiveQueries.archive.info.queryOptions());

  function entry(target: Place, text: string, count: number | undefined, icon?: LucideIcon, dot?: string | null) {
    return (
      <PlaceLink
        key={placeKey(target)}
        place={target}
        text={text}
        count={count}
        icon={icon}
        dot={dot}
        isHere={placeKey(target) === here}
      />
    );
  }

  return (
    <>
      <header className={styles.masthead}>
        <Seal />
        <span className={styles.name} title={info?.name}>
          {info?.name ?? ' '}
        </span>
      </header>
      <div className={styles.scroll}>
        <ul className={styles.group}>
          {entry({ at: 'all' }, t('places.all'), places?.all, Inbox)}
          {entry({ at: 'unread' }, t('places.unread'), places?.unread, BookOpen)}
          {READ_ON.map(
            ({ state, icon }) =>
              (here === state || (places?.[state] ?? 0) > 0) &&
              entry({ at: state }, t(`places.${state}`), places?.[state], icon),
          )}
          {entry({ at: 'highlighted' }, t('places.highlighted'), places?.highlighted, Highlighter)}
          {entry({ at: 'trash' }, t('places.trash'), places?.trash, Trash2)}
          <NotesLink />
          <QueueLink />
          <JumpsLink />
        </ul>
        <SavedPlaces here={here} />
        {places && places.publications.length > 0 && (
          <PlaceGroup title={t('places.publications')}>
            {places.publications.map((paper) => entry({ at: 'paper', name: paper.name }, paper.name, paper.count))}
          </PlaceGroup>
        )}
        {tags && tags.length > 0 && (
          <PlaceGroup title={t('places.tags')}>
            {tags.map((tag) => entry({ at: 'tag', path: tag.path }, tag.path, tag.articles, undefined, tag.colour))}
          </PlaceGroup>
        )}
      </div>
      <footer className={styles.foot}>
        <a className={styles.place} href={formatRoute({ screen: 'settings' })}>
          <Settings2 size={16} strokeWidth={1.6} aria-hidden />
          <span className={styles.text}>{t('places.settings')}</span>
        </a>
      </footer>
    </>
  );
});

function PlaceGroup({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.group}>{children}</ul>
    </section>
  );
}

interface PlaceLinkProps {
  readonly place: Place;
  readonly text: string;
  readonly count: number | undefined;
  readonly icon: LucideIcon | undefined;
  readonly dot: string | null | undefined;
  readonly isHere: boolean;
}

function PlaceLink({ place, text, count, icon: Icon, dot, isHere }: PlaceLinkProps) {
  const { i18n } = useTranslation();
  const address = formatRoute({ screen: 'library', place });
  return (
    <li>
      <a
        className={styles.place}
        href={address}
        aria-current={isHere ? 'page' : undefined}
        {...(isHere ? { 'data-pane-start': '' } : {})}
      >
        {Icon && <Icon size={16} strokeWidth={1.6} aria-hidden />}
        {dot !== undefined && <span className={styles.dot} style={{ background: dot ?? undefined }} aria-hidden />}
        <span className={styles.text} title={text}>
          {text}
        </span>
        {count !== undefined && count > 0 && (
          <span className={styles.count}>{count.toLocaleString(i18n.language)}</span>
        )}
      </a>
    </li>
  );
}
