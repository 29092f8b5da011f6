import i18next from 'i18next';
import { initReactI18next, useTranslation as useStrings } from 'react-i18next';
import { panelStrings } from './annotation-panel.ts';
import { annotationStrings } from './annotations.ts';
import { appStrings } from './app.ts';
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
  search: searchStrings,
  export: exportStrings,
  desk: deskStrings,
  deskActs: deskActStrings,
  evidence: evidenceStrings,
  evidenceAgainst: evidenceAgainstStrings,
  deskQueue: deskQueueStrings,
  jumps: jumpsStrings,
  settings: settingsStrings,
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

await i18next.use(initReactI18next).init({
  lng: systemLanguage(navigator.languages),
  fallbackLng: 'en',
  defaultNS: 'app',
  ns: Object.keys(areas),
  resources: { 'zh-Hans': resources('zh-Hans'), en: resources('en') },
  interpolation: { escapeValue: false },
  returnNull: false,
});

const remembering = new WeakMap<object, object>();

/**
 * As react-i18next's own, but a string that is asked for without options is looked up once: a tenth of the work of
 * opening an article was asking for the same strings again. In another language the library's `t` is another function.
 */
export const useTranslation: typeof useStrings = (area) => {
  const strings = useStrings(area);
  const ask = strings.t as unknown as (...asked: unknown[]) => string;
  let t = remembering.get(ask);
  if (!t) {
    const said = new Map<unknown, string>();
    t = (...asked: unknown[]) => {
      if (asked.length > 1) return ask(...asked);
      const text = said.get(asked[0]) ?? ask(...asked);
      said.set(asked[0], text);
      return text;
    };
    remembering.set(ask, t);
  }
  return { ...strings, t: t as typeof strings.t };
};

export { i18next };
