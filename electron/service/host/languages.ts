/** Languages of a POSIX environment as BCP 47 tags, the preferred first: `zh_CN.UTF-8` is `zh-CN`. */
export function readLanguages(environment: Readonly<Record<string, string | undefined>>): string[] {
  const named = [environment.LANGUAGE?.split(':'), environment.LC_ALL, environment.LC_MESSAGES, environment.LANG];
  const tags: string[] = [];
  for (const name of named.flat()) {
    const tag = name?.split('.')[0]?.split('@')[0]?.replaceAll('_', '-') ?? '';
    if (tag === '' || tag === 'C' || tag === 'POSIX') continue;
    try {
      tags.push(...Intl.getCanonicalLocales(tag));
    } catch {
      // Not a language.
    }
  }
  return [...new Set(tags)];
}
