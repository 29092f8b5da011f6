import type { PageState } from '#contract/desk.ts';
import type { SourceId } from '#contract/ids.ts';
import type { ReadDb, WriteDb } from './database.ts';

/** `raw`: a newspaper page that waits for the desk. `failed`: the desk of that version could not separate it. */
export type DeskState = 'none' | 'raw' | 'separated' | 'failed';

/** An imported file: what its bytes were and how they became text. */
export interface Source {
  readonly id: SourceId;
  readonly sha256: string;
  /** File name without its folders. */
  readonly name: string;
  readonly path: string;
  readonly url: string | null;
  readonly mediaType: string;
  /** WHATWG label. */
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  readonly lineEnds: 'lf' | 'crlf' | 'cr' | 'mixed' | 'none';
  /** Encoding the text again gives the file, byte for byte. */
  readonly lossless: boolean;
  readonly bytes: number;
  readonly characters: number;
  readonly textSha256: string;
  /** `file`: offsets count in the decoded file. `extract`: in the text that the importer took out of it. */
  readonly textOf: 'file' | 'extract';
  /** Name and version: `text 1`. */
  readonly importer: string;
  readonly importedAt: number;
  readonly desk: DeskState;
  readonly deskVersion: string | null;
}

/** Where a source stands at the desk, of columns that its index holds. */
export const PAGE_STATE = `CASE WHEN desk_open THEN 'open' WHEN accepted_at IS NOT NULL THEN 'accepted' ELSE desk END`;

/** A source with what became of it at the desk. */
export interface KnownSource extends Source {
  /** `none`: no page, and nobody worked on it as on one. */
  readonly pageState: PageState | 'none';
  /** Counts what changed the page at the desk. */
  readonly deskRevision: number;
  readonly acceptedBy: string | null;
  readonly acceptedAt: number | null;
}

interface SourceRow {
  readonly id: SourceId;
  readonly sha256: string;
  readonly name: string;
  readonly path: string;
  readonly url: string | null;
  readonly media_type: string;
  readonly encoding: string;
  readonly byte_order_mark: 0 | 1;
  readonly line_ends: Source['lineEnds'];
  readonly lossless: 0 | 1;
  readonly bytes: number;
  readonly characters: number;
  readonly text_sha256: string;
  readonly text_of: Source['textOf'];
  readonly importer: string;
  readonly imported_at: number;
  readonly desk: DeskState;
  readonly desk_version: string | null;
  readonly desk_open: 0 | 1;
  readonly desk_revision: number;
  readonly accepted_by: string | null;
  readonly accepted_at: number | null;
}

export function sourceReads(db: ReadDb) {
  const byId = db.prepare<[SourceId], SourceRow>('SELECT * FROM source WHERE id = ?');
  const byHash = db.prepare<[string], SourceRow>('SELECT * FROM source WHERE sha256 = ?');
  const waiting = db.prepare<[], SourceRow>(`SELECT * FROM source WHERE desk = 'raw' ORDER BY id`);
  const marked = db.prepare<[], { path: string; id: SourceId }>(`
    SELECT s.path, s.id FROM (SELECT DISTINCT article_id FROM annotation WHERE deleted_at IS NULL) n
    CROSS JOIN article a ON a.id = n.article_id CROSS JOIN source s ON s.id = a.source_id
    WHERE a.deleted_at IS NULL ORDER BY s.imported_at, s.id`);
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM source');
  const hashes = db.prepare<[], { sha256: string }>('SELECT sha256 FROM source ORDER BY sha256');
  // A backup or a check may look at an archive that was made before pages had pictures.
  const withImages = db
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'page_image'`)
    .get()
    ? db.prepare<[], { sha256: string }>('SELECT sha256 FROM source UNION SELECT sha256 FROM page_image ORDER BY 1')
    : hashes;
  return {
    find(id: SourceId): KnownSource | undefined {
      const row = byId.get(id);
      return row && toSource(row);
    },
    /** The source with these bytes, if they are in the archive already. */
    findByHash(sha256: string): KnownSource | undefined {
      const row = byHash.get(sha256);
      return row && toSource(row);
    },
    /** The sources on whose articles highlights stand, by the path of their file; of several the newest. */
    marked(): ReadonlyMap<string, SourceId> {
      return new Map(marked.all().map(({ path, id }) => [path, id]));
    },
    /** Pages that the desk has not separated yet and nobody worked on, oldest first. */
    waitingForDesk(): SourceId[] {
      return waiting.all().flatMap((row) => (pageState(row) === 'raw' ? [row.id] : []));
    },
    count(): number {
      return count.get()?.n ?? 0;
    },
    /** Of every original: the imported files and the pictures of their pages. */
    hashes(): string[] {
      return withImages.all().map((row) => row.sha256);
    },
  };
}

export function sourceWrites(db: WriteDb) {
  const insert = db.prepare(`
    INSERT INTO source (id, sha256, name, path, url, media_type, encoding, byte_order_mark, line_ends, lossless, bytes,
      characters, text_sha256, text_of, importer, imported_at, desk, desk_version)
    VALUES (@id, @sha256, @name, @path, @url, @mediaType, @encoding, @byteOrderMark, @lineEnds, @lossless, @bytes,
      @characters, @textSha256, @textOf, @importer, @importedAt, @desk, @deskVersion)`);
  const setDesk = db.prepare<[DeskState, string, number, SourceId]>(
    'UPDATE source SET desk = ?, desk_version = ?, doubts = ?, desk_revision = desk_revision + 1 WHERE id = ?',
  );
  return {
    insert(source: Source): void {
      insert.run({
        ...source,
        byteOrderMark: source.byteOrderMark ? 1 : 0,
        lossless: source.lossless ? 1 : 0,
      });
    },
    setDesk(id: SourceId, state: DeskState, version: string, doubts = 0): void {
      setDesk.run(state, version, doubts, id);
    },
  };
}

function toSource(row: SourceRow): KnownSource {
  return {
    id: row.id,
    sha256: row.sha256,
    name: row.name,
    path: row.path,
    url: row.url,
    mediaType: row.media_type,
    encoding: row.encoding,
    byteOrderMark: row.byte_order_mark === 1,
    lineEnds: row.line_ends,
    lossless: row.lossless === 1,
    bytes: row.bytes,
    characters: row.characters,
    textSha256: row.text_sha256,
    textOf: row.text_of,
    importer: row.importer,
    importedAt: row.imported_at,
    desk: row.desk,
    deskVersion: row.desk_version,
    pageState: pageState(row),
    deskRevision: row.desk_revision,
    acceptedBy: row.accepted_by,
    acceptedAt: row.accepted_at,
  };
}

/** The same as PAGE_STATE says in SQL. */
function pageState(row: SourceRow): KnownSource['pageState'] {
  if (row.desk_open === 1) return 'open';
  return row.accepted_at === null ? row.desk : 'accepted';
}
