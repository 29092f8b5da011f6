import type { SourceId } from '#contract/ids.ts';
import type { PageImageFacts, PositionBox, PositionPage, PositionUnit } from '#contract/positions.ts';
import type { ReadDb, WriteDb } from './database.ts';

/** A page as an importer knows it: its picture comes as a file of its own. */
export type DocumentPage = Omit<PositionPage, 'image'>;

export interface StoredImage extends PageImageFacts {
  readonly sha256: string;
}

const KINDS = ['block', 'line', 'word'] as const satisfies readonly PositionBox['kind'][];

type BoxRow = [start: number, end: number, x: number, y: number, w: number, h: number, kind: number];
type PageRow = [width: number, height: number, unit: PositionUnit, boxes: BoxRow[]];

interface ImageRow {
  readonly page: number;
  readonly sha256: string;
  readonly media_type: PageImageFacts['mediaType'];
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

export function positionReads(db: ReadDb) {
  const bySource = db.prepare<[SourceId], { pages: string }>('SELECT pages FROM positions WHERE source_id = ?');
  const images = db.prepare<[SourceId], ImageRow>(
    'SELECT page, sha256, media_type, width, height, bytes FROM page_image WHERE source_id = ?',
  );
  const image = db.prepare<[SourceId, number], ImageRow>(
    'SELECT page, sha256, media_type, width, height, bytes FROM page_image WHERE source_id = ? AND page = ?',
  );
  const wants = db.prepare<[SourceId], { n: number }>(`
    SELECT count(*) AS n FROM positions p
    WHERE p.source_id = ? AND NOT EXISTS (SELECT 1 FROM page_image i WHERE i.source_id = p.source_id AND i.page = 0)`);
  const owner = db.prepare<[string], { source_id: SourceId }>(
    'SELECT source_id FROM page_image WHERE sha256 = ? ORDER BY source_id',
  );
  return {
    /** The pages of a source with their pictures' facts; undefined where nothing is known of places. */
    find(source: SourceId): PositionPage[] | undefined {
      const row = bySource.get(source);
      if (!row) return undefined;
      const facts = new Map(images.all(source).map((found) => [found.page, toFacts(found)]));
      return (JSON.parse(row.pages) as PageRow[]).map(([width, height, unit, boxes], page) => ({
        width,
        height,
        unit,
        image: facts.get(page) ?? null,
        boxes: boxes.map(toBox),
      }));
    },
    /** It has places, and its first page no picture. */
    wantsImage(source: SourceId): boolean {
      return wants.get(source)?.n === 1;
    },
    /** The page that a picture is kept with. */
    sourceOfImage(sha256: string): SourceId | undefined {
      return owner.get(sha256)?.source_id;
    },
    image(source: SourceId, page: number): StoredImage | undefined {
      const row = image.get(source, page);
      return row && { ...toFacts(row), sha256: row.sha256 };
    },
  };
}

export function positionWrites(db: WriteDb) {
  const insert = db.prepare<[SourceId, string]>('INSERT INTO positions (source_id, pages) VALUES (?, ?)');
  const insertImage = db.prepare(`
    INSERT INTO page_image (source_id, page, sha256, media_type, width, height, bytes)
    SELECT @source, @page, @sha256, @mediaType, @width, @height, @bytes
    WHERE EXISTS (SELECT 1 FROM positions WHERE source_id = @source)
    ON CONFLICT DO NOTHING`);
  return {
    put(source: SourceId, pages: readonly DocumentPage[]): void {
      const rows = pages.map(
        ({ width, height, unit, boxes }): PageRow => [
          short(width),
          short(height),
          unit,
          boxes.map(({ range: [start, end], x, y, w, h, kind }) => [
            ...[start, end, short(x), short(y), short(w), short(h)],
            KINDS.indexOf(kind),
          ]) as BoxRow[],
        ],
      );
      insert.run(source, JSON.stringify(rows));
    },
    /** A page keeps the first picture that it was given. A source without positions takes none. */
    putImage(source: SourceId, page: number, image: StoredImage): void {
      insertImage.run({ source, page, ...image });
    },
  };
}

/** A hundredth of a pixel is more than any recogniser knows. */
function short(value: number): number {
  return Math.round(value * 100) / 100;
}

function toBox([start, end, x, y, w, h, kind]: BoxRow): PositionBox {
  return { range: [start, end], x, y, w, h, kind: KINDS[kind] ?? 'line' };
}

function toFacts({ media_type, width, height, bytes }: ImageRow): PageImageFacts {
  return { mediaType: media_type, width, height, bytes };
}
