import { createArchive, openArchive } from '#archive/archive.ts';
import type { ArticleId } from '#contract/ids.ts';
import { type ArchiveClient, clientOf, optionsWithoutDesk } from '../../archive/temporary-archive.ts';
import type { Vector } from './script-vectors.ts';

/** Words that stand in every hostile document, so that a reader can be seen to have shown it. */
export const WORDS = '这一段话谁都可以读，它后面跟着不该发生的事情。';

export interface HostileArticle {
  readonly id: ArticleId;
  /** The words of this one alone: what stood on the screen before cannot be taken for it. */
  readonly words: string;
}

const wordsOf = (id: string, kind: string) => `${WORDS}（${id} ${kind}）`;

/** What is safe inside an attribute of a document still says the same when it is read out of it. */
const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const asHtml = ({ id, html }: Vector) => `<!doctype html><html><head><meta charset="utf-8">
<title>${attribute(html)}</title><meta name="author" content="${attribute(html)}">
<meta property="og:site_name" content="${attribute(html)}"></head>
<body><h1>${attribute(`${id} ${html}`)}</h1><p>${wordsOf(id, 'html')}</p>${html}<p>${WORDS}</p></body></html>`;
const asMarkdown = ({ id, html }: Vector) => `---
title: ${JSON.stringify(`${id} ${html}`)}
author: ${JSON.stringify(html)}
---

# ${id} ${html.replaceAll('\n', ' ')}

${wordsOf(id, 'md')}

${html}

[link](<${html.replaceAll(/[\n<>]/g, ' ')}>) ![image](x "${html.replaceAll(/["\n]/g, ' ')}")

${WORDS}
`;

/**
 * An archive in which every vector came in through every door: the body, title, author and publication of a saved page
 * and of a Markdown file, the file's name, a tag, the note on the article and the note of a highlight.
 */
export async function makeHostileArchive(dir: string, vectors: readonly Vector[]): Promise<HostileArticle[]> {
  await createArchive(dir);
  const who = '<img src=x onerror=jianbaoRan(`who`)>';
  const archive = await openArchive(dir, { ...optionsWithoutDesk(), who });
  try {
    const client = clientOf(archive);
    const { batch } = await client.intake.begin();
    const ids = new Map(vectors.map(({ id, html }) => [html, id]));
    for (const vector of vectors)
      for (const [extension, make] of [
        ['html', asHtml],
        ['md', asMarkdown],
      ] as const) {
        const piece = new Blob([make(vector)]);
        await client.intake.receive({ batch, path: `${vector.html}.${extension}`, size: piece.size, offset: 0, piece });
      }
    await client.intake.finish({ batch });
    const articles: HostileArticle[] = [];
    for await (const event of await client.intake.events({ batch })) {
      if (event.state === 'refused') throw new Error(`${event.path} was refused: ${event.reason}`);
      if (event.state !== 'imported') continue;
      const dot = event.path.lastIndexOf('.');
      const html = event.path.slice(0, dot);
      for (const id of event.articles) {
        articles.push({ id, words: wordsOf(ids.get(html) ?? '', event.path.slice(dot + 1)) });
        await fillDoors(client, id, html);
      }
    }
    return articles;
  } finally {
    await archive.close();
  }
}

async function fillDoors(client: ArchiveClient, article: ArticleId, html: string): Promise<void> {
  const tag = html
    .split('/')
    .map((level) => level.trim())
    .filter((level) => level !== '')
    .join('/')
    .slice(0, 190)
    .trim();
  await client.tags.apply({ articles: [article], add: [tag.replace(/\/$/, '')] });
  await client.articles.setNote({ id: article, note: html });
  await client.annotations.create({ article, span: { start: 0, end: 4 }, colour: 'fact', note: html });
}
