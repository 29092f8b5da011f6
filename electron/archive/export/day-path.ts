const TOKEN = /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|[A-Za-z]+|[^A-Za-z[]+/g;

/**
 * A day in a form of Moment.js, as Obsidian's daily notes are called: `YYYY-MM-DD`, `YYYY/MM/[日记] D`. Undefined where it has
 * a letter that stands for something else: a note of another name would be made.
 */
export function dayPath(format: string, day: string): string | undefined {
  const [year = '', month = '', date = ''] = day.split('-');
  const at = new Date(`${day}T00:00:00Z`);
  const word = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' }).format(at);
  const values: Readonly<Record<string, string>> = {
    YYYY: year,
    YY: year.slice(2),
    MMMM: word({ month: 'long' }),
    MMM: word({ month: 'short' }),
    MM: month,
    M: String(Number(month)),
    DD: date,
    D: String(Number(date)),
    dddd: word({ weekday: 'long' }),
    ddd: word({ weekday: 'short' }),
  };
  let path = '';
  for (const [part, literal] of format.matchAll(TOKEN)) {
    const value = literal ?? values[part] ?? (/^[A-Za-z]/.test(part) ? undefined : part);
    if (value === undefined) return undefined;
    path += value;
  }
  return path;
}
