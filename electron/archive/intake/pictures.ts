import type { SourceId } from '#contract/ids.ts';
import { asStoreErrors } from '../store/errors.ts';
import { type PictureName, positionReads, positionWrites, type StoredImage } from '../store/positions.ts';
import type { Batch, KeptEvent } from './batch.ts';
import type { ImporterParts } from './importer-parts.ts';
import { openPageImages } from './page-images.ts';
import { openPicturePlaces, type PicturePlace } from './picture-place.ts';
import type { ReceivedFile } from './receiving.ts';

interface Item {
  readonly batch: Batch;
  readonly file: ReceivedFile;
}
interface ImageItem extends Item {
  readonly image: StoredImage;
}

/** What the pipeline does for pictures as for any file. */
interface Line {
  /** Works on a file that holds room again; it is turned away when that fails. */
  run(item: Item, act: () => Promise<void>): void;
  /** A file's fate; without an event it was dropped by a cancel. */
  settle(item: Item, event: KeptEvent | undefined): void;
  /** Bytes that are held, more or less. */
  weigh(bytes: number): void;
  /** @throws when nothing more may be written */
  checkDisk(): void;
  knownAs(item: Item, source: SourceId): KeptEvent;
}

/**
 * The pictures of pages, from their arrival until their page has them: at once where the file that says what stands on
 * it has the same name, else when their batch is over, with whatever the archive holds. So a picture that was left over
 * when the service died finds its page when it is sent again.
 */
export function openPictures(parts: ImporterParts, line: Line) {
  const positions = { ...positionReads(parts.reader), ...positionWrites(parts.db) };
  const images = openPageImages<ImageItem>((item, source) => line.run(item, () => attach(item, { source, page: 0 })));

  async function attach({ batch, file, image }: ImageItem, { source, page }: PicturePlace): Promise<void> {
    line.weigh(file.bytes);
    await keep({ batch, file, image }, { source, page });
  }

  async function keep({ batch, file, image }: ImageItem, { source, page }: PicturePlace): Promise<void> {
    if (batch.stop.signal.aborted) return line.settle({ batch, file }, undefined);
    line.checkDisk();
    await file.keep();
    const isTaken = asStoreErrors(() => positions.putImage(source, page, image));
    if (!isTaken) return line.settle({ batch, file }, { state: 'refused', path: file.path, reason: 'image_alone' });
    parts.publish('desk');
    line.settle({ batch, file }, { state: 'attached', path: file.path, source, sha256: file.sha256 });
  }

  /** What is left of a batch: known from an earlier import, of a page that is found now, or of no use. */
  async function place(item: ImageItem, placeOf: (path: string) => PicturePlace | undefined): Promise<void> {
    const { batch, file } = item;
    line.weigh(file.bytes);
    const owner = batch.failure ? undefined : positions.sourceOfImage(file.sha256);
    if (owner) {
      await file.keep();
      return line.settle(item, line.knownAs(item, owner));
    }
    const found = batch.failure ? undefined : placeOf(file.path);
    if (found && !positions.image(found.source, found.page)) return keep(item, found);
    line.settle(item, { state: 'refused', path: file.path, reason: batch.failure ?? 'image_alone' });
  }

  function letGo(item: ImageItem): void {
    line.weigh(item.file.bytes);
    line.settle(item, undefined);
  }

  return {
    /** A picture waits for its page on the disk: it takes no room of what is read. */
    hold(item: ImageItem): void {
      line.weigh(-item.file.bytes);
      if (item.batch.stop.signal.aborted) letGo(item);
      else images.add(item);
    },
    /** A source of the batch that has places. */
    found(batch: Batch, path: string, source: SourceId, names: readonly PictureName[]): void {
      images.found(batch, { source, path, names: () => names }, positions.image(source, 0) !== undefined);
    },
    /** A known source, when it is one that has places. */
    foundAgain(batch: Batch, path: string, source: SourceId): void {
      if (!positions.hasPlaces(source)) return;
      const hasFirst = positions.image(source, 0) !== undefined;
      images.found(batch, { source, path, names: () => positions.pictureNames(source) }, hasFirst);
    },
    /** Pictures are all that is left of a batch to which nothing is added: their pages do not come any more. */
    endOfBatch(batch: Batch): void {
      const left = images.waiting(batch);
      if (left === 0 || !(batch.finished && batch.open === left)) return;
      const known = positions.pictured().map(({ source, path }) => ({
        ...{ source, path },
        names: () => positions.pictureNames(source),
      }));
      const own = images.sources(batch);
      const seen = new Set(own.map(({ source }) => source));
      const placeOf = openPicturePlaces([...own, ...known.filter(({ source }) => !seen.has(source))], own);
      for (const item of images.take(batch)) line.run(item, () => place(item, placeOf));
    },
    drop(batch: Batch): void {
      for (const item of images.take(batch)) letGo(item);
    },
  };
}
