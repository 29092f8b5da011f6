import type { SourceId } from '#contract/ids.ts';
import type { PictureName } from '../store/positions.ts';

/** A source that says where its text stands, and what its pages' pictures may be called. */
export interface PicturedSource {
  readonly source: SourceId;
  /** As it was given, with its folders. */
  readonly path: string;
  /** One for each page; asked only where the path may fit. */
  readonly names: () => readonly PictureName[];
}

export interface PicturePlace {
  readonly source: SourceId;
  /** From 0. */
  readonly page: number;
}

interface Found extends PicturePlace {
  readonly folder: string;
}

/** `scan-0003`, `scan_3`, `scan p.3`, `scan (3)`: the third page of `scan`. */
const NUMBERED = /^(.*?)[\s._-]*\(?(?:p|pp|pg|page|img|image)?[\s._-]*(\d{1,4})\)?$/;

/**
 * Finds the page that a picture shows: the one whose file has its name, whose file names it, or the page with its number
 * of a file that has the rest of its name; in the same folder before the one beside it. Undefined where that is no page,
 * or two. `declared` are sources whose own names of their pictures are known already, `sources` all of them.
 */
export function openPicturePlaces(sources: Iterable<PicturedSource>, declared: readonly PicturedSource[]) {
  const byName = groupBy(sources, ({ path }) => [fold(nameOf(path))]);
  const byDeclared = new Map<string, { readonly from: PicturedSource; readonly page: number }[]>();
  for (const from of declared)
    for (const [page, { name }] of from.names().entries())
      if (name !== null)
        byDeclared.set(fold(nameOf(name)), [...(byDeclared.get(fold(nameOf(name))) ?? []), { from, page }]);

  return (path: string): PicturePlace | undefined => {
    const name = fold(nameOf(path));
    const [, base = '', digits = ''] = NUMBERED.exec(name) ?? [];
    const number = Number(digits);
    const bases =
      base === '' ? [] : [...(byName.get(base) ?? []), ...(byDeclared.get(base) ?? []).map(({ from }) => from)];
    const rules: (() => Found[])[] = [
      // A PDF that came with them has pages and no pictures of its own.
      () => (byName.get(name) ?? []).flatMap((from) => (from.names().length > 0 ? [placed(from, 0)] : [])),
      () => (byDeclared.get(name) ?? []).map(({ from, page }) => placed(from, page)),
      () =>
        bases.flatMap((from) => {
          const page = from.names().findIndex((each) => each.number === number);
          return page < 0 ? [] : [placed(from, page)];
        }),
    ];
    for (const rule of rules) {
      const near = nearest(rule(), folderOf(path), name);
      if (near.length === 1) return near[0] && { source: near[0].source, page: near[0].page };
      if (near.length > 1) return undefined;
    }
    return undefined;
  };
}

/** The stem of a file's name, without its folders: `scans/p1.alto.xml` and `scans/p1.png` are both `p1`. */
export function nameOf(path: string): string {
  return stemOf(path).split('/').at(-1) ?? '';
}

/** `scans/p1.alto.xml` and `scans/p1.png` are one page. */
export function stemOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/(\.alto)?\.[a-z0-9]{1,5}$/i, '');
}

function folderOf(path: string): string {
  return stemOf(path).split('/').slice(0, -1).join('/');
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function placed({ source, path }: PicturedSource, page: number): Found {
  return { source, page, folder: folderOf(path) };
}

/** Those in the nearest folder, one place once. */
function nearest(found: readonly Found[], folder: string, name: string): Found[] {
  const ranked = found.map((one) => ({ one, rank: distance(one.folder, folder, name) })).filter(({ rank }) => rank < 3);
  const least = Math.min(...ranked.map(({ rank }) => rank));
  const best = ranked.filter(({ rank }) => rank === least).map(({ one }) => one);
  return [...new Map(best.map((one) => [`${one.source} ${one.page}`, one])).values()];
}

/** Folders that part the files of one page by their kind, as packages of METS and ALTO do; any other is an issue or a day. */
const KINDS =
  /^(?:alto|mets|xml|ocr|txt|(?:full)?texts?|imgs?|images?|jpe?g|jp2|png|tiff?|scans?|masters?|access|pages?|pics?|pictures?|图|图像|图片|版面图?|文字)$/iu;
/** A name as short as `0001` or `page-12` is that of a page of many issues. */
const TELLING = 8;

/** 0 the same folder, 1 `alto` and `images` side by side or one in the other, 2 as far as the way is known; 3 neither. */
function distance(one: string, other: string, name: string): number {
  if (one === other) return 0;
  const ways = [one, other].map((folder) => folder.split('/').filter((part) => part !== ''));
  const [first = '', second = ''] = ways.map((way) =>
    (KINDS.test(way.at(-1) ?? '') ? way.slice(0, -1) : way).join('/'),
  );
  if (first === second) return 1;
  const ends = (long: string, short: string) => `/${long}`.endsWith(short === '' ? '' : `/${short}`);
  return name.length >= TELLING && (ends(first, second) || ends(second, first)) ? 2 : 3;
}

function groupBy<T>(items: Iterable<T>, keys: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) for (const key of keys(item)) groups.set(key, [...(groups.get(key) ?? []), item]);
  return groups;
}
