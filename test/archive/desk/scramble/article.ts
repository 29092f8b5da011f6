import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleKind } from '../../../../electron/contract/derivation.ts';

/** A clean article as it stands in `test/fixtures/articles/`: what the scrambler damages and the truth it keeps. */
export interface CleanArticle {
  readonly name: string;
  readonly kind: ArticleKind;
  readonly lang: 'zh' | 'en';
  readonly fields: Readonly<Record<string, string>>;
  readonly items: readonly { readonly role: 'paragraph' | 'subhead'; readonly text: string }[];
}

const folder = join(import.meta.dirname, '../../../fixtures/articles');

export function readArticles(): CleanArticle[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => parseArticle(name.replace('.txt', ''), readFileSync(join(folder, name), 'utf8')));
}

export function parseArticle(name: string, text: string): CleanArticle {
  const [head = '', ...blocks] = text.trim().split(/\n{2,}/u);
  const fields: Record<string, string> = {};
  for (const line of head.split('\n')) {
    const colon = line.indexOf(':');
    fields[line.slice(0, colon)] = line.slice(colon + 1).trim();
  }
  return {
    name,
    kind: fields.kind as ArticleKind,
    lang: fields.lang === 'en' ? 'en' : 'zh',
    fields,
    items: blocks.map((block) =>
      block.startsWith('## ') ? { role: 'subhead', text: block.slice(3) } : { role: 'paragraph', text: block },
    ),
  };
}
