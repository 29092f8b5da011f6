import { afterEach, beforeEach, expect, test } from 'vitest';
import { annotationWrites } from '#archive/store/annotations.ts';
import type { Annotation } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId } from '#contract/ids.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

/** Whether joining and taking apart, which move marks by numbers, ever put one on words that are not its own. */
let here: TemporaryArchive;
let first: ArticleId;
let second: ArticleId;
beforeEach(async () => {
  here = await temporaryArchive();
  first = await keep('甲', ['浪花，浪花，', '浪花']);
  second = await keep('乙', ['浪花，', '浪花浪花。']);
});
afterEach(() => here.close());

async function keep(title: string, paragraphs: readonly string[]): Promise<ArticleId> {
  return (await store(here, documentOf([{ title, paragraphs }]), `${title}.txt`)).articles[0] as ArticleId;
}

const bodyOf = async (id: ArticleId) => (await here.client.articles.get({ id })).body;
const marksOf = (article: ArticleId) => here.client.annotations.forArticle({ article });

/** One mark on every run of up to four characters, and longer ones. */
async function markAll(article: ArticleId, lengths: readonly number[]): Promise<void> {
  const { length } = await bodyOf(article);
  for (const size of lengths)
    for (let start = 0; start + size <= length; start += 1)
      await here.client.annotations.create({ article, span: { start, end: start + size }, colour: 'fact' });
}

/** Each mark that is silent stands on its words. */
async function expectTruth(article: ArticleId): Promise<readonly Annotation[]> {
  const body = await bodyOf(article);
  const marks = await marksOf(article);
  for (const { state, quote } of marks)
    if (state !== 'orphan') expect(body.slice(quote.start, quote.end)).toBe(quote.exact);
  return marks;
}

const places = (marks: readonly Annotation[]) =>
  marks.map(({ id, state, quote }) => [id, state, quote.start, quote.end]).toSorted();

test('every mark of both goes with its own characters when they are joined, taken apart and joined again', async () => {
  await markAll(first, [1, 2, 4]);
  await markAll(second, [1, 3]);
  const apart = [places(await marksOf(first)), places(await marksOf(second))];
  const seam = (await bodyOf(first)).length;
  await here.client.jumps.join({ from: first, to: second });
  expect((await expectTruth(first)).every(({ state }) => state === 'exact')).toBe(true);

  await markAll(first, [2, 5, 9]);
  const joined = await expectTruth(first);
  await here.client.jumps.part({ part: second });
  const left = await expectTruth(first);
  await expectTruth(second);
  const isAcross = ({ quote }: Annotation) => quote.start <= seam && quote.end > seam;
  expect(new Set(left.filter(({ state }) => state === 'orphan').map(({ id }) => id))).toEqual(
    new Set(joined.filter(isAcross).map(({ id }) => id)),
  );

  await here.client.jumps.join({ from: first, to: second });
  const again = new Map((await expectTruth(first)).map((mark) => [mark.id, mark]));
  for (const { id, quote } of joined) {
    const now = again.get(id);
    // Where its words would stand twice across the seam nobody can say which they were: it stays an orphan.
    if (now?.state === 'exact') expect([now.quote.start, now.quote.end]).toEqual([quote.start, quote.end]);
    else expect(now?.state).toBe('orphan');
  }
  expect([...again.values()].filter(({ state }) => state === 'orphan').length).toBeLessThan(left.length / 10);

  await here.client.annotations.remove({
    ids: joined.flatMap(({ id }) => (apart.flat().some(([one]) => one === id) ? [] : [id])),
  });
  await here.client.jumps.part({ part: second });
  expect([places(await marksOf(first)), places(await marksOf(second))]).toEqual(apart);
});

test('an orphan whose words happen to stand across the seam stays one: nobody marked them there', async () => {
  const { annotation } = await here.client.annotations.create({
    article: first,
    span: { start: 1, end: 3 },
    colour: 'fact',
  });
  const words = `${(await bodyOf(first)).slice(-1)}\n${(await bodyOf(second)).slice(0, 1)}`;
  annotationWrites(here.archive.context.db).move(
    annotation.id as AnnotationId,
    first,
    { ...annotation.quote, exact: words, start: 1, end: 1 },
    'orphan',
  );
  await here.client.jumps.join({ from: first, to: second });
  expect((await marksOf(first)).map(({ state }) => state)).toEqual(['orphan']);
});

test('one that waits for a yes or a no goes on waiting on the other article', async () => {
  const { annotation } = await here.client.annotations.create({
    article: second,
    span: { start: 2, end: 5 },
    colour: 'fact',
  });
  annotationWrites(here.archive.context.db).move(
    annotation.id,
    second,
    { ...annotation.quote, exact: '别的' },
    'changed',
  );
  const words = (await bodyOf(second)).slice(2, 5);
  await here.client.jumps.join({ from: first, to: second });
  const [joined] = await marksOf(first);
  expect(joined?.state).toBe('changed');
  expect((await bodyOf(first)).slice(joined?.quote.start, joined?.quote.end)).toBe(words);
  await here.client.jumps.part({ part: second });
  const [back] = await marksOf(second);
  expect([back?.state, back?.quote.start, back?.quote.end]).toEqual(['changed', 2, 5]);
});
