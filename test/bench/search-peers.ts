import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Charset, Index } from 'flexsearch';
import type { ReadDb } from '#archive/store/database.ts';

/** Another way to find words in the same texts. */
export interface Peer {
  readonly name: string;
  /** How many articles it finds. */
  find(words: string): number;
  close?(): void;
}

/** One that is not made for so many articles, and why. */
export interface LeftOut {
  readonly name: string;
  readonly why: string;
}

const FLEXSEARCH = 'FlexSearch over bodies, pairs';
const FLEXSEARCH_CJK = 'FlexSearch over bodies, its CJK preset';
const MINISEARCH = 'MiniSearch over bodies, pairs';
/** Up to so many articles a peer is made, and what it takes there. */
const MOST = {
  [FLEXSEARCH]: { articles: 20_000, takes: '2 GB' },
  [FLEXSEARCH_CJK]: { articles: 20_000, takes: '2 GB' },
  [MINISEARCH]: { articles: 1_000, takes: '180 MB' },
} as const;

const bodies = (db: ReadDb) =>
  db.prepare<[], { seq: number; body: string }>('SELECT seq, body FROM article_text ORDER BY seq').iterate();

/** The peers for an archive of this size, one after the other. */
export function* makePeers(db: ReadDb, articles: number, folder: string): Generator<Peer | LeftOut, void, void> {
  yield like(db);
  yield scan(db);
  yield trigram(db, folder);
  const heavy = {
    [FLEXSEARCH]: () => flexsearch(db, FLEXSEARCH, pairsOf),
    [FLEXSEARCH_CJK]: () => flexsearch(db, FLEXSEARCH_CJK, undefined),
    [MINISEARCH]: () => minisearch(db),
  };
  for (const [name, make] of Object.entries(heavy)) {
    const most = MOST[name as keyof typeof MOST];
    if (articles <= most.articles) yield make();
    else yield { name, why: `not made: takes ${most.takes} for ${most.articles.toLocaleString('en')} articles` };
  }
}

function like(db: ReadDb): Peer {
  const count = db.prepare<[string], number>('SELECT count(*) FROM article_text WHERE body LIKE ?').pluck();
  return { name: 'LIKE', find: (words) => count.get(`%${words}%`) ?? 0 };
}

function scan(db: ReadDb): Peer {
  const texts = [...bodies(db)].map(({ body }) => body);
  return { name: 'JS scan of cached texts', find: (words) => texts.filter((text) => text.includes(words)).length };
}

function trigram(db: ReadDb, folder: string): Peer {
  const path = join(folder, 'trigram.sqlite');
  const own = new Database(path);
  own.exec(`PRAGMA synchronous = OFF; CREATE VIRTUAL TABLE t USING fts5(body, content='', tokenize='trigram')`);
  const put = own.prepare('INSERT INTO t (rowid, body) VALUES (?, ?)');
  own.transaction(() => {
    for (const { seq, body } of bodies(db)) put.run(seq, body);
  })();
  const count = own.prepare<[string], number>('SELECT count(*) FROM t WHERE t MATCH ?').pluck();
  return {
    name: 'FTS5 trigram',
    find: (words) => count.get(`"${words}"`) ?? 0,
    close() {
      own.close();
      rmSync(path);
    },
  };
}

function flexsearch(db: ReadDb, name: string, encode: ((text: string) => string[]) | undefined): Peer {
  const index = new Index(encode ? { tokenize: 'strict', encode } : { tokenize: 'strict', encoder: Charset.CJK });
  for (const { seq, body } of bodies(db)) index.add(seq, body);
  return { name, find: (words) => index.search(words, { limit: 1_000_000 }).length };
}

interface MiniSearch {
  add(document: { readonly id: number; readonly body: string }): void;
  search(words: string, options: { readonly combineWith: 'AND' }): readonly unknown[];
}

/** Only this bench needs it: whoever has not installed it since can still check types and run everything else. */
function minisearch(db: ReadDb): Peer | LeftOut {
  let Made: new (options: object) => MiniSearch;
  try {
    Made = createRequire(import.meta.url)('minisearch') as typeof Made;
  } catch {
    return { name: MINISEARCH, why: 'not installed' };
  }
  const index = new Made({ fields: ['body'], tokenize: pairsOf, processTerm: (term: string) => term });
  for (const { seq, body } of bodies(db)) index.add({ id: seq, body });
  return { name: MINISEARCH, find: (words) => index.search(words, { combineWith: 'AND' }).length };
}

function pairsOf(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) =>
    run.length < 2 || !/\p{Script=Han}/u.test(run) ? run : [...run].slice(1).map((character, i) => run[i] + character),
  );
}
