/** What was typed, as a path: blanks around its levels and empty levels are gone, full-width slashes count. Undefined when nothing is left. */
export function cleanTagPath(typed: string): string | undefined {
  const path = typed
    .replaceAll('／', '/')
    .split('/')
    .map((level) => level.trim().replace(/^#/, ''))
    .filter((level) => level !== '')
    .join('/')
    .slice(0, 200);
  return path === '' ? undefined : path;
}
