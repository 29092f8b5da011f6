import { parse } from 'yaml';
import { type IntakeDocument, NO_METADATA } from './document.ts';
import { readDate } from './news-lines.ts';

type Metadata = IntakeDocument['metadata'] & { readonly title: string | null };

const NOTHING: Metadata = { title: null, ...NO_METADATA };

/** The keys that vaults, clippers and this program's own export write. A front matter that is no YAML says nothing. */
export function readFrontMatter(source: string): Metadata {
  const yaml = source.replace(/^---[^\n]*\n/, '').replace(/\n---\s*$/, '');
  if (yaml.trim() === '' || yaml.length > 65_536) return NOTHING;
  let value: unknown;
  try {
    // Dates stay what was written; aliases are not expanded, because a few lines of them can mean gigabytes.
    value = parse(yaml, { schema: 'core', maxAliasCount: 0, logLevel: 'silent' });
  } catch {
    return NOTHING;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return NOTHING;
  const fields = new Map(Object.entries(value).map(([key, entry]) => [key.toLowerCase(), entry as unknown]));
  const text = (...keys: string[]): string | null => {
    for (const key of keys) {
      const words = wordsOf(fields.get(key));
      if (words !== null) return words;
    }
    return null;
  };
  const url = text('url', 'link', 'original') ?? text('source');
  const dated = text('published', 'date', 'issued');
  return {
    title: text('title'),
    byline: text('author', 'authors', 'byline', 'creator'),
    publication: text('publication', 'newspaper', 'site', 'publisher', 'container-title'),
    date: dated === null ? null : (readDate(dated) ?? null),
    url: url !== null && /^https?:\/\//i.test(url) ? url : null,
    language: text('language', 'lang'),
    pageLabel: short(text('page', '版次'), 8),
    section: short(text('section', '版面'), 20),
  };
}

/** A page has a short name; what is longer means something else by that key. */
function short(words: string | null, characters: number): string | null {
  return words !== null && words.length <= characters ? words : null;
}

/** One line of words; a list is joined; a link to a note is its name. */
function wordsOf(value: unknown): string | null {
  if (Array.isArray(value)) {
    const words = value.map(wordsOf).filter((word) => word !== null);
    return words.length > 0 ? words.join(', ') : null;
  }
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const words = String(value)
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? null : words.slice(0, 300);
}
