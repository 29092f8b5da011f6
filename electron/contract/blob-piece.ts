import { z } from 'zod';
import { PIECE_BYTES } from './limits.ts';

/** A `Blob`, described without the DOM: the contract is typed for every host. */
export interface BlobLike {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Bytes on their way, at most one piece of them. */
export const BlobPiece = z.custom<BlobLike>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'arrayBuffer' in value &&
    'size' in value &&
    typeof value.size === 'number' &&
    value.size <= PIECE_BYTES,
  'a piece is a Blob of at most 1 MiB',
);
