import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleId } from '#contract/ids.ts';
import { storeQuarter } from '../quarter.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

let here: TemporaryArchive;
let article: ArticleId;
beforeEach(async () => {
  here = await temporaryArchive();
  article = await storeQuarter(here);
});
afterEach(() => here.close());

test('marks on a text that another program changed in the file are looked at again: none stays in silence on other words', async () => {
  const { body } = await here.client.articles.get({ id: article });
  for (const words of ['同比增长12.3%', '任期三年', '李建国同志', '用电量持平']) {
    const span = { start: body.indexOf(words), end: body.indexOf(words) + words.length };
    await here.client.annotations.create({ article, span, colour: 'fact' });
  }
  const other = new Database(join(here.dir, 'archive.sqlite'));
  const changed = `前面新添的一段。\n${body.replace('增长', '下降').replace('，用电量持平', '')}`;
  other.prepare('UPDATE article_text SET body = ? WHERE id = ?').run(changed, article);
  other.close();
  // Whatever is searched for is answered from what stands in the file now.
  expect(await here.client.search.ids({ text: '"下降12.3%"' })).toEqual([article]);
  const marks = await here.client.annotations.forArticle({ article });
  const shown = marks.map(({ state, quote }) => [quote.exact, state, changed.slice(quote.start, quote.end)]);
  expect(shown.toSorted()).toEqual([
    ['任期三年', 'moved', '任期三年'],
    ['同比增长12.3%', 'changed', '同比下降12.3%'],
    ['李建国同志', 'moved', '李建国同志'],
    ['用电量持平', 'orphan', ''],
  ]);
  expect((await here.client.annotations.waiting({})).total).toBe(2);
});
