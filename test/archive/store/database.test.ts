import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeDatabase, createDatabase, openForReading, openForWriting } from '#archive/store/database.ts';
import { schemaOf } from '#archive/store/schema.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-'));
  path = join(folder, 'archive.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function makeArchive(): void {
  closeDatabase(createDatabase(path));
}

/** Changes a good archive with an ordinary SQLite connection, as another program would. */
function meddle(sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Every file of the folder by name and hash. */
function contents(): Record<string, string> {
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, hash(name)]));
}

const REFUSED: readonly [what: string, code: string, make: () => void][] = [
  ['an empty file', 'NOT_AN_ARCHIVE', () => writeFileSync(path, '')],
  ['a plain text', 'NOT_AN_ARCHIVE', () => writeFileSync(path, 'Dear archive,\n'.repeat(100))],
  ['no file at all', 'NOT_AN_ARCHIVE', () => {}],
  ['a database of another program', 'NOT_AN_ARCHIVE', () => meddle('CREATE TABLE bookmark (id INTEGER, url TEXT)')],
  [
    'a database of another program with an id of its own',
    'NOT_AN_ARCHIVE',
    () => meddle('PRAGMA application_id = 1196444487; CREATE TABLE layer (id INTEGER)'),
  ],
  [
    'a database that has our id but none of our tables',
    'NOT_AN_ARCHIVE',
    () => meddle('PRAGMA application_id = 0x4a42616f; CREATE TABLE layer (id INTEGER)'),
  ],
  [
    'an archive of a newer program',
    'NEWER_ARCHIVE',
    () => {
      makeArchive();
      meddle('PRAGMA user_version = 1000');
    },
  ],
  [
    'an archive with a trigger more',
    'UNEXPECTED_SCHEMA',
    () => {
      makeArchive();
      meddle(`CREATE TRIGGER trap AFTER INSERT ON tag BEGIN DELETE FROM article; END`);
    },
  ],
  [
    'an archive with a view more',
    'UNEXPECTED_SCHEMA',
    () => {
      makeArchive();
      meddle('CREATE VIEW everything AS SELECT * FROM article');
    },
  ],
  [
    'an archive with a trigger less',
    'UNEXPECTED_SCHEMA',
    () => {
      makeArchive();
      meddle('DROP TRIGGER journal_kept');
    },
  ],
  [
    'an archive that is cut short',
    'DAMAGED',
    () => {
      makeArchive();
      truncateSync(path, 40_960);
    },
  ],
];

for (const [what, code, make] of REFUSED)
  test(`${what} is refused as ${code}, for writing and for reading, and nothing is written`, () => {
    make();
    const before = contents();
    expect(() => openForWriting(path)).toThrow(code);
    expect(() => openForReading(path)).toThrow(code);
    expect(contents()).toEqual(before);
  });

test('a trigger that waits in the log beside the file is seen before the log is moved into it', () => {
  makeArchive();
  const db = new Database(path);
  db.exec('CREATE TRIGGER trap AFTER INSERT ON tag BEGIN DELETE FROM article; END');
  // A copy of what a killed process leaves: the file and its log.
  const killed = join(folder, 'killed');
  for (const side of ['', '-wal']) cpSync(path + side, join(killed, `archive.sqlite${side}`));
  db.close();
  folder = killed;
  path = join(killed, 'archive.sqlite');
  const before = contents();
  expect(() => openForWriting(path)).toThrow('UNEXPECTED_SCHEMA');
  expect(contents()).toEqual(before);
});

test('what a killed process committed is there after the next opening', () => {
  const db = createDatabase(path);
  db.exec(`INSERT INTO tag (id, path, created_at) VALUES ('t', '就业', 1)`);
  const killed = join(folder, 'killed');
  for (const side of ['', '-wal', '-shm']) cpSync(path + side, join(killed, `archive.sqlite${side}`));
  db.close();
  const again = openForWriting(join(killed, 'archive.sqlite'));
  expect(again.prepare('SELECT path FROM tag').pluck().all()).toEqual(['就业']);
  again.close();
});

test('a database is not made over one that is there', () => {
  writeFileSync(path, 'mine');
  expect(() => createDatabase(path)).toThrow('ALREADY_THERE');
  expect(contents()).toEqual({ 'archive.sqlite': createHash('sha256').update('mine').digest('hex') });
});

test('every connection has the pragmas that keep an archive safe, one for reading too', () => {
  makeArchive();
  const writing = openForWriting(path);
  const reading = openForReading(path);
  for (const db of [writing, reading]) {
    const read = (name: string) => db.pragma(name, { simple: true });
    expect(read('synchronous')).toBe(2);
    expect(read('trusted_schema')).toBe(0);
    expect(read('foreign_keys')).toBe(1);
    expect(read('recursive_triggers')).toBe(1);
    expect(read('cell_size_check')).toBe(1);
    expect(read('journal_mode')).toBe('wal');
  }
  reading.close();
  writing.close();
});

test('a connection for reading cannot write, whether another one is open or not', () => {
  makeArchive();
  const alone = openForReading(path);
  expect(() => alone.exec(`INSERT INTO tag (id, path, created_at) VALUES ('t', '就业', 1)`)).toThrow(/readonly/);
  alone.close();
  const writing = openForWriting(path);
  const beside = openForReading(path);
  expect(() => beside.exec(`INSERT INTO tag (id, path, created_at) VALUES ('t', '就业', 1)`)).toThrow(/readonly/);
  beside.close();
  writing.close();
});

test('closing leaves one file, after writing and after only reading', () => {
  closeDatabase(createDatabase(path));
  expect(readdirSync(folder)).toEqual(['archive.sqlite']);
  openForReading(path).close();
  expect(readdirSync(folder)).toEqual(['archive.sqlite']);
});

test('reading goes on beside a write that is not committed, and does not see it', () => {
  const writing = createDatabase(path);
  const reading = openForReading(path);
  writing.exec('BEGIN IMMEDIATE');
  writing.exec(`INSERT INTO tag (id, path, created_at) VALUES ('t', '就业', 1)`);
  const count = reading.prepare('SELECT count(*) FROM tag').pluck();
  expect(count.get()).toBe(0);
  writing.exec('COMMIT');
  expect(count.get()).toBe(1);
  reading.close();
  writing.close();
});

test('VACUUM and ANALYZE by another program leave an archive that opens', () => {
  makeArchive();
  meddle('ANALYZE; VACUUM');
  const db = openForWriting(path);
  expect(schemaOf(db)).toContain('CREATE TABLE article');
  db.close();
});
