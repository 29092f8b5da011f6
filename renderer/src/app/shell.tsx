import { type ReactNode, useRef } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { useTranslation } from '../strings/index.ts';
import { useAppearance } from './appearance.tsx';
import { useCommands } from './commands.ts';
import styles from './shell.module.css';

interface ShellProps {
  readonly places: ReactNode;
  readonly list: ReactNode;
  readonly article: ReactNode;
}

/** Three panes; places and list can be hidden. F6 goes round them. */
export function Shell({ places, list, article }: ShellProps) {
  const { t } = useTranslation('app');
  const { panes, change } = useAppearance();
  const root = useRef<HTMLDivElement>(null);
  const shown = [...(panes.places ? ['places'] : []), ...(panes.list ? ['list'] : []), 'article'];
  const layout = useDefaultLayout({ id: 'jianbao.panes', panelIds: shown, storage: localStorage });

  function step(direction: 1 | -1): void {
    const stops = [...(root.current?.querySelectorAll<HTMLElement>('[data-pane]') ?? [])];
    const here = stops.findIndex((stop) => stop.contains(document.activeElement));
    const next = stops.at((here + direction + stops.length) % stops.length);
    const start =
      next?.querySelector<HTMLElement>('[data-pane-start]') ?? next?.querySelector<HTMLElement>('[tabindex="0"]');
    (start ?? next)?.focus();
  }

  useCommands([
    {
      id: 'panes.places',
      section: 'view',
      text: t('togglePlaces'),
      keys: ['$mod+b'],
      run: () => change({ panes: { ...panes, places: !panes.places } }),
    },
    {
      id: 'panes.list',
      section: 'view',
      text: t('toggleList'),
      keys: ['$mod+Shift+b'],
      run: () => change({ panes: { ...panes, list: !panes.list } }),
    },
    {
      id: 'panes.focus',
      section: 'view',
      text: t('focusMode'),
      keys: ['f'],
      run: () => {
        const isAlone = !panes.places && !panes.list;
        change({ panes: { places: isAlone, list: isAlone } });
      },
    },
    { id: 'panes.next', section: 'go', text: t('nextPane'), keys: ['F6'], run: () => step(1) },
    { id: 'panes.previous', section: 'go', text: t('previousPane'), keys: ['Shift+F6'], run: () => step(-1) },
  ]);

  return (
    <Group id="panes" className={styles.panes} elementRef={root} {...layout}>
      {panes.places && (
        <>
          <Panel
            id="places"
            defaultSize="15.5%"
            minSize={188}
            maxSize={300}
            className={styles.panel}
            style={{ overflow: 'hidden' }}
          >
            <nav className={styles.places} aria-label={t('panes.places')} data-pane="places">
              {places}
            </nav>
          </Panel>
          <Separator className={styles.seam} aria-label={t('panes.resize')} />
        </>
      )}
      {panes.list && (
        <>
          <Panel
            id="list"
            defaultSize="25.3%"
            minSize={288}
            maxSize={480}
            className={styles.panel}
            style={{ overflow: 'hidden' }}
          >
            <section className={styles.list} aria-label={t('panes.list')} data-pane="list">
              {list}
            </section>
          </Panel>
          <Separator className={styles.seam} aria-label={t('panes.resize')} />
        </>
      )}
      {/* Out of sight the list still knows which article is next. */}
      {!panes.list && <div hidden>{list}</div>}
      <Panel id="article" minSize={340} className={styles.panel} style={{ overflow: 'hidden' }}>
        <main className={styles.article} aria-label={t('panes.article')} data-pane="article" tabIndex={-1}>
          {article}
        </main>
      </Panel>
    </Group>
  );
}
