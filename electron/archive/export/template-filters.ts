import { type Context, filters as liquidFilters } from 'liquidjs';
import { formatDay } from './template-days.ts';
import { FieldText, foreign, isForeign, plain, textAsMarkdown, written } from './template-values.ts';

type Filter = (this: { readonly context: Context }, value: unknown, ...given: unknown[]) => unknown;

/** Those of Liquid that make words of words or numbers of numbers; what they make of an article's words is these still. */
const OF_WORDS =
  'capitalize downcase upcase strip lstrip rstrip strip_html strip_newlines normalize_whitespace squish remove remove_first remove_last replace_first replace_last split truncate truncatewords slugify number_of_words date';
/** Those that choose among the elements of a list and leave them as they are. */
const OF_LISTS = 'where reject find has map sort_natural compact concat sum first last slice reverse';
const OF_NUMBERS = 'abs at_least at_most ceil divided_by floor minus modulo plus round times';

const TRIMS: Readonly<Record<string, RegExp>> = { strip: /^\s+|\s+$/g, lstrip: /^\s+/, rstrip: /\s+$/ };

/** Words that Nunjucks, or JavaScript, has for the same. */
const ALSO: Readonly<Record<string, string>> = {
  lower: 'downcase',
  upper: 'upcase',
  trim: 'strip',
  striptags: 'strip_html',
  length: 'size',
  count: 'size',
  nl2br: 'newline_to_br',
  urlencode: 'url_encode',
  wordcount: 'number_of_words',
  groupby: 'group_by',
  selectattr: 'where',
  rejectattr: 'reject',
  unique: 'uniq',
  d: 'default',
  // What is written is safe as it is.
  e: 'safe',
  escape: 'safe',
  escape_once: 'safe',
  string: 'safe',
  raw: 'safe',
  list: 'items',
};

export function templateFilters(): Readonly<Record<string, Filter>> {
  const all: Record<string, Filter> = Object.create(null);
  const known = liquidFilters as unknown as Readonly<Record<string, Filter>>;
  const nameEach = (names: string, make: (filter: Filter) => Filter) => {
    for (const name of names.split(' ')) if (known[name]) all[name] = make(known[name]);
  };
  nameEach(OF_NUMBERS, onWords);
  nameEach(OF_WORDS, onWords);
  nameEach(OF_LISTS, onLists);
  for (const [name, ends] of Object.entries(TRIMS)) {
    const filter = all[name];
    // What was put together with fields in it stays what it is: nothing within is touched.
    if (filter)
      all[name] = function (value, ...given) {
        const isWhole = typeof value === 'string' && isForeign(value) && given.length === 0;
        return isWhole ? value.replace(ends, '') : filter.call(this, value, ...given);
      };
  }
  const { date } = all;
  // There is one clock here, that of the export.
  if (date)
    all.date = function (value, ...given) {
      const isNow = value === 'now' || value === 'today';
      return date.call(this, isNow ? plain(this.context.getSync(['importDate'])) : value, ...given);
    };
  Object.assign(all, OWN);
  for (const [name, same] of Object.entries(ALSO)) all[name] = all[same] as Filter;
  return all;
}

function onWords(filter: Filter): Filter {
  return function (value, ...given) {
    const made = filter.call(this, plain(value), ...given.map(plain));
    return isForeign(value) || given.some(isForeign) ? foreign(made) : made;
  };
}

/** A word is no list of letters here. */
function onLists(filter: Filter): Filter {
  const ofWords = onWords(filter);
  return function (value, ...given) {
    const isList = Array.isArray(value);
    return (isList ? filter : ofWords).call(this, value, ...given);
  };
}

const OWN: Readonly<Record<string, Filter>> = {
  safe: (value) => value,
  items: (value) => listOf(value),
  together: (_, ...values) => values,
  untrue: (value) => !isTrue(value),
  given: (value, condition, otherwise) => (isTrue(condition) ? value : otherwise),
  default: (value, otherwise) => (isTrue(value) || plain(value) === 0 ? value : otherwise),
  includes: (value, part) =>
    Array.isArray(value)
      ? value.some((each) => plain(each) === plain(part))
      : String(plain(value) ?? '').includes(String(plain(part))),
  size: (value) => {
    const found = plain(value);
    if (typeof found === 'string') return [...found].length;
    return Array.isArray(found) ? found.length : 0;
  },
  int: (value) => Math.trunc(Number.parseFloat(String(plain(value)))) || 0,
  float: (value) => Number.parseFloat(String(plain(value))) || 0,
  add(value, other) {
    const [left, right] = [plain(value), plain(other)];
    return typeof left === 'number' && typeof right === 'number' ? left + right : beside(this, value, other);
  },
  beside(value, other) {
    return beside(this, value, other);
  },
  append(value, other) {
    return beside(this, value, other);
  },
  prepend(value, other) {
    return beside(this, other, value);
  },
  join(value, between = '') {
    const parts = listOf(value).flatMap((each, index) => (index === 0 ? [each] : [between, each]));
    return beside(this, ...parts);
  },
  replace(value, part, other) {
    const pieces = String(plain(value) ?? '').split(String(plain(part) ?? ''));
    const text = pieces.join(String(plain(other) ?? ''));
    this.context.memoryLimit.use(text.length);
    if (!isForeign(value) && !isForeign(other)) return text;
    // A template's own line ends and tags stay what they are, and what it puts them between stays words.
    return typeof other === 'string' && /[\n<]/.test(other) && !isForeign(other)
      ? new FieldText(text, pieces.map(lineAsMarkdown).join(other))
      : new FieldText(text);
  },
  newline_to_br: (value) => {
    const lines = String(plain(value) ?? '').split('\n');
    return isForeign(value)
      ? new FieldText(lines.join('\n'), lines.map(lineAsMarkdown).join('<br>'))
      : lines.join('<br>');
  },
  // No mark that Markdown reads is left in it.
  url_encode: (value) =>
    encodeURIComponent(String(plain(value) ?? '').toWellFormed()).replace(
      /[!'()*_~.-]/g,
      (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  sort(value, ...given) {
    const property = given.find((each) => typeof each === 'string');
    const sorted = listOf(value).toSorted((one, other) => compare(read(one, property), read(other, property)));
    return given[0] === true ? sorted.reverse() : sorted;
  },
  uniq: (value) => [...new Map(listOf(value).map((each) => [plain(each), each])).values()],
  group_by(value, property) {
    const groups = new Map<unknown, { name: unknown; items: unknown[] }>();
    for (const item of listOf(value)) {
      const name = read(item, property);
      const group = groups.get(plain(name)) ?? { name, items: [] };
      group.items.push(item);
      groups.set(plain(name), group);
    }
    return [...groups.values()];
  },
  filterby: (value, property, way, wanted) =>
    listOf(value).filter((item) => agrees(read(item, property), String(plain(way)), String(plain(wanted) ?? ''))),
  format(value, pattern) {
    const day = plain(value);
    if (typeof day !== 'string') return value;
    const language = String(plain(this.context.getSync(['language'])) ?? '');
    return formatDay(day, String(plain(pattern) ?? 'YYYY-MM-DD'), language) ?? value;
  },
};

function isTrue(value: unknown): boolean {
  return Boolean(plain(value));
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value instanceof FieldText || (typeof value === 'string' && value !== '') ? [value] : [];
}

function read(item: unknown, property: unknown): unknown {
  if (property === undefined) return item;
  return item !== null && typeof item === 'object' && Object.hasOwn(item, String(plain(property)))
    ? Reflect.get(item, String(plain(property)))
    : undefined;
}

function compare(one: unknown, other: unknown): number {
  const [left, right] = [plain(one), plain(other)];
  if (left == null || right == null) return left == null ? (right == null ? 0 : 1) : -1;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** One after another, each as it would be written alone. */
function beside(here: { readonly context: Context }, ...parts: readonly unknown[]): unknown {
  const text = parts.map((part) => String(plain(part) ?? '')).join('');
  here.context.memoryLimit.use(text.length);
  return parts.some(isForeign) ? new FieldText(text, parts.map(written).join('')) : text;
}

function lineAsMarkdown(line: string): string {
  return written(new FieldText(line, textAsMarkdown(line)));
}

/** As the Zotero plug-in tells them apart; days are compared as they are written, which is in their order. */
function agrees(value: unknown, way: string, wanted: string): boolean {
  const text = String(plain(value) ?? '');
  switch (way) {
    case 'startswith':
      return text.startsWith(wanted);
    case 'endswith':
      return text.endsWith(wanted);
    case 'contains':
      return text.includes(wanted);
    case 'dateafter':
      return text > wanted;
    case 'dateonorafter':
      return text >= wanted;
    case 'datebefore':
      return text < wanted;
    case 'dateonorbefore':
      return text <= wanted;
    default:
      return text === wanted;
  }
}
