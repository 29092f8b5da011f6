import { open } from 'node:fs/promises';
import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import { PIECE_BYTES } from '#contract/limits.ts';
import type { ArchiveContext } from '../context.ts';
import { originalPath } from '../store/originals.ts';
import { positionReads } from '../store/positions.ts';
import { type Source, sourceReads } from '../store/sources.ts';

/** A picture is read as it stands among the originals: its path is made of the hash in the row, never of what is asked. */
export function positionsRoutes({ dir, reader }: Pick<ArchiveContext, 'dir' | 'reader'>) {
  const os = implement(archiveContract).positions;
  const sources = sourceReads(reader);
  const positions = positionReads(reader);
  return {
    of: os.of.handler(({ input: { source }, errors }) => {
      const known = sources.find(source);
      if (!known) throw errors.NOT_FOUND({ data: { id: source } });
      const pages = positions.find(source);
      return pages ? { source, pages, pdf: isPdf(known) ? { bytes: known.bytes } : null } : null;
    }),
    image: os.image.handler(async ({ input: { source, page, offset }, errors }) => {
      const image = positions.image(source, page);
      if (!image) throw errors.NOT_FOUND({ data: { id: source } });
      if (offset >= image.bytes) throw errors.OUT_OF_RANGE({ data: { bytes: image.bytes } });
      const bytes = await readPiece(originalPath(dir, image.sha256), offset, PIECE_BYTES);
      if (!bytes) throw errors.UNREADABLE();
      return { piece: new Blob([bytes], { type: image.mediaType }) };
    }),
    pdf: os.pdf.handler(async ({ input: { source, offset, bytes: wanted }, errors }) => {
      const known = sources.find(source);
      if (!known || !isPdf(known)) throw errors.NOT_FOUND({ data: { id: source } });
      if (offset >= known.bytes) throw errors.OUT_OF_RANGE({ data: { bytes: known.bytes } });
      const bytes = await readPiece(originalPath(dir, known.sha256), offset, wanted);
      if (!bytes) throw errors.UNREADABLE();
      return { piece: new Blob([bytes], { type: known.mediaType }) };
    }),
  };
}

function isPdf({ mediaType }: Source): boolean {
  return mediaType === 'application/pdf';
}

/** Undefined when the file is gone, or shorter than it was. */
async function readPiece(path: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return undefined;
  try {
    const piece = new Uint8Array(length);
    const { bytesRead } = await file.read(piece, 0, piece.length, offset);
    return bytesRead === 0 ? undefined : piece.subarray(0, bytesRead);
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}
