import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleKind } from '../../../../electron/contract/derivation.ts';

/**
 * A clean article as it stands in `test/fixtures/articles/`: what the scrambler damages and the truth it keeps. `## ` opens a
 * section head, `>> ` a caption with its credit behind a stroke.
 */
export interface CleanArticle {
  readonly name: string;
  readonly kind: ArticleKind;
  readonly lang: 'zh' | 'en';
  readonly fields: Readonly<Record<string, string>>;
  readonly items: readonly { readonly role: 'paragraph' | 'subhead' | 'caption'; readonly text: string }[];
}

const fixtures = join(import.meta.dirname, '../../../fixtures');
const folder = join(fixtures, 'articles');

export function readArticles(): CleanArticle[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => parseArticle(name.replace('.txt', ''), readFileSync(join(folder, name), 'utf8')));
}

/** Whole pages of kinds that the articles above are not, by name. No weights of a decision are fitted to them; how certain it is, is. */
export function readKinds(): Map<string, CleanArticle[]> {
  return new Map(
    readdirSync(join(fixtures, 'kinds'))
      .toSorted()
      .map((file) => {
        const name = file.replace('.txt', '');
        const texts = readFileSync(join(fixtures, 'kinds', file), 'utf8').split(/^=====$/mu);
        return [name, texts.map((text, at) => parseArticle(`${name}-${at}`, text))];
      }),
  );
}

const MARKS = { '## ': 'subhead', '>> ': 'caption' } as const;

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
    items: blocks.map((block) => {
      const role = MARKS[block.slice(0, 3) as keyof typeof MARKS];
      return role ? { role, text: block.slice(3) } : { role: 'paragraph', text: block };
    }),
  };
}
