import type Database from 'better-sqlite3';
import { StoreError } from './errors.ts';
import initial from './migrations/0001-initial.sql?raw';
import articleEdited from './migrations/0002-article-edited.sql?raw';
import articlePage from './migrations/0003-article-page.sql?raw';
import positions from './migrations/0004-positions.sql?raw';
import deskWork from './migrations/0005-desk-work.sql?raw';
import articleParts from './migrations/0006-article-parts.sql?raw';
import annotationWaiting from './migrations/0007-annotation-waiting.sql?raw';
import correction from './migrations/0008-correction.sql?raw';
import annotationPanel from './migrations/0009-annotation-panel.sql?raw';
import articleHolding from './migrations/0010-article-holding.sql?raw';
import search from './migrations/0011-search.sql?raw';
import indexMerging from './migrations/0012-index-merging.sql?raw';
import template from './migrations/0013-template.sql?raw';

/** 'JBao' in ASCII: the number at offset 68 that tells our files from other SQLite databases. */
export const APPLICATION_ID = 0x4a42616f;

/** In order; the position is the schema version that the step leads to. A released step never changes. */
const STEPS: readonly string[] = [
  initial,
  articleEdited,
  articlePage,
  positions,
  deskWork,
  articleParts,
  annotationWaiting,
  correction,
  annotationPanel,
  articleHolding,
  search,
  indexMerging,
  template,
];

export const SCHEMA_VERSION: number = STEPS.length;

/**
 * Brings the database to the newest schema, each step in a transaction of its own: a step that fails leaves the
 * version before it. Foreign keys are off meanwhile (inside a transaction the pragma is ignored) and checked before each commit.
 */
export function migrate(db: Database.Database, to: number = SCHEMA_VERSION, steps: readonly string[] = STEPS): void {
  const from = db.pragma('user_version', { simple: true }) as number;
  if (from >= to) return;
  db.pragma('foreign_keys = OFF');
  try {
    for (const [index, step] of steps.slice(0, to).entries()) {
      if (index < from) continue;
      const apply = db.transaction(() => {
        db.exec(step);
        const broken = db.pragma('foreign_key_check') as unknown[];
        if (broken.length > 0)
          throw new StoreError('MIGRATION_FAILED', `${broken.length} broken references after step ${index + 1}`);
        db.pragma(`user_version = ${index + 1}`);
      });
      apply.immediate();
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
