import { lazy, memo, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { parseAddress } from '#contract/addresses.ts';
import type { ArticleId } from '#contract/ids.ts';
import { useAppearance } from '../../app/appearance.tsx';
import { useCommands } from '../../app/commands.ts';
import { openAddress } from '../../app/open-address.ts';
import type { Place } from '../../app/route.ts';
import { currentRoute, go, keptBeside } from '../../app/use-route.ts';
import { useTranslation } from '../../strings/index.ts';
import { SearchField } from '../../ui/index.ts';
import { beginAt } from './scope.ts';
import styles from './search.module.css';

const Recent = lazy(() => import('./recent.tsx').then(({ Recent }) => ({ default: Recent })));

/** Long enough that a word typed at speed asks once, short enough not to be felt. */
const PAUSE_MILLISECONDS = 90;

interface SearchBoxProps {
  readonly place: Place;
}

/** One field for everything. Results follow the typing; an input method is left to finish first. */
export const SearchBox = memo(function SearchBox({ place }: SearchBoxProps) {
  const { t } = useTranslation('search');
  const { panes, change } = useAppearance();
  const field = useRef<HTMLInputElement>(null);
  const shown = place.at === 'search' ? place.text : '';
  const [typed, setTyped] = useState(shown);
  const [isInside, setInside] = useState(false);
  const { isComposing, whenComposed } = useComposition(field, () => ask(field.current?.value ?? ''));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What the address will say once the pause is over: an older address must not overwrite newer typing. */
  const asked = useRef(shown);

  useEffect(() => {
    if (shown === asked.current) return;
    // What was typed before and is not asked for yet gives way to what was chosen since.
    clearTimeout(timer.current);
    asked.current = shown;
    setTyped(shown);
  }, [shown]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(text: string): void {
    clearTimeout(timer.current);
    const before = openArticle();
    timer.current = setTimeout(() => {
      const now = openArticle();
      // What was opened since the last key, out of the list that stood there, stays open beside the new one.
      show(text, now === undefined || now === before ? {} : { article: now });
    }, PAUSE_MILLISECONDS);
  }

  function show(text: string, opened: { readonly article?: ArticleId } = {}): void {
    clearTimeout(timer.current);
    asked.current = text;
    const route = currentRoute();
    const isSearching = route.screen === 'library' && route.place.at === 'search';
    const beside = keptBeside();
    if (text.trim() === '') {
      if (isSearching) go({ screen: 'library', place: { at: 'all' }, ...opened, ...beside }, 'replace');
    } else {
      if (!isSearching && route.screen === 'library') beginAt(route.place);
      go({ screen: 'library', place: { at: 'search', text }, ...opened, ...beside }, isSearching ? 'replace' : 'push');
    }
  }

  /** An address out of an exported note leads to its passage, and leaves the field as it was. */
  function follow(address: string): void {
    clearTimeout(timer.current);
    setTyped(shown);
    asked.current = shown;
    void openAddress(address);
  }

  useCommands([
    {
      id: 'search',
      section: 'go',
      text: t('command'),
      keys: ['/', '$mod+f'],
      run: () => {
        if (!panes.list) change({ panes: { ...panes, list: true } });
        // The pane may only be drawn after this.
        requestAnimationFrame(() => {
          field.current?.focus();
          field.current?.select();
        });
      },
    },
  ]);

  return (
    <search
      className={styles.box}
      onFocus={() => setInside(true)}
      onBlur={(event) => setInside(event.currentTarget.contains(event.relatedTarget))}
    >
      <SearchField
        aria-label={t('label')}
        placeholder={t('placeholder')}
        inputRef={field}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          if (isComposing()) return;
          // Nothing to look for is no word that is still being typed.
          if (text === '') show('');
          else ask(text);
        }}
        onSubmit={(text) => whenComposed(() => (parseAddress(text.trim()) ? follow(text) : show(text)))}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text');
          if (!parseAddress(text.trim())) return;
          event.preventDefault();
          follow(text);
        }}
        onClear={() => show('')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return event.continuePropagation();
          document.querySelector<HTMLElement>('[data-search-results] [role="listbox"]')?.focus();
        }}
      />
      {isInside && typed === '' && (
        <Suspense>
          <Recent />
        </Suspense>
      )}
    </search>
  );
});

function openArticle(): ArticleId | undefined {
  const route = currentRoute();
  return route.screen === 'library' ? route.article : undefined;
}

/** Chromium ends a composition before its last input event, other engines after it: asking at the end covers both. */
function useComposition(field: RefObject<HTMLInputElement | null>, onEnd: () => void) {
  const composing = useRef(false);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    const input = field.current;
    const stop = new AbortController();
    input?.addEventListener('compositionstart', () => (composing.current = true), { signal: stop.signal });
    input?.addEventListener(
      'compositionend',
      () => {
        composing.current = false;
        end.current();
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, [field]);
  return {
    isComposing: () => composing.current,
    whenComposed: (run: () => void) => composing.current || run(),
  };
}
