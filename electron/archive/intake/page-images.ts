import type { SourceId } from '#contract/ids.ts';
import type { Batch } from './batch.ts';

interface Named {
  readonly batch: Batch;
  readonly file: { readonly path: string };
}

export interface PageImages<Item extends Named> {
  /** A picture that arrived. */
  add(item: Item): void;
  /** A source that has places and no picture yet. */
  found(batch: Batch, path: string, source: SourceId): void;
  /** Takes out what still waits; it is the caller's again. */
  take(batch: Batch): Item[];
  waiting(batch: Batch): number;
}

/**
 * Pairs the picture of a page with the file that says what stands on it: the one of the same name in the same folder,
 * whichever comes first. A picture waits until its batch is over.
 */
export function openPageImages<Item extends Named>(pair: (item: Item, source: SourceId) => void): PageImages<Item> {
  const images = new WeakMap<Batch, Map<string, Item[]>>();
  const pages = new WeakMap<Batch, Map<string, SourceId>>();
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
    found(batch, path, source) {
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
    take(batch) {
      const left = [...(images.get(batch)?.values() ?? [])].flat();
      images.delete(batch);
      return left;
    },
    waiting: (batch) => [...(images.get(batch)?.values() ?? [])].reduce((sum, items) => sum + items.length, 0),
  };
}

/** `scans/p1.alto.xml` and `scans/p1.png` are one page. */
function stemOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/(\.alto)?\.[a-z0-9]{1,5}$/i, '');
}
