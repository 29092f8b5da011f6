import { expect, test } from 'vitest';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import type { ArticleId } from '#contract/ids.ts';
import { EDITS } from '../annotate/edits/edits.ts';
import { readArticles } from '../desk/scramble/article.ts';
import { type Random, seeded } from '../desk/scramble/random.ts';
import { snapshotOf } from '../snapshot.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

const sources = readArticles().slice(0, 12);
const other = readArticles()
  .slice(12, 20)
  .map(({ items }) => items.map(({ text }) => text).join('\n'))
  .join('\n');
const KINDS = [
  'digit',
  'unit',
  'negation',
  'direction',
  'name',
  'any one character',
  'sentence inserted inside',
] as const;

/** One edit inside a paragraph, as a person makes them. */
async function correctAtRandom({ client }: TemporaryArchive, article: ArticleId, random: Random): Promise<boolean> {
  const { body, revision } = await client.articles.get({ id: article });
  const edit = EDITS[random.pick(KINDS)]?.(body, random, other);
  if (!edit || /\n/u.test(body.slice(edit.start, edit.end) + edit.text)) return false;
  const edits = [{ span: { start: edit.start, end: edit.end }, text: edit.text }];
  try {
    await client.corrections.make({ article, revision, edits });
  } catch (error) {
    expect(error).toMatchObject({ data: { reason: expect.stringMatching(/nothing_to_change|paragraph/) } });
    return false;
  }
  const now = await client.articles.get({ id: article });
  expect(now.body).toBe(body.slice(0, edit.start) + edit.text + body.slice(edit.end));
  return true;
}

test('whatever is corrected: no mark is silent on other words, the source stands, undoing gives all back, and so does going back', async () => {
  const here = await temporaryArchive();
  const random = seeded(11);
  for (const [index, { items, fields }] of sources.entries()) {
    const paragraphs = items.map(({ text }) => text);
    const document = documentOf([{ title: fields.title ?? '', paragraphs }]);
    const { articles } = await store(here, document, `${index}.txt`);
    const article = articles[0] as ArticleId;
    const { body } = await here.client.articles.get({ id: article });
    for (let count = 0; count < 12; count += 1) {
      const start = random.int(0, body.length - 12);
      const span = { start, end: start + random.int(2, 12) };
      await here.client.annotations.create({ article, span, colour: 'fact' });
    }
    const states = [snapshotOf(here.archive.context.reader)];
    for (let step = 0; step < 6; step += 1) {
      if (!(await correctAtRandom(here, article, random))) continue;
      states.push(snapshotOf(here.archive.context.reader));
      const now = await here.client.articles.get({ id: article });
      const bare = (text: string) => text.replace(/\s/gu, '').normalize('NFKC');
      for (const { state, quote } of await here.client.annotations.forArticle({ article })) {
        const stands = now.body.slice(quote.start, quote.end);
        if (state === 'exact' || state === 'moved') expect(bare(stands)).toBe(bare(quote.exact));
        if (state === 'orphan') expect(stands).toBe('');
      }
    }
    const [first] = states;
    for (const before of states.slice(0, -1).toReversed()) {
      await here.client.history.undo({});
      expect(snapshotOf(here.archive.context.reader)).toEqual(before);
    }
    for (const after of states.slice(1)) {
      await here.client.history.redo();
      expect(snapshotOf(here.archive.context.reader)).toEqual(after);
    }
    if (states.length === 1) continue;
    const { revision } = await here.client.articles.get({ id: article });
    await here.client.corrections.goBack({ article, revision, to: null });
    const back = snapshotOf(here.archive.context.reader);
    for (const table of ['text', 'operations', 'article'] as const) expect(back[table]).toEqual(first?.[table]);
  }
  await here.archive.close();
  expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: true });
  await here.reopen();
  await here.close();
});
