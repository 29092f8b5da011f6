import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { terms } from '#archive/search/terms.ts';
import { openForWriting, type WriteDb } from '#archive/store/database.ts';
import { indexMerging } from '#archive/store/index-rows.ts';
import { type ArticleText, textReads, textWrites } from '#archive/store/texts.ts';
import type { ArticleId } from '#contract/ids.ts';
import { type Figure, percentile } from './figures.ts';
import { seededRandom } from './generate-text.ts';

/** Texts that are indexed, and how many in one commit, as an archive does it at its opening. */
const INDEXED = 5000;
const ROWS = 200;
/** Articles that are changed one at a time. */
const EDITED = 200;
/** Articles between two pauses; in a pause the index is merged, as the program does when nobody writes. */
const AT_A_STRETCH = 4;

/**
 * What the index costs whoever writes, in a copy of an archive and with every commit synced: one article that is changed,
 * deleted and added again; rows alone, of texts that are stored, where there were rows before and where there are none.
 */
export function measureWrites(archive: string, folder: string, articles: number): Figure[] {
  const path = join(folder, 'writes', 'archive.sqlite');
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(join(archive, 'archive.sqlite'), path);
  const db = openForWriting(path);
  try {
    const texts = textWrites(db, terms);
    const index = (): number => {
      const rows = Math.min(INDEXED, articles);
      db.prepare('INSERT INTO index_stale (seq) SELECT seq FROM article_text ORDER BY seq DESC LIMIT ?').run(rows);
      const started = performance.now();
      while (texts.rebuildStale(ROWS, () => undefined) === ROWS);
      return rows / ((performance.now() - started) / 1000);
    };
    const edits = edit(db, articles);
    const anew = index();
    db.exec(`INSERT INTO article_index (article_index) VALUES ('delete-all');
      INSERT INTO title_index (title_index) VALUES ('delete-all'); DELETE FROM indexed`);
    return [
      ...edits,
      {
        what: `index rows of stored texts, terms and all, ${articles}`,
        value: index(),
        unit: 'articles/s',
        atLeast: 2000,
      },
      { what: `the same where a row stands already, ${articles}`, value: anew, unit: 'articles/s' },
    ];
  } finally {
    db.close();
    rmSync(dirname(path), { recursive: true });
  }
}

function edit(db: WriteDb, articles: number): Figure[] {
  const texts = textWrites(db, terms);
  const reads = textReads(db);
  const random = seededRandom(5);
  const idOf = db.prepare<[number], ArticleId>('SELECT id FROM article_text WHERE seq = ?').pluck();
  const times = { add: [] as number[], update: [] as number[], delete: [] as number[] };
  const timed = (what: keyof typeof times, act: () => void) => {
    const started = performance.now();
    db.transaction(act).immediate();
    times[what].push(performance.now() - started);
  };
  const merge = indexMerging(db);
  for (let turn = 0; turn < EDITED; turn += 1) {
    if (turn % AT_A_STRETCH === 0) while (merge());
    const id = idOf.get(1 + Math.floor(random() * articles)) as ArticleId | undefined;
    const text: ArticleText | undefined = id && reads.find(id);
    if (!id || !text) continue;
    timed('update', () => texts.put({ id, ...text, body: `${text.body}更正。` }));
    timed('delete', () => texts.remove(id));
    timed('add', () => texts.put({ id, ...text }));
  }
  const most = { add: 5, update: 15, delete: 2 };
  return (['add', 'update', 'delete'] as const).map((what) => ({
    what: `${what} one article, text and index, p95, ${articles}`,
    value: percentile(times[what], 0.95),
    unit: 'ms',
    atMost: most[what],
  }));
}
