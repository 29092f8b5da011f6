import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '#archive/archive.ts';
import { backupArchive } from '#archive/safety/backup.ts';
import { checkArchive } from '#archive/safety/check.ts';
import { restoreArchive } from '#archive/safety/restore.ts';
import { terms } from '#archive/search/terms.ts';
import { closeDatabase, openForReading, openForWriting } from '#archive/store/database.ts';
import { APPLICATION_ID, migrate, SCHEMA_VERSION } from '#archive/store/migrate.ts';
import { clientOf, testOptions } from '../temporary-archive.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-older-'));
  path = join(folder, 'archive.sqlite');
  for (const name of ['originals', 'backups']) mkdirSync(join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An archive as the first release left it, with a tag in it. */
function makeOlder(version = 1): void {
  const db = new Database(path);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma('journal_mode = WAL');
  migrate(db, version);
  db.exec(`INSERT INTO archive_fact VALUES ('archive_id', '019a0000-0000-7000-8000-000000000001');
    INSERT INTO tag (id, path, created_at) VALUES ('019a0000-0000-7000-8000-000000000002', '就业', 1)`);
  db.close();
}

const tags = (db: Database.Database) => db.prepare('SELECT path FROM tag').pluck().all();

test('an archive of every older version is opened at once, and at once for reading beside it', async () => {
  for (let version = 1; version < SCHEMA_VERSION; version += 1) {
    makeOlder(version);
    expect(() => openForReading(path)).toThrow('OLDER_ARCHIVE');
    const archive = await openArchive(folder, testOptions());
    expect((await clientOf(archive).tags.list()).map((tag) => tag.path)).toEqual(['就业']);
    expect((await clientOf(archive).archive.info()).schema).toBe(SCHEMA_VERSION);
    // The header, as whoever comes next reads it.
    expect(readFileSync(path).readUInt32BE(60)).toBe(SCHEMA_VERSION);
    await archive.close();
    rmSync(path);
  }
});

test('a migration that was killed before it was moved into the file goes on from where it was', () => {
  for (let reached = 1; reached <= SCHEMA_VERSION; reached += 1) {
    makeOlder();
    const db = new Database(path);
    migrate(db, reached);
    // A copy of what a killed process leaves: the file with the old header, and its log.
    const killed = join(folder, `killed ${reached}`, 'archive.sqlite');
    for (const side of ['', '-wal']) cpSync(path + side, killed + side);
    db.close();
    rmSync(path);
    expect(readFileSync(killed).readUInt32BE(60)).toBe(1);
    const again = openForWriting(killed);
    expect(again.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(tags(again)).toEqual(['就业']);
    const reader = openForReading(killed);
    expect(tags(reader)).toEqual(['就业']);
    reader.close();
    closeDatabase(again);
  }
});

test('an older archive is checked, backed up and restored without being touched; what is restored is of this version', async () => {
  makeOlder();
  const before = readFileSync(path);
  expect(await checkArchive(folder, { terms })).toMatchObject({ ok: true, failed: [] });
  const backup = await backupArchive(folder, { now: Date.UTC(2026, 10, 21) });
  const to = join(folder, 'restored');
  await restoreArchive(backup.path, to, { now: 1 });
  // A backup that an older version made is an older archive.
  const early = join(folder, 'early');
  mkdirSync(join(early, 'originals'), { recursive: true });
  cpSync(path, join(early, 'archive.sqlite'));
  await restoreArchive(early, join(folder, 'restored early'), { now: 1 });
  for (const restored of [to, join(folder, 'restored early')]) {
    const db = openForReading(join(restored, 'archive.sqlite'));
    expect(tags(db)).toEqual(['就业']);
    db.close();
  }
  expect(readFileSync(path)).toEqual(before);
  expect(readFileSync(join(early, 'archive.sqlite'))).toEqual(before);
});

test('a newer version that waits in the log is refused like one in the file', () => {
  makeOlder();
  const db = new Database(path);
  db.pragma('user_version = 1000');
  const newer = join(folder, 'newer', 'archive.sqlite');
  for (const side of ['', '-wal']) cpSync(path + side, newer + side);
  db.close();
  expect(() => openForWriting(newer)).toThrow('NEWER_ARCHIVE');
});
