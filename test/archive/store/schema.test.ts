import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, SCHEMA_VERSION } from '#archive/store/migrate.ts';
import { schemaAt, schemaOf } from '#archive/store/schema.ts';

const SCHEMA = fileURLToPath(new URL('../../../electron/archive/store/schema.sql', import.meta.url));

test('schema.sql, kept to be read, is what the migrations make', async () => {
  await expect(schemaAt(SCHEMA_VERSION)).toMatchFileSnapshot(SCHEMA);
});

// Rows as an archive of version N - 1 holds them, and what the step must make of them: `0002.rows.sql` is written into
// version 1, `0002.after.json` is what the queries in it answer at version 2. The first step begins with nothing.
for (let version = 1; version <= SCHEMA_VERSION; version += 1)
  test(`the step to schema ${version} takes rows of the one before along`, () => {
    const db = new Database(':memory:');
    migrate(db, version - 1);
    const rows = new URL(`../../fixtures/migrations/${String(version).padStart(4, '0')}.rows.sql`, import.meta.url);
    db.exec(readFileSync(rows, 'utf8'));
    migrate(db, version);
    const after = JSON.parse(readFileSync(new URL(rows.href.replace('.rows.sql', '.after.json')), 'utf8')) as Record<
      string,
      unknown
    >;
    for (const [query, answer] of Object.entries(after)) expect(db.prepare(query).all(), query).toEqual(answer);
    expect(schemaOf(db)).toBe(schemaAt(version));
    db.close();
  });

const STEPS = [
  'CREATE TABLE paper (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;',
  `CREATE TABLE page (id TEXT PRIMARY KEY, paper_id TEXT NOT NULL REFERENCES paper (id)) STRICT;
   INSERT INTO page SELECT 'first of ' || id, id FROM paper;`,
];

test('steps are taken one by one, each with the rows of the one before', () => {
  const db = new Database(':memory:');
  migrate(db, 1, STEPS);
  db.exec(`INSERT INTO paper VALUES ('p', '江城日报')`);
  migrate(db, 2, STEPS);
  expect(db.prepare('SELECT * FROM page').all()).toEqual([{ id: 'first of p', paper_id: 'p' }]);
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('a step that fails half way leaves the version before it, whole', () => {
  const db = new Database(':memory:');
  migrate(db, 1, STEPS);
  db.exec(`INSERT INTO paper VALUES ('p', '江城日报')`);
  const broken = [...STEPS.slice(0, 1), 'DELETE FROM paper; CREATE TABLE paper (id TEXT) STRICT;'];
  expect(() => migrate(db, 2, broken)).toThrow('already exists');
  expect(db.prepare('SELECT count(*) FROM paper').pluck().get()).toBe(1);
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('a step that leaves a reference to nothing is refused', () => {
  const db = new Database(':memory:');
  migrate(db, 2, STEPS);
  db.exec(`INSERT INTO paper VALUES ('p', '江城日报'); INSERT INTO page VALUES ('1', 'p')`);
  expect(() => migrate(db, 3, [...STEPS, 'DELETE FROM paper;'])).toThrow('MIGRATION_FAILED');
  expect(db.prepare('SELECT count(*) FROM paper').pluck().get()).toBe(1);
});
