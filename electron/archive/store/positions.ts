import type { SourceId } from '#contract/ids.ts';
import type { PageImageFacts, PositionBox, PositionPage, PositionUnit } from '#contract/positions.ts';
import type { ReadDb, WriteDb } from './database.ts';

/** What the file of a page's picture may be called. */
export interface PictureName {
  /** As the source says it. */
  readonly name: string | null;
  /** Of the picture, in a row of them. */
  readonly number: number;
}

/** A page as an importer knows it: its picture comes as a file of its own. */
export interface DocumentPage extends Omit<PositionPage, 'image'> {
  /** Of a source that is drawn from nothing else. */
  readonly picture?: PictureName;
}

export interface StoredImage extends PageImageFacts {
  readonly sha256: string;
}

const KINDS = ['block', 'line', 'word'] as const satisfies readonly PositionBox['kind'][];

type BoxRow = [start: number, end: number, x: number, y: number, w: number, h: number, kind: number];
/** The last only where the source may have pictures beside it. */
type PageRow = [
  width: number,
  height: number,
  unit: PositionUnit,
  boxes: BoxRow[],
  picture?: [name: string | null, number: number],
];

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
  const withPictures = db.prepare<[], { source: SourceId; path: string }>(`
    SELECT s.id AS source, s.path FROM positions p JOIN source s ON s.id = p.source_id
    WHERE s.media_type = 'application/xml' ORDER BY s.id`);
  // SQLite reads the boxes over much faster than they are made objects.
  const names = db.prepare<[SourceId], { page: number; name: string | null; number: number | null }>(`
    SELECT each.key AS page, json_extract(each.value, '$[4][0]') AS name, json_extract(each.value, '$[4][1]') AS number
    FROM positions p, json_each(p.pages) each WHERE p.source_id = ? ORDER BY each.key`);
  const one = db.prepare<[SourceId], unknown>('SELECT 1 FROM positions WHERE source_id = ?');
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
    /** Sources whose pages may have pictures in files of their own. */
    pictured: () => withPictures.all(),
    /** One for each page; of a source from before pictures had names, its pages in their order. */
    pictureNames: (source: SourceId): PictureName[] =>
      names.all(source).map(({ page, name, number }) => ({ name, number: number ?? page + 1 })),
    hasPlaces: (source: SourceId): boolean => one.get(source) !== undefined,
    /** The page that a picture is kept with. */
    sourceOfImage(sha256: string): SourceId | undefined {
      return owner.get(sha256)?.source_id;
    },
    /** Every picture that is kept with a source. */
    images(source: SourceId): StoredImage[] {
      return images.all(source).map((row) => ({ ...toFacts(row), sha256: row.sha256 }));
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
      const rows = pages.map(({ width, height, unit, boxes, picture }): PageRow => {
        const placed = boxes.map(({ range: [start, end], x, y, w, h, kind }) => [
          ...[start, end, short(x), short(y), short(w), short(h)],
          KINDS.indexOf(kind),
        ]) as BoxRow[];
        const row: PageRow = [short(width), short(height), unit, placed];
        if (picture) row.push([picture.name, picture.number]);
        return row;
      });
      insert.run(source, JSON.stringify(rows));
    },
    /** False when it was not taken: a page keeps the first picture it was given, and a source without positions takes none. */
    putImage(source: SourceId, page: number, image: StoredImage): boolean {
      return insertImage.run({ source, page, ...image }).changes === 1;
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
