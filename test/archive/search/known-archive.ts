import fc from 'fast-check';
import { oracleTerms } from './oracle.ts';
import type { Known } from './oracle-query.ts';
import { type SmallArchive, type SmallArticle, smallArchive } from './small-archive.ts';

const pick = fc.constantFrom;
export const WORDS = [
  '发展',
  '展望',
  '营商',
  '環境',
  '物流',
  '发',
  '望',
  '5G网络',
  '2.3亿元',
  'growth',
  'grown',
  'Harbour',
];
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

/** An archive whose articles differ in everything that a query can ask, and what a slow reader knows of each of them. */
export function knownArchive(): { readonly archive: SmallArchive; readonly known: readonly Known[] } {
  const archive = smallArchive(
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
  const known = ARTICLES.map((made, i) => {
    const row = read.get(ids[i] as string) ?? { title: '', body: '', notes: '' };
    return { ...made, title: oracleTerms(row.title), body: oracleTerms(row.body), notes: oracleTerms(row.notes) };
  });
  return { archive, known };
}
