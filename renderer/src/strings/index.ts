import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { panelStrings } from './annotation-panel.ts';
import { annotationStrings } from './annotations.ts';
import { appStrings } from './app.ts';
import { bagStrings } from './bags.ts';
import { correctionStrings } from './corrections.ts';
import { deskStrings } from './desk.ts';
import { deskActStrings } from './desk-acts.ts';
import { evidenceStrings } from './desk-evidence.ts';
import { evidenceAgainstStrings } from './desk-evidence-against.ts';
import { deskQueueStrings } from './desk-queue.ts';
import { exportStrings } from './export.ts';
import { failureStrings } from './failures.ts';
import { holdingsStrings } from './holdings.ts';
import { intakeStrings } from './intake.ts';
import { jumpsStrings } from './jumps.ts';
import { libraryStrings } from './library.ts';
import { readerStrings } from './reader.ts';
import { searchStrings } from './search.ts';
import { settingsStrings } from './settings.ts';
import { standingStrings } from './standing.ts';
import { takenBackStrings } from './taken-back.ts';
import { templateStrings } from './templates.ts';
import { termStrings } from './terms.ts';

/** Both languages of an area stand beside each other in its file; the compiler holds English to the Chinese keys. */
const areas = {
  app: appStrings,
  failures: failureStrings,
  library: libraryStrings,
  holdings: holdingsStrings,
  reader: readerStrings,
  annotations: annotationStrings,
  panel: panelStrings,
  corrections: correctionStrings,
  intake: intakeStrings,
  takenBack: takenBackStrings,
  bags: bagStrings,
  search: searchStrings,
  export: exportStrings,
  standing: standingStrings,
  desk: deskStrings,
  deskActs: deskActStrings,
  evidence: evidenceStrings,
  evidenceAgainst: evidenceAgainstStrings,
  deskQueue: deskQueueStrings,
  jumps: jumpsStrings,
  settings: settingsStrings,
  templates: templateStrings,
  terms: termStrings,
};
type Areas = typeof areas;
export type Language = 'zh-Hans' | 'en';

function resources(language: Language) {
  return Object.fromEntries(Object.entries(areas).map(([area, strings]) => [area, strings[language]])) as {
    [A in keyof Areas]: Areas[A]['zh-Hans'];
  };
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { [A in keyof Areas]: Areas[A]['zh-Hans'] };
  }
}

/** Chinese where the system reads Chinese, English elsewhere. */
export function systemLanguage(languages: readonly string[]): Language {
  return /^zh\b/i.test(languages[0] ?? '') ? 'zh-Hans' : 'en';
}

await i18next.init({
  lng: systemLanguage(navigator.languages),
  fallbackLng: 'en',
  defaultNS: 'app',
  ns: Object.keys(areas),
  resources: { 'zh-Hans': resources('zh-Hans'), en: resources('en') },
  interpolation: { escapeValue: false },
  returnNull: false,
});

interface Strings<Area extends keyof Areas> {
  readonly t: TFunction<Area>;
  readonly i18n: typeof i18next;
}

const made = new Map<string, Strings<keyof Areas>>();

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

/**
 * The strings of an area, and again when the language changes. react-i18next does this too, and waits for strings that
 * are still to be loaded; here they are all in the window, and its twelve hooks in every row and button were a seventh
 * of what opening an article costs. A string that is asked for without options is looked up once.
 */
export function useTranslation<Area extends keyof Areas = 'app'>(area: Area = 'app' as Area): Strings<Area> {
  const language = useSyncExternalStore(subscribe, () => i18next.language);
  return stringsIn(language, area);
}

function stringsIn<Area extends keyof Areas>(language: string, area: Area): Strings<Area> {
  const name = `${language} ${area}`;
  const strings = made.get(name) ?? { t: rememberSaid(i18next.getFixedT(language, area)), i18n: i18next };
  made.set(name, strings as unknown as Strings<keyof Areas>);
  return strings as unknown as Strings<Area>;
}

function rememberSaid(ask: unknown): unknown {
  const look = ask as (...asked: unknown[]) => string;
  const said = new Map<unknown, string>();
  return (...asked: unknown[]) => {
    if (asked.length > 1) return look(...asked);
    const text = said.get(asked[0]) ?? look(...asked);
    said.set(asked[0], text);
    return text;
  };
}

export { i18next };
