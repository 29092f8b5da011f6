import { afterEach, beforeEach, expect, test } from 'vitest';
import { shortId } from '#archive/store/ids.ts';
import type { DeskCommand } from '#contract/desk-commands.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { atTheDesk } from '../at-the-desk.ts';
import { lead, other, second } from '../desk/page-of.ts';
import { separatedPage } from '../desk-pages.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

const TEXT = ['老桥重新开通', lead, second, '书屋坐得满', '本报讯 昨日，书屋开门，孩子们来看书。', other].join('\n\n');
const at = (words: string) => TEXT.indexOf(words);

let here: TemporaryArchive;
let source: SourceId;
let bridge: ArticleId;
let books: ArticleId;
beforeEach(async () => {
  here = await temporaryArchive();
  source = await separatedPage(here, TEXT);
  [bridge, books] = (await page()).articles.map(({ id }) => id) as [ArticleId, ArticleId];
});
afterEach(() => here.close());

const { page, apply, accept } = atTheDesk(
  () => here,
  () => source,
);
const accepted = async (...commands: DeskCommand[]) => {
  await apply(...commands);
  return accept();
};
const follow = (id: string) => here.client.links.resolve({ archive: null, kind: 'article', id });
const merge: DeskCommand = { kind: 'merge_articles', into: at('老桥'), from: at('书屋坐') };

test('a link to an article that was merged away leads to the one that has its text, by its whole id and its short one', async () => {
  expect(await follow(books)).toEqual({ article: books, highlight: null, moved: null });
  const { change } = await accepted(merge);
  const moved = { article: bridge, highlight: null, moved: 'accepted' };
  expect(await follow(books)).toEqual(moved);
  expect(await follow(shortId(books))).toEqual(moved);
  await here.client.history.undo({ change });
  expect(await follow(shortId(books))).toEqual({ article: books, highlight: null, moved: null });
});

test('it follows the text through later acceptances, into an article that was made by one', async () => {
  await accepted(merge);
  await accepted({ kind: 'split_article', before: at('书屋坐') });
  const made = (await page()).articles[1]?.id as ArticleId;
  expect(made).not.toBe(books);
  expect(await follow(books)).toEqual({ article: made, highlight: null, moved: 'accepted' });
});

test('an article that an acceptance made and undoing took away leads back to where its text was', async () => {
  const { change, page: split } = await accepted({ kind: 'split_article', before: at('本报讯') });
  const made = split.articles.find(({ id }) => id !== bridge && id !== books)?.id as ArticleId;
  await here.client.history.undo({ change });
  expect(await follow(made)).toEqual({ article: books, highlight: null, moved: 'accepted' });
});

test('an article whose text is nowhere any more is not found, and neither is what only looks like its id', async () => {
  const every = (await page()).articles[1]?.blocks.map(({ place }) => place) ?? [];
  await accepted({ kind: 'drop_blocks', blocks: every, role: 'noise' });
  await expect(follow(books)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(follow(books.slice(0, -1))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
