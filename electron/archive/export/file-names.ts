import type { Article } from '#contract/articles.ts';
import { oneLine } from './escape.ts';
import type { FolderNames, Labels } from './labels.ts';

/** A whole path component with its extension: Linux allows 255 bytes, sync services and archives less. */
const NAME_BYTES = 200;
/** What Windows refuses, and what Obsidian's links cannot hold. */
const REFUSED = /[<>:"/\\|?*#^[\]]/g;
/** Direction marks and letters of no width: two names must not look alike. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** Device names of Windows, with or without an extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=$|[. ])/i;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** One folder or file name that Windows, macOS, Linux and Obsidian take, at most so many bytes; empty when nothing is left. */
export function safeName(text: string, bytes: number = NAME_BYTES): string {
  const clean = oneLine(text)
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(REFUSED, '_')
    // Hidden on Linux and macOS, an option on a command line.
    .replace(/^[\s.\-~]+/, '');
  const cut = cutToBytes(clean, bytes).replace(/[\s.]+$/, '');
  return RESERVED.test(cut) ? cutToBytes(`_${cut}`, bytes) : cut;
}

function cutToBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let cut = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += Buffer.byteLength(segment);
    if (used > bytes) break;
    cut += segment;
  }
  return cut;
}

/** Two names that some file system takes for one have the same key. */
export function nameKey(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** `某某日报/2018/2018-11-05 1版 题目`: where an article's file belongs, with `/` between folders and without `.md`. */
export function wishedPath(
  article: Pick<Article, 'publication' | 'date' | 'page' | 'title'>,
  labels: Labels,
  folders: FolderNames,
): string {
  const day = article.date?.edtf.match(/^\d{4}(?:-\d{2}){0,2}/)?.[0];
  const publication = safeName(article.publication ?? '', 120) || folders.noPublication;
  const title = safeName(article.title) || labels.noTitle;
  const name = [day, article.page && labels.page(article.page), title].filter((part) => part).join(' ');
  return [publication, day?.slice(0, 4) ?? folders.noDate, safeName(name)].join('/');
}

/** The file name for a wish: with a number or a remark behind it and `.md`, still within the limit. */
export function fileName(path: string, remark = ''): string {
  const slash = path.lastIndexOf('/') + 1;
  const tail = `${remark === '' ? '' : ` (${remark})`}.md`;
  return path.slice(0, slash) + safeName(path.slice(slash), NAME_BYTES - Buffer.byteLength(tail)) + tail;
}

/** A name in a folder that has these: with a number behind it where some system would take it for one of them. */
export function freeFileName(title: string, ending: string, names: readonly string[]): string {
  const taken = new Set(names.map(nameKey));
  for (let number = 1; ; number += 1) {
    const tail = `${number === 1 ? '' : ` ${number}`}${ending}`;
    const name = `${safeName(title, NAME_BYTES - Buffer.byteLength(tail)) || '_'}${tail}`;
    if (!taken.has(nameKey(name))) return name;
  }
}
