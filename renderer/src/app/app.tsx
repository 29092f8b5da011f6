import { lazy, Suspense, useEffect, useState } from 'react';
import { host, useConnectionState } from '../api/index.ts';
import { ImportPanel } from '../features/intake/index.ts';
import { EmptyArchive, ListPane, PlacesPane } from '../features/library/index.ts';
import { ArticlePane } from '../features/reader/index.ts';
import { SearchBox, SearchPane } from '../features/search/index.ts';
import { useTranslation } from '../strings/index.ts';
import { EmptyState, Notices } from '../ui/index.ts';
import styles from './app.module.css';
import { hearAppearance, useAppearance } from './appearance.tsx';
import { Boundary } from './boundary.tsx';
import { redo, undo } from './changes.ts';
import { useCommands } from './commands.ts';
import { ConnectionNotice } from './connection-notice.tsx';
import { Features } from './features.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Seal } from './masthead.tsx';
import { openAddress } from './open-address.ts';
import { formatRoute, HOME, type LibraryRoute, placeKey, type Route } from './route.ts';
import { Shell } from './shell.tsx';
import { currentRoute, go, useRoute } from './use-route.ts';

const DeskScreen = lazy(() => import('../features/desk/index.ts').then(({ DeskScreen }) => ({ default: DeskScreen })));
const QueueScreen = lazy(() =>
  import('../features/desk-queue/index.ts').then(({ QueueScreen }) => ({ default: QueueScreen })),
);
const JumpsScreen = lazy(() =>
  import('../features/jumps/index.ts').then(({ JumpsScreen }) => ({ default: JumpsScreen })),
);
const PanelScreen = lazy(() =>
  import('../features/annotation-panel/index.ts').then(({ PanelScreen }) => ({ default: PanelScreen })),
);
const SettingsDialog = lazy(() =>
  import('../features/settings/index.ts').then(({ SettingsDialog }) => ({ default: SettingsDialog })),
);
const Palette = lazy(() => import('./palette.tsx').then(({ Palette }) => ({ default: Palette })));

export function App() {
  const { t } = useTranslation('app');
  const route = useRoute();
  // What settings are opened over stays where it is behind them.
  const [behind, setBehind] = useState(HOME);
  if (route.screen === 'library' && route !== behind) setBehind(route);
  const connection = useConnectionState();
  const { isNight, shownLanguage, change } = useAppearance();
  const [overlay, setOverlay] = useState<'palette' | 'keys'>();

  useEffect(() => {
    if (location.hash === '') go(HOME, 'replace');
  }, []);

  useCommands([
    { id: 'palette', section: 'view', text: t('palette'), keys: ['$mod+k'], run: () => setOverlay('palette') },
    { id: 'keys', section: 'view', text: t('keys'), keys: ['Shift+?', '?'], run: () => setOverlay('keys') },
    { id: 'undo', section: 'archive', text: t('undo'), keys: ['$mod+z'], run: () => void undo() },
    { id: 'redo', section: 'archive', text: t('redo'), keys: ['$mod+Shift+z'], run: () => void redo() },
    {
      id: 'theme',
      section: 'view',
      text: t('theme'),
      keys: ['$mod+Shift+l'],
      run: () => change({ theme: isNight ? 'light' : 'night' }),
    },
    {
      id: 'language',
      section: 'view',
      text: t('language'),
      run: () => change({ language: shownLanguage === 'en' ? 'zh-Hans' : 'en' }),
    },
    { id: 'holdings', section: 'go', text: t('holdings'), keys: ['h'], run: showCalendar },
    { id: 'queue', section: 'go', text: t('queue'), keys: ['q'], run: () => go({ screen: 'queue' }) },
    { id: 'jumps', section: 'go', text: t('jumps'), run: () => go({ screen: 'jumps' }) },
    { id: 'notes', section: 'go', text: t('notes'), keys: ['m'], run: () => go({ screen: 'notes' }) },
    { id: 'settings', section: 'go', text: t('settings'), keys: ['$mod+,'], run: () => go({ screen: 'settings' }) },
    { id: 'back', section: 'go', text: t('back'), keys: ['Alt+ArrowLeft'], run: () => history.back() },
    { id: 'forward', section: 'go', text: t('forward'), keys: ['Alt+ArrowRight'], run: () => history.forward() },
  ]);

  if (connection === 'refused') return <RefusedWindow />;
  const library = route.screen === 'library' ? route : behind;
  const { place } = library;
  const isAtHome = route.screen === 'library' || route.screen === 'settings';
  return (
    <Features isPanelOver={isAtHome}>
      <div className={styles.window}>
        <ConnectionNotice />
        <div className={styles.rest}>
          {route.screen === 'desk' ? (
            <Boundary resetKey={formatRoute(route)} onLeave={() => go(HOME)}>
              <Suspense>
                <DeskScreen key={route.source} source={route.source} />
              </Suspense>
            </Boundary>
          ) : route.screen === 'queue' ? (
            <Boundary resetKey={formatRoute(route)} onLeave={() => go(HOME)}>
              <Suspense>
                <QueueScreen route={route} />
              </Suspense>
            </Boundary>
          ) : route.screen === 'jumps' ? (
            <Boundary resetKey="jumps" onLeave={() => go(HOME)}>
              <Suspense>
                <JumpsScreen route={route} />
              </Suspense>
            </Boundary>
          ) : route.screen === 'notes' ? (
            <Boundary resetKey="notes" onLeave={() => go(HOME)}>
              <Suspense>
                <PanelScreen route={route} />
              </Suspense>
            </Boundary>
          ) : (
            <Shell
              places={
                <Boundary>
                  <PlacesPane here={placeKey(place)} />
                </Boundary>
              }
              list={
                <>
                  <SearchBox place={place} />
                  <Boundary resetKey={placeKey(place)}>
                    {place.at === 'search' ? (
                      <SearchPane text={place.text} article={route.screen === 'library' ? route.article : undefined} />
                    ) : (
                      <ListPane key={placeKey(place)} route={library} />
                    )}
                  </Boundary>
                </>
              }
              article={
                <Boundary resetKey={formatRoute(route)}>
                  <ArticlePane route={library} welcome={<EmptyArchive />} />
                </Boundary>
              }
            />
          )}
        </div>
        {!isAtHome && <ImportPanel isLine />}
        <Notices />
        {route.screen === 'settings' && (
          <Suspense>
            <SettingsDialog onClose={() => go(behind, 'replace')} />
          </Suspense>
        )}
        {overlay === 'palette' && (
          <Suspense>
            <Palette onClose={() => setOverlay(undefined)} />
          </Suspense>
        )}
        {overlay === 'keys' && <KeysDialog onClose={() => setOverlay(undefined)} />}
      </div>
    </Features>
  );
}

/** How many frames its days may take to come. */
const PATIENCE = 60;

/** Shows the calendar and goes to the day that Tab would come to, once it is there. */
function showCalendar(): void {
  go(toCalendar(currentRoute()));
  function focusDay(left: number): void {
    const day = document.querySelector<HTMLElement>('[data-pane=article] a[data-day][tabindex="0"]');
    if (day) day.focus();
    else if (left > 0) requestAnimationFrame(() => focusDay(left - 1));
  }
  requestAnimationFrame(() => focusDay(PATIENCE));
}

/** The place one is at without its article: that is where the calendar stands. */
function toCalendar(route: Route): LibraryRoute {
  if (route.screen !== 'library') return HOME;
  const { article: _article, hit: _hit, note: _note, ...rest } = route;
  return ['all', 'unread', 'paper', 'issue'].includes(rest.place.at) ? rest : HOME;
}

function RefusedWindow() {
  const { t } = useTranslation('app');
  return (
    <div className={styles.window}>
      <EmptyState title={t('connection.refusedTitle')} ornament={<Seal size={56} />}>
        <p>{t('connection.refusedKept')}</p>
        <p>{t('connection.refusedDo')}</p>
      </EmptyState>
    </div>
  );
}

/** What the shell sends: menu entries by command id, addresses `jianbao://`. */
export async function followHost(run: (action: string) => void): Promise<void> {
  for (;;) {
    try {
      for await (const event of await host.commands()) {
        if (event.command === 'menu') run(event.action);
        if (event.command === 'open') void openAddress(event.address);
        if (event.command === 'appearance') void hearAppearance();
      }
    } catch {
      // The connection is being made again; the next call waits for it.
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
