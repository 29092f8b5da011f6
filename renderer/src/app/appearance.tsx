import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Appearance } from '#contract/host.ts';
import { host, hostQueries, queryClient } from '../api/index.ts';
import { i18next, type Language, systemLanguage } from '../strings/index.ts';

/** The contract's own defaults, written out so that the first paint needs no schema library. */
export const DEFAULT_APPEARANCE: Appearance = {
  theme: 'system',
  language: null,
  paper: 'paper',
  face: 'serif',
  size: 18,
  measure: 36,
  leading: 1.85,
  direction: 'horizontal',
  panes: { places: true, list: true },
  nameRule: { asks: false, text: '' },
  citation: 'auto',
};

interface AppearanceState extends Appearance {
  readonly isNight: boolean;
  readonly shownLanguage: Language;
  readonly change: (part: Partial<Appearance>) => void;
}

const Context = createContext<AppearanceState | undefined>(undefined);

export function useAppearance(): AppearanceState {
  const state = useContext(Context);
  if (!state) throw new Error('no appearance above this component');
  return state;
}

/** The host keeps the appearance; this copy only lets the first paint have the right colours. */
const KEPT = 'jianbao.appearance';

function readKept(): Appearance {
  try {
    return { ...DEFAULT_APPEARANCE, ...(JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Appearance>) };
  } catch {
    return DEFAULT_APPEARANCE;
  }
}

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
function subscribeToSystem(listener: () => void): () => void {
  darkSystem.addEventListener('change', listener);
  return () => darkSystem.removeEventListener('change', listener);
}

const query = hostQueries.appearance.get.queryOptions({
  initialData: readKept,
  // Old from the beginning: the copy is for the first paint, what the host keeps is what counts.
  initialDataUpdatedAt: 0,
  staleTime: 0,
  throwOnError: () => false,
});

/** For what happens outside of what is drawn: a drop. */
export function currentAppearance(): Appearance {
  return queryClient.getQueryData(query.queryKey) ?? readKept();
}

/** How often this window chose something: an answer from before is none. */
let choices = 0;

/** Another window changed how all of them look. Which panes stand open is each window's own. */
export async function hearAppearance(): Promise<void> {
  const before = choices;
  const heard = await host.appearance.get().catch(() => undefined);
  if (!heard || before !== choices) return;
  queryClient.setQueryData(query.queryKey, (current: Appearance = DEFAULT_APPEARANCE) => ({
    ...heard,
    panes: current.panes,
  }));
}

function change(part: Partial<Appearance>): void {
  choices += 1;
  // What the host said before it heard of the choice is no answer to it.
  void queryClient.cancelQueries({ queryKey: query.queryKey });
  queryClient.setQueryData(query.queryKey, (current: Appearance = DEFAULT_APPEARANCE) => ({ ...current, ...part }));
  // The window already shows the choice; if the host cannot keep it, the next start asks again.
  host.appearance.set(part).catch(() => undefined);
}

/** Theme, paper and language of the whole window, on the root element; the type of the reading view is the reader's. */
export function AppearanceProvider({ children }: { readonly children: ReactNode }) {
  const { data: appearance } = useQuery(query);
  const isSystemDark = useSyncExternalStore(subscribeToSystem, () => darkSystem.matches);
  const isNight = appearance.theme === 'night' || (appearance.theme === 'system' && isSystemDark);
  const shownLanguage = appearance.language ?? systemLanguage(navigator.languages);

  useEffect(() => localStorage.setItem(KEPT, JSON.stringify(appearance)), [appearance]);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.theme = isNight ? 'night' : 'light';
    if (appearance.paper === 'sepia' && !isNight) dataset.paper = 'sepia';
    else delete dataset.paper;
  }, [isNight, appearance.paper]);
  useEffect(() => {
    document.documentElement.lang = shownLanguage;
    void i18next.changeLanguage(shownLanguage);
  }, [shownLanguage]);

  const state = useMemo(
    () => ({ ...appearance, isNight, shownLanguage, change }),
    [appearance, isNight, shownLanguage],
  );
  return (
    <Context value={state}>
      <I18nProvider locale={shownLanguage === 'zh-Hans' ? 'zh-CN' : 'en-GB'}>{children}</I18nProvider>
    </Context>
  );
}
