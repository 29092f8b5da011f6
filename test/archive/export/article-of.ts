import type { Article } from '#contract/articles.ts';
import type { BlockRole } from '#contract/derivation.ts';

export const ID = '019a0000-0000-7000-8000-0123456789ab';

/** An article of blocks, each a role and its text. */
export function articleOf(
  title: string,
  blocks: readonly (readonly [BlockRole, string])[],
  rest: Partial<Article> = {},
): Article {
  const body = blocks.map(([, text]) => text).join('\n');
  let at = 0;
  const placed = blocks.map(([role, text]) => {
    const span = { start: at, end: at + text.length };
    at += text.length + 1;
    return { role, level: null, span, pieces: [], openEnd: false, confidence: 1 };
  });
  return {
    id: ID as Article['id'],
    title,
    parts: [],
    partOf: null,
    kicker: null,
    kind: 'main',
    byline: null,
    publication: null,
    date: null,
    page: null,
    section: null,
    source: 'a.txt',
    sourceId: ID as Article['sourceId'],
    excerpt: body.slice(0, 80),
    characters: body.length,
    readingState: 'unread',
    highlights: 0,
    tags: [],
    desk: 'none',
    importedAt: Date.UTC(2026, 10, 21, 2, 30),
    deletedAt: null,
    subtitle: null,
    parent: null,
    language: null,
    url: null,
    body,
    blocks: placed,
    note: '',
    readingPosition: 0,
    sourceSha256: 'a'.repeat(64),
    editedAt: Date.UTC(2026, 10, 21, 2, 30),
    revision: 0,
    ...rest,
  };
}
