import type { SourceId } from '#contract/ids.ts';
import type { Batch } from './batch.ts';
import { type PicturedSource, stemOf } from './picture-place.ts';

interface Named {
  readonly batch: Batch;
  readonly file: { readonly path: string };
}

export interface PageImages<Item extends Named> {
  /** A picture that arrived. */
  add(item: Item): void;
  /** A source that has places; its first page takes the picture of its own name unless it has one. */
  found(batch: Batch, from: PicturedSource, hasFirst: boolean): void;
  /** The sources of a batch that have places. */
  sources(batch: Batch): readonly PicturedSource[];
  /** Takes out what still waits; it is the caller's again. */
  take(batch: Batch): Item[];
  waiting(batch: Batch): number;
}

/**
 * Pairs the picture of a page with the file that says what stands on it: the one of the same name in the same folder at
 * once, whichever comes first. Any other picture waits until its batch is over.
 */
export function openPageImages<Item extends Named>(pair: (item: Item, source: SourceId) => void): PageImages<Item> {
  const images = new WeakMap<Batch, Map<string, Item[]>>();
  const pages = new WeakMap<Batch, Map<string, SourceId>>();
  const sources = new WeakMap<Batch, PicturedSource[]>();
  return {
    add(item) {
      const stem = stemOf(item.file.path);
      const source = pages.get(item.batch)?.get(stem);
      if (source) {
        pages.get(item.batch)?.delete(stem);
        return pair(item, source);
      }
      const own = images.get(item.batch) ?? new Map<string, Item[]>();
      images.set(item.batch, own.set(stem, [...(own.get(stem) ?? []), item]));
    },
    found(batch, from, hasFirst) {
      const { path, source } = from;
      const seen = sources.get(batch) ?? [];
      seen.push(from);
      sources.set(batch, seen);
      if (hasFirst) return;
      const stem = stemOf(path);
      const own = images.get(batch);
      const [item, ...others] = own?.get(stem) ?? [];
      if (!item) {
        pages.set(batch, (pages.get(batch) ?? new Map<string, SourceId>()).set(stem, source));
        return;
      }
      if (others.length > 0) own?.set(stem, others);
      else own?.delete(stem);
      pair(item, source);
    },
    sources: (batch) => sources.get(batch) ?? [],
    take(batch) {
      const left = [...(images.get(batch)?.values() ?? [])].flat();
      images.delete(batch);
      return left;
    },
    waiting: (batch) => [...(images.get(batch)?.values() ?? [])].reduce((sum, items) => sum + items.length, 0),
  };
}
