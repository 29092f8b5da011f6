import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Group } from 'react-aria-components';
import type { AnchorState, AnnotationSort } from '#contract/annotations.ts';
import { changeNotes, type NotesRoute } from '../../app/notes-route.ts';
import { go } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { Button, IconButton, SearchField, Select, TagChip } from '../../ui/index.ts';
import { COLOURS, useMeanings } from '../annotations/index.ts';
import { TagField } from '../tags/index.ts';
import { DayField } from './day-field.tsx';
import styles from './panel.module.css';

const STATES: readonly AnchorState[] = ['exact', 'moved', 'changed', 'orphan'];
const SORTS: readonly AnnotationSort[] = ['made', 'article', 'printed'];
/** While one types the list waits for a pause. */
const PAUSE_MILLISECONDS = 150;

interface PanelFiltersProps {
  readonly route: NotesRoute;
  readonly counts:
    | {
        readonly bookmarks: number;
        readonly colours: Record<string, number>;
        readonly states: Record<string, number>;
      }
    | undefined;
  /** Title of the article that alone is shown. */
  readonly articleTitle: string | undefined;
  readonly onDown: () => void;
}

/** Which highlights are listed: all of it stands in the address. */
export function PanelFilters({ route, counts, articleTitle, onDown }: PanelFiltersProps) {
  const { t } = useTranslation('panel');
  const { nameOf } = useMeanings();
  const { kind, colour, state, tag, article, text = '', from, until, sort = 'made' } = route;
  const [typed, setTyped] = useState(text);
  const [isAddingTag, setAddingTag] = useState(false);
  const change = (part: Parameters<typeof changeNotes>[1]) =>
    go(changeNotes(route, { note: undefined, ...part }), 'replace');
  const states = STATES.filter((key) => key === state || (counts?.states[key] ?? 0) > 0);
  const isFiltered = Boolean(kind || colour || state || tag || article || text || from || until);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when something was typed
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => change({ text: typed || undefined }), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => setTyped(text), [text]);

  return (
    <Group className={styles.filters} aria-label={t('filter.label')}>
      <div className={styles.find}>
        <SearchField
          aria-label={t('filter.text')}
          placeholder={t('filter.text')}
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') onDown();
            else event.continuePropagation();
          }}
        />
      </div>
      <Select
        label={t('filter.colour')}
        isLabelHidden
        value={kind ?? colour ?? 'all'}
        onChange={(key) =>
          change({
            kind: key === 'bookmark' ? key : undefined,
            colour: key === 'all' || key === 'bookmark' ? undefined : key,
          })
        }
        options={[
          { key: 'all', text: t('colours.all') },
          ...COLOURS.map((key) => ({
            key,
            text: t('withCount', { text: nameOf(key), count: counts?.colours[key] ?? 0 }),
          })),
          {
            key: 'bookmark' as const,
            text: t('withCount', { text: t('colours.bookmark'), count: counts?.bookmarks ?? 0 }),
          },
        ]}
      />
      {(states.length > 1 || state) && (
        <Select
          label={t('filter.state')}
          isLabelHidden
          value={state ?? 'all'}
          onChange={(key) => change({ state: key === 'all' ? undefined : key })}
          options={[
            { key: 'all', text: t('states.all') },
            ...states.map((key) => ({
              key,
              text: t('withCount', { text: t(`states.${key}`), count: counts?.states[key] ?? 0 }),
            })),
          ]}
        />
      )}
      <Group className={styles.days} aria-label={`${t('filter.from')} – ${t('filter.until')}`}>
        <DayField label={t('filter.from')} value={from} onChange={(day) => change({ from: day })} />
        <span aria-hidden>–</span>
        <DayField label={t('filter.until')} value={until} onChange={(day) => change({ until: day })} />
      </Group>
      {tag ? (
        <TagChip path={tag} removeLabel={t('filter.dropTag', { tag })} onRemove={() => change({ tag: undefined })} />
      ) : isAddingTag ? (
        <TagField
          present={[]}
          isKnownOnly
          label={t('filter.addTag')}
          onAdd={(path) => change({ tag: path })}
          onDone={() => setAddingTag(false)}
        />
      ) : (
        <Button size="small" onPress={() => setAddingTag(true)}>
          {t('filter.tag')}
        </Button>
      )}
      {article && (
        <TagChip
          path={articleTitle ?? t('untitled')}
          removeLabel={t('filter.dropArticle')}
          onRemove={() => change({ article: undefined })}
        />
      )}
      {isFiltered && (
        <IconButton
          icon={X}
          size="small"
          label={t('filter.clear')}
          onPress={() => go(changeNotes({ screen: 'notes' }, { sort: route.sort }), 'replace')}
        />
      )}
      <span className={styles.rest} />
      <Select
        label={t('filter.sort')}
        isLabelHidden
        value={sort}
        onChange={(key) => go(changeNotes(route, { sort: key === 'made' ? undefined : key }), 'replace')}
        options={SORTS.map((key) => ({ key, text: t(`sorts.${key}`) }))}
      />
    </Group>
  );
}
