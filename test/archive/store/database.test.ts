import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabase, openForReading } from '#archive/store/database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a new archive opens for reading with the pragmas that keep it safe', () => {
  createDatabase(join(folder, 'archive.sqlite')).close();
  const db = openForReading(join(folder, 'archive.sqlite'));
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  expect(db.pragma('trusted_schema', { simple: true })).toBe(0);
  db.close();
});
