import type { BagReason, TakenBag } from '#contract/bags.ts';
import type { ReceivedFile } from './receiving.ts';

/** Files of a bag on their way into the archive, held back until all are here. */
export interface BagSpool {
  /** What the path of every file begins with. */
  readonly root: string;
  /** By their path inside the bag. */
  readonly files: Map<string, ReceivedFile>;
  /** It is being taken in, or was. */
  isTaken: boolean;
  /** A file that did not arrive: the bag is not whole. */
  fault: { readonly file: string; readonly reason: BagReason } | undefined;
}

/** Takes a bag in, whose files are all here. Rejects with what has a `reason` and a `path`, or with what the disk says. */
export type TakeBag = (
  files: ReadonlyMap<string, ReceivedFile>,
  options: { readonly signal: AbortSignal; readonly onProgress: (done: number, of: number) => void },
) => Promise<TakenBag>;

export function openSpool(root: string): BagSpool {
  return { root: root.replace(/\/+$/, ''), files: new Map(), isTaken: false, fault: undefined };
}

export function pathInBag({ root }: BagSpool, path: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}
