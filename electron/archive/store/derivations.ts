import type { Derivation, DroppedRange, Operation } from '#contract/derivation.ts';
import type { SourceId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';

/** One operation in the packed list of a source: kind, start, end, text, and what stands there now. */
type PackedOperation = [Operation['kind'], number, number, string, string?];

interface DroppedRow {
  readonly role: DroppedRange['role'];
  readonly pieces: string;
  readonly text: string;
  readonly confidence: number;
  readonly evidence: string;
}

/** What of a source stands in no article, and what was changed on the way. */
export function derivationReads(db: ReadDb) {
  const dropped = db.prepare<[SourceId], DroppedRow>(
    'SELECT role, pieces, text, confidence, evidence FROM dropped WHERE source_id = ? ORDER BY position',
  );
  const operations = db.prepare<[SourceId], { list: string }>('SELECT list FROM operations WHERE source_id = ?');
  return {
    dropped(source: SourceId): DroppedRange[] {
      return dropped.all(source).map((row) => ({
        role: row.role,
        pieces: JSON.parse(row.pieces) as [number, number][],
        text: row.text,
        confidence: row.confidence,
        evidence: JSON.parse(row.evidence) as string[],
      }));
    },
    operations(source: SourceId): Operation[] {
      const row = operations.get(source);
      return row ? (JSON.parse(row.list) as PackedOperation[]).map(toOperation) : [];
    },
  };
}

export function derivationWrites(db: WriteDb) {
  const drop = db.prepare<[SourceId, number, string, string, string, number, string]>(
    'INSERT INTO dropped (source_id, position, role, pieces, text, confidence, evidence) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const operate = db.prepare<[SourceId, string]>('INSERT INTO operations (source_id, list) VALUES (?, ?)');
  const forgetDropped = db.prepare<[SourceId]>('DELETE FROM dropped WHERE source_id = ?');
  const forgetOperations = db.prepare<[SourceId]>('DELETE FROM operations WHERE source_id = ?');
  return {
    put(source: SourceId, derivation: Pick<Derivation, 'dropped' | 'operations'>): void {
      forgetDropped.run(source);
      forgetOperations.run(source);
      for (const [position, range] of derivation.dropped.entries())
        drop.run(
          source,
          position,
          range.role,
          JSON.stringify(range.pieces),
          range.text,
          range.confidence ?? 1,
          JSON.stringify(range.evidence),
        );
      operate.run(source, JSON.stringify(derivation.operations.map(packOperation)));
    },
  };
}

function packOperation({ kind, range, text, as }: Operation): PackedOperation {
  return as === undefined ? [kind, range[0], range[1], text] : [kind, range[0], range[1], text, as];
}

function toOperation([kind, start, end, text, as]: PackedOperation): Operation {
  return as === undefined ? { kind, range: [start, end], text } : { kind, range: [start, end], text, as };
}
