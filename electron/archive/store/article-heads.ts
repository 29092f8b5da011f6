import type { DerivedArticle } from '#contract/derivation.ts';
import { firstWords } from './cut-words.ts';

/** Characters of the excerpt that the library shows under a title. */
const EXCERPT_CHARACTERS = 160;
const TITLE_CHARACTERS = 30;

const TEXT_ROLES: ReadonlySet<string> = new Set(['paragraph', 'quotation', 'list_item', 'preformatted', 'caption']);

/** What the library shows of an article, read off its blocks. */
export interface HeadTexts {
  readonly title: string;
  readonly kicker: string | null;
  readonly subtitle: string | null;
  readonly byline: string | null;
  readonly excerpt: string;
}

export function headTexts(article: Pick<DerivedArticle, 'title' | 'blocks'>, fallbackTitle: string): HeadTexts {
  const first = (role: string) => oneLine(article.blocks.find((block) => block.role === role)?.text ?? '') || null;
  const excerpt = excerptOf(article.blocks.filter((block) => TEXT_ROLES.has(block.role)).map((block) => block.text));
  return {
    title: oneLine(article.title) || firstWords(excerpt, TITLE_CHARACTERS) || fallbackTitle,
    kicker: first('kicker'),
    subtitle: first('subtitle'),
    byline: first('byline'),
    excerpt,
  };
}

/** First words of the texts on one line. */
function excerptOf(texts: readonly string[]): string {
  let words = '';
  for (const text of texts) {
    // Enough of a very long paragraph, so that a text of megabytes is not split into characters.
    words = oneLine(`${words} ${text.slice(0, EXCERPT_CHARACTERS * 4)}`);
    if (words.length >= EXCERPT_CHARACTERS * 2) break;
  }
  return firstWords(words, EXCERPT_CHARACTERS);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
