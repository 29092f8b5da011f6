import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleId } from '#contract/ids.ts';
import { type OracleSpan, type OracleTerm, oracleHits, oracleTerms } from './oracle.ts';
import { type SmallArchive, smallArchive } from './small-archive.ts';

/** Few pieces, so that every substring has near misses among the other articles. */
const WORDS = [
  '发展',
  '展望',
  '营商',
  '环境',
  '增长',
  '就业',
  '物流',
  '发',
  '望',
  '乾隆',
  '后来',
  '著作',
  '中国',
  '長江',
];
const MIXED = [
  '2.3亿元',
  '12.3亿元',
  '5G网络',
  '5,000人',
  '11月5日',
  'GDP',
  'gdp',
  'ＧＤＰ',
  'Wi-Fi',
  '国國',
  '后後',
  '100㎡',
  '①2023年',
  'café',
];
const MARKS = ['，', '、', '。', '”，“', '》、《', '：', '！', '.', ',', '-', '(', '）'];
const LAYOUT = ['\n', ' ', '　', '\n　　', '\r\n', '\n\n', '\u200b'];

const piece = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...MIXED) },
  { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 2, arbitrary: fc.constantFrom(...LAYOUT) },
);
const text = fc.array(piece, { minLength: 12, maxLength: 40 }).map((pieces) => pieces.join(''));
const article = fc.record({
  title: fc.array(piece, { minLength: 2, maxLength: 5 }).map((pieces) => pieces.join('').replace(/\s+/g, '') || '无题'),
  text,
  note: fc.option(text, { nil: undefined, freq: 9 }),
});

const ARTICLES = fc.sample(article, { numRuns: 1000, seed: 20231018 });

interface Stored {
  readonly id: ArticleId;
  readonly title: string;
  readonly body: string;
  readonly notes: string;
  readonly fields: readonly OracleTerm[][];
}

let archive: SmallArchive;
let stored: Stored[];
beforeAll(() => {
  archive = smallArchive(ARTICLES);
  // One in twenty lies in the trash and must not be seen.
  for (let i = 0; i < archive.ids.length; i += 20) archive.remove(archive.ids[i] as ArticleId);
  stored = archive.db
    .prepare<[], Omit<Stored, 'fields'>>(
      'SELECT t.id, t.title, t.body, t.notes FROM article_text t JOIN article a ON a.id = t.id WHERE a.deleted_at IS NULL ORDER BY t.seq',
    )
    .all()
    .map((row) => ({ ...row, fields: [row.title, row.body, row.notes].map(oracleTerms) }));
}, 60_000);
afterAll(() => archive.close());

interface Expected {
  readonly ids: ArticleId[];
  readonly bodyHits: Map<ArticleId, OracleSpan[]>;
}

/** Every article outside the trash that holds the phrase; with punctuation inside when none holds it as typed. */
function judge(phrase: readonly OracleTerm[]): Expected {
  for (const loose of [false, true]) {
    const bodyHits = new Map<ArticleId, OracleSpan[]>();
    for (const row of stored) {
      const hits = row.fields.map((field) => oracleHits(field, phrase, loose));
      if (hits.some((spans) => spans.length > 0)) bodyHits.set(row.id, hits[1] ?? []);
    }
    if (bodyHits.size === 0 && !loose && phrase.length > 1) continue;
    return { ids: [...bodyHits.keys()], bodyHits };
  }
  return { ids: [], bodyHits: new Map() };
}

/** Cuts 1 to 8 characters out of an article's text, and does to them what people and pages do. */
const fragment = fc
  .record({
    from: fc.nat({ max: ARTICLES.length - 1 }),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    length: fc.integer({ min: 1, max: 8 }),
    change: fc.constantFrom('none', 'none', 'break', 'blank', 'replace', 'traditional', 'width', 'unbreak', 'unmark'),
    where: fc.nat({ max: 7 }),
    by: fc.constantFrom(...WORDS, '，', '3', 'x'),
  })
  .map(({ from, at, length, change, where, by }) => {
    const whole = ARTICLES[from]?.text ?? '';
    const start = Math.floor(at * whole.length);
    const cutOut = [...whole.slice(start, start + length)];
    const place = where % Math.max(1, cutOut.length);
    if (change === 'break') cutOut.splice(place, 0, '\n');
    if (change === 'blank') cutOut.splice(place, 0, '　');
    if (change === 'replace') cutOut[place] = [...by][0] ?? '';
    const text = cutOut.join('');
    if (change === 'traditional') return text.replaceAll('发', '發').replaceAll('国', '國').replaceAll('乾', '干');
    if (change === 'width') return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    if (change === 'unbreak') return text.replace(/\s/g, '');
    if (change === 'unmark') return text.replace(/[，、。：！.,()（）-]/g, '');
    return text;
  });

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function isAsked(terms: readonly OracleTerm[]): boolean {
  return terms.some((term) => term.kind === 'character' || term.kind === 'word');
}

test('a phrase finds exactly the articles that hold it, at exactly its places', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fragment, async (text) => {
      const phrase = oracleTerms(text);
      const query = quoted(text);
      const ids = await archive.search.ids(query);
      if (!isAsked(phrase)) {
        expect(ids).toEqual([]);
        return;
      }
      const expected = judge(phrase);
      expect(ids.join()).toBe(expected.ids.join());
      const { items, total } = await archive.search.query({ text: query, limit: 5 });
      expect(total).toBe(expected.ids.length);
      expect(items.length).toBe(Math.min(5, total));
      for (const { article, hits, snippet } of items) {
        const row = stored.find(({ id }) => id === article.id);
        expect(hits).toEqual(expected.bodyHits.get(article.id));
        expect(await archive.search.inArticle(article.id, query)).toEqual(hits);
        const field = { body: row?.body, note: row?.notes, title: row?.title }[snippet.field] ?? '';
        expect(field.slice(snippet.offset, snippet.offset + snippet.text.length)).toBe(snippet.text);
        expect(snippet.marks.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500, seed: 7 },
  );
});

test('words typed without quotation marks are the same phrases, and every one of them must be there', {
  timeout: 60_000,
}, async () => {
  const plain = fragment.filter((text) => /^[^\s\p{Control}"*:-][^\s\p{Control}"*:]*$/u.test(text) && text !== 'OR');
  await fc.assert(
    fc.asyncProperty(plain, plain, fc.constantFrom('and', 'or', 'not'), async (one, other, how) => {
      const [left, right] = [oracleTerms(one), oracleTerms(other)];
      if (!isAsked(left) || !isAsked(right)) return;
      const text = { and: `${one} ${other}`, or: `${one} OR ${other}`, not: `${one} -${other}` }[how];
      const a = new Set(judge(left).ids);
      const b = new Set(judge(right).ids);
      const wanted = stored
        .map((row) => row.id)
        .filter((id) =>
          how === 'and' ? a.has(id) && b.has(id) : how === 'or' ? a.has(id) || b.has(id) : a.has(id) && !b.has(id),
        );
      expect((await archive.search.ids(text)).join()).toBe(wanted.join());
    }),
    { numRuns: 150, seed: 8 },
  );
});
