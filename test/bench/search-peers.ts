import { rmSync } from 'node:fs';
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

/** Up to so many articles a peer is made: beyond that it takes gigabytes or many minutes to make, which is said in the table. */
const MOST = { like: 100_000, scan: 20_000, trigram: 20_000, flexsearch: 1_000 } as const;

const bodies = (db: ReadDb) =>
  db.prepare<[], { seq: number; body: string }>('SELECT seq, body FROM article_text ORDER BY seq').iterate();

/** The peers that can be made for an archive of this size, one after the other. */
export function* makePeers(db: ReadDb, articles: number, folder: string): Generator<Peer, void, void> {
  if (articles <= MOST.like) yield like(db);
  if (articles <= MOST.scan) yield scan(db);
  if (articles <= MOST.trigram) yield trigram(db, folder);
  if (articles <= MOST.flexsearch) {
    yield flexsearch(db, 'FlexSearch over bodies, pairs', pairsOf);
    yield flexsearch(db, 'FlexSearch over bodies, its CJK preset', undefined);
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

function pairsOf(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) =>
    run.length < 2 || !/\p{Script=Han}/u.test(run) ? run : [...run].slice(1).map((character, i) => run[i] + character),
  );
}
