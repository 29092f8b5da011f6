import type { ReadDb } from '../store/database.ts';
import { type ChangedRow, type SearchRow, searchRowReads } from '../store/search-rows.ts';
import { pause } from './pause.ts';

/** Rows read between two looks at the signal. */
const READ_AT_ONCE = 2000;

/** Texts by number: what thousands of articles share is kept once. */
export class Names {
  readonly values: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** -1 for none. */
  numberOf(value: string | null): number {
    if (value === null) return -1;
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.values.push(value) - 1;
      this.#numbers.set(value, number);
    }
    return number;
  }
}

/** `2023-10-18` as 20231018, so that days are compared as numbers; 0 where there is none. */
export function dayNumber(day: string | null | undefined): number {
  return day ? Number(day.replaceAll('-', '')) : 0;
}

/**
 * What is asked of articles beside their words, in memory by the row of the full-text index: some thirty bytes each. A
 * condition over 100,000 articles is then a millisecond, and facets are counted over the rows that a query found.
 */
export class Columns {
  /** One more than the highest row. */
  length = 1;
  /** 1 where there is an article that is not in the trash. */
  alive = new Uint8Array(1024);
  /** Numbers into `papers`, `bylines`, `kinds`, `states` and `tagSets`; -1 where there is none. */
  paper = new Int32Array(1024);
  byline = new Int32Array(1024);
  tags = new Int32Array(1024);
  kind = new Uint8Array(1024);
  state = new Uint8Array(1024);
  noted = new Uint8Array(1024);
  marked = new Uint8Array(1024);
  /** Days as `dayNumber` writes them; 0 where there is no date. */
  from = new Int32Array(1024);
  to = new Int32Array(1024);
  /** Days since 1970. */
  imported = new Int32Array(1024);
  /** The last six bytes of the article's id. */
  tail = new Float64Array(1024);
  /** Ids of publications. */
  readonly papers = new Names();
  readonly bylines = new Names();
  readonly kinds = new Names();
  readonly states = new Names();
  /** Ids of tags, joined: articles with the same tags share one. */
  readonly tagSets = new Names();

  put(row: SearchRow): void {
    const [seq, id, publication, byline, from, to, kind, state, deleted, imported] = row;
    this.#reach(seq);
    this.alive[seq] = deleted ? 0 : 1;
    this.paper[seq] = this.papers.numberOf(publication);
    this.byline[seq] = this.bylines.numberOf(byline);
    this.kind[seq] = this.kinds.numberOf(kind);
    this.state[seq] = this.states.numberOf(state);
    this.from[seq] = dayNumber(from);
    this.to[seq] = dayNumber(to);
    this.imported[seq] = Math.floor(imported / 86_400_000);
    this.tail[seq] = Number.parseInt(id.slice(-12), 16);
    this.setTags(seq, []);
  }

  change({ seq, row, noted, marked, tags }: ChangedRow): void {
    this.#reach(seq);
    if (!row) {
      this.alive[seq] = 0;
      return;
    }
    this.put(row);
    this.noted[seq] = noted ? 1 : 0;
    this.marked[seq] = marked ? 1 : 0;
    this.setTags(seq, tags);
  }

  setTags(seq: number, tags: readonly string[]): void {
    this.tags[seq] = this.tagSets.numberOf(tags.length === 0 ? null : [...tags].sort().join());
  }

  #reach(seq: number): void {
    if (seq >= this.length) this.length = seq + 1;
    if (seq < this.alive.length) return;
    const room = 2 ** Math.ceil(Math.log2(seq + 1));
    const grown = <Array extends { set(from: Array): void }>(
      make: new (length: number) => Array,
      old: Array,
    ): Array => {
      const array = new make(room);
      array.set(old);
      return array;
    };
    for (const name of ['alive', 'kind', 'state', 'noted', 'marked'] as const)
      this[name] = grown(Uint8Array, this[name]);
    for (const name of ['paper', 'byline', 'tags', 'from', 'to', 'imported'] as const)
      this[name] = grown(Int32Array, this[name]);
    this.tail = grown(Float64Array, this.tail);
  }
}

/** Keeps the columns of one archive as they are in it, over a connection that reads. */
export function openColumns(db: ReadDb) {
  const reads = searchRowReads(db);
  let columns: Columns | undefined;
  let filling: Promise<void> | undefined;
  let seen = 0;

  async function fill(): Promise<void> {
    const made = new Columns();
    // What changes meanwhile is read again.
    const before = reads.lastChange();
    for (let id = ''; ; ) {
      await pause(undefined);
      const rows = reads.rowsAfter(id, READ_AT_ONCE);
      for (const row of rows) made.put(row);
      if (rows.length < READ_AT_ONCE) break;
      id = rows.at(-1)?.[1] ?? '';
    }
    for (const seq of reads.noted()) made.noted[seq] = 1;
    for (const seq of reads.marked()) made.marked[seq] = 1;
    for (const [seq, tags] of reads.tagged()) made.setTags(seq, tags);
    columns = made;
    seen = before;
  }

  /** Reads what changed; false when everything must be read. */
  function catchUp(): boolean {
    if (!columns) return false;
    const last = reads.lastChange();
    if (last === seen) return true;
    const changes = reads.changesAfter(seen);
    if (!changes || last < seen) return false;
    for (const change of changes) columns.change(change);
    seen = last;
    return true;
  }

  /** As they are now. @throws the signal's reason; what was begun goes on for whoever asks next. */
  return async function current(signal?: AbortSignal): Promise<Columns> {
    while (!catchUp()) {
      filling ??= fill().finally(() => {
        filling = undefined;
      });
      await filling;
      signal?.throwIfAborted();
    }
    return columns as Columns;
  };
}
