import type { ArticleId } from '#contract/ids.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';
import { storePages } from './pages.ts';

/** An archive with the pages, and the two articles that will be joined. */
export async function openFerry() {
  const here = await temporaryArchive();
  const pages = await storePages(here);
  return {
    here,
    pages,
    ferry: pages.get('1')?.articles[0] as ArticleId,
    quiet: pages.get('4')?.articles[2] as ArticleId,
  };
}

/** Two articles that will be joined, as a person left them: marks, notes, tags, a reading state. */
export function furnisher(here: () => TemporaryArchive, ferry: () => ArticleId, quiet: () => ArticleId) {
  async function highlight(id: ArticleId, words: string, note = ''): Promise<string> {
    const { body } = await here().client.articles.get({ id });
    const start = body.indexOf(words);
    if (start < 0) throw new Error(`no ${words} in ${body}`);
    const made = await here().client.annotations.create({
      article: id,
      span: { start, end: start + words.length },
      colour: 'fact',
      note,
    });
    return made.annotation.id;
  }
  return {
    highlight,
    async furnish(): Promise<void> {
      await highlight(ferry(), '两成，', '核对');
      await highlight(quiet(), '戚满仓说', '问本人');
      await highlight(quiet(), '（上接一版');
      const { articles, tags } = here().client;
      await articles.setNote({ id: ferry(), note: '去看船' });
      await articles.setNote({ id: quiet(), note: '明年再问' });
      await tags.apply({ articles: [ferry()], add: ['渡口'], remove: [] });
      await tags.apply({ articles: [quiet()], add: ['渡口', '电船'], remove: [] });
      await articles.setReadingState({ ids: [quiet()], state: 'read' });
    },
    rows: () => rowsOf(here()),
  };
}

const TABLES = [
  'article',
  'article_text',
  'block',
  'annotation',
  'article_tag',
  'article_page',
  'article_part',
  'indexed',
  'dropped',
  'operations',
];
/** Every row there is, but for when and how often something changed. */
function rowsOf(here: TemporaryArchive): Record<string, unknown> {
  const read = (table: string) =>
    here.archive.context.db
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map((row) =>
        JSON.stringify(row, (key, value) =>
          /^(updated_at|edited_at|revision|joined_at)$/.test(key) ? undefined : value,
        ),
      )
      .sort();
  return Object.fromEntries(TABLES.map((table) => [table, read(table)]));
}
