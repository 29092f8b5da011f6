import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleId } from '#contract/ids.ts';
import { knownArchive, WORDS } from './known-archive.ts';
import { oracleTerms } from './oracle.ts';
import { type Known, type OracleItem, oracleFinds, writeItem } from './oracle-query.ts';
import type { SmallArchive } from './small-archive.ts';

const pick = fc.constantFrom;
let archive: SmallArchive;
let known: readonly Known[];
beforeAll(() => {
  ({ archive, known } = knownArchive());
});
afterAll(() => archive.close());

const words = fc
  .tuple(pick(...WORDS), pick('', '', '。', '，', '、'), pick('', ...WORDS))
  .map((parts) => parts.join(''));
const item: fc.Arbitrary<OracleItem> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ is: pick('words'), field: pick('any', 'any', 'title', 'note'), text: words }) },
  fc.record({ is: pick('prefix'), field: pick('any', 'title'), text: pick('gro', 'growt', 'harb', '2', '5') }),
  {
    weight: 3,
    arbitrary: fc.record({
      is: pick('near'),
      field: pick('any', 'any', 'title', 'note'),
      texts: fc.array(pick(...WORDS), { minLength: 2, maxLength: 3 }),
      distance: fc.nat({ max: 6 }),
    }),
  },
  fc.record({ is: pick('paper'), text: pick('江城', '晚报', '江城日报', '日江') }),
  fc.record({ is: pick('by'), text: pick('林越', 'lin', 'Anna Lin', '越林') }),
  fc.record({ is: pick('tag'), path: pick('就业', '就業', '就业/城镇', '就业/*', '城镇') }),
  fc.record({
    is: pick('kind', 'state', 'has'),
    value: pick('main', 'brief', 'read', 'unread', 'highlight', 'note', 'tag'),
  }),
  fc.record({ is: pick('from', 'to', 'before'), day: pick('2023-10-18', '2023-11', '2022', '2021-05-02') }),
);
const clause = fc.array(fc.record({ item, excluded: fc.boolean() }), { minLength: 1, maxLength: 2 });

test('every class of query, alone and together, finds exactly what reading every article finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(clause, { minLength: 1, maxLength: 3 }), async (clauses) => {
      const isPositive = clauses.some((each) => each.some(({ excluded }) => !excluded));
      // What cannot be written, such as a kind that is none, is another test's matter.
      const written = clauses.map((each) =>
        each.map(({ item, excluded }) => (excluded ? `-${writeItem(item)}` : writeItem(item))).join(' OR '),
      );
      if (!isPositive || written.some((line) => line.includes('undefined'))) return;
      const expected = archive.ids.filter((_, i) =>
        clauses.every((each) => each.some(({ item, excluded }) => oracleFinds(known, i, item) !== excluded)),
      );
      expect((await archive.search.ids(written.join(' '))).join(), written.join(' ')).toBe(expected.join());
    }),
    { numRuns: 600, seed: 3 },
  );
});

test('the hits of words near each other are exactly those that a slow reading finds', async () => {
  const near = fc.record({
    texts: fc.array(pick(...WORDS), { minLength: 2, maxLength: 3 }),
    distance: fc.nat({ max: 6 }),
  });
  let found = 0;
  await fc.assert(
    fc.asyncProperty(near, async ({ texts, distance }) => {
      const item: OracleItem = { is: 'near', field: 'any', texts, distance };
      const { items } = await archive.search.query({ text: writeItem(item), limit: 20 });
      for (const { article, hits } of items) {
        const { body = [] } = known[archive.ids.indexOf(article.id as ArticleId)] ?? {};
        expect(hits).toEqual(nearHits(body, texts, distance));
        found += hits.length;
      }
    }),
    { numRuns: 40, seed: 5 },
  );
  expect(found).toBeGreaterThan(50);
});

/** All ways to choose one place of each word; the places of those that are near enough. */
function nearHits(body: Known['body'], texts: readonly string[], distance: number) {
  const lists = texts.map((text) => {
    const phrase = oracleTerms(text);
    const starts = body.flatMap((_, at) =>
      phrase.every((term, i) => term.text === body[at + i]?.text) ? [{ at, after: at + phrase.length }] : [],
    );
    return starts;
  });
  let ways: { at: number; after: number }[][] = [[]];
  for (const list of lists) ways = ways.flatMap((way) => list.map((place) => [...way, place]));
  const hits = ways
    .filter((way) => way.every(({ after }) => Math.max(...way.map(({ at }) => at)) - after <= distance))
    .flat()
    .map(({ at, after }) => ({ start: body[at]?.start ?? 0, end: body[after - 1]?.end ?? 0 }));
  const keys = new Map(hits.map((hit) => [`${hit.start} ${hit.end}`, hit]));
  return [...keys.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
