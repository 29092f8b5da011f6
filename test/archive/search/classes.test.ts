import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleId } from '#contract/ids.ts';
import { oracleTerms } from './oracle.ts';
import { type Known, type OracleItem, oracleFinds, writeItem } from './oracle-query.ts';
import { type SmallArchive, type SmallArticle, smallArchive } from './small-archive.ts';

const pick = fc.constantFrom;
const WORDS = ['发展', '展望', '营商', '環境', '物流', '发', '望', '5G网络', '2.3亿元', 'growth', 'grown', 'Harbour'];
const MARKS = ['，', '。', '、', '\n\n', ' ', '\n'];
const PAPERS = ['江城日报', '滨海晚报', '江城晚报', undefined];
const BYLINES = ['本报记者 林越', '林越 陈舟', 'Anna Lin', undefined];
const DATES = ['2023-10-18', '2023-11', '2022', '2021-05-01', undefined];
const TAGS = ['就业', '就业/城镇', '就业难', '物流'];
const KINDS = ['main', 'commentary', 'brief'];
const STATES = ['unread', 'read'];

const text = fc.array(fc.oneof({ weight: 3, arbitrary: pick(...WORDS) }, pick(...MARKS)), {
  minLength: 4,
  maxLength: 18,
});
const article = fc.record({
  title: fc.array(pick(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join('')),
  text: text.map((pieces) => pieces.join('')).filter((all) => all.trim() !== ''),
  note: fc.option(pick('见物流一文', 'growth again', '发展望'), { nil: undefined, freq: 3 }),
  publication: pick(...PAPERS),
  byline: pick(...BYLINES),
  date: pick(...DATES),
  tag: fc.option(pick(...TAGS), { nil: undefined }),
  kind: pick(...KINDS),
  state: pick(...STATES),
  isMarked: fc.boolean(),
});
const ARTICLES = fc.sample(article, { numRuns: 80, seed: 41 });

let archive: SmallArchive;
let known: Known[];
beforeAll(() => {
  archive = smallArchive(
    ARTICLES.map(({ title, text, note, publication, byline, date }): SmallArticle => {
      const head = { ...(publication && { publication }), ...(byline && { byline }), ...(date && { date }) };
      return { title, text, ...(note && { note }), ...head };
    }),
  );
  const { db, ids } = archive;
  for (const path of TAGS) db.prepare('INSERT INTO tag (id, path, created_at) VALUES (?, ?, 0)').run(path, path);
  for (const [i, { tag, kind, state, isMarked }] of ARTICLES.entries()) {
    db.prepare('UPDATE article SET kind = ?, reading_state = ? WHERE id = ?').run(kind, state, ids[i]);
    if (tag) db.prepare('INSERT INTO article_tag VALUES (?, ?)').run(ids[i], tag);
    if (isMarked)
      db.prepare(
        `INSERT INTO annotation (id, short_id, article_id, span_start, span_end, exact, prefix, suffix, colour, created_at, updated_at)
         VALUES (?, ?, ?, 0, 1, 'x', '', '', 'fact', 0, 0)`,
      ).run(`n${i}`, `s${i}`, ids[i]);
  }
  const read = db.prepare<[string], { title: string; body: string; notes: string }>(
    'SELECT title, body, notes FROM article_text WHERE id = ?',
  );
  known = ARTICLES.map((made, i) => {
    const row = read.get(ids[i] as string) ?? { title: '', body: '', notes: '' };
    return { ...made, title: oracleTerms(row.title), body: oracleTerms(row.body), notes: oracleTerms(row.notes) };
  });
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
    { numRuns: 200, seed: 3 },
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
