import type { ReadOptions } from '#archive/intake/document.ts';

/** What a worker thread is asked, one task at a time, and what it answers. */
export type WorkerTask =
  | ({ readonly is: 'read'; readonly bytes: Uint8Array; readonly name: string } & Pick<
      ReadOptions,
      'path' | 'rule' | 'keep'
    >)
  | { readonly is: 'separate'; readonly text: string };

/** `refused` is a RefusalReason; `failed` is what the system said of the archive's disk. */
export type WorkerAnswer =
  | { readonly result: unknown }
  | { readonly refused: string }
  | { readonly failed: { readonly code: string; readonly message: string } };
