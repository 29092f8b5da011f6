export type Language = 'en' | 'zh';

/** The language of the terminal: the first of the usual variables that says one, else the system's. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const named = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG;
  const locale = named ? named : Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
