/** What a worker thread is asked, one task at a time, and what it answers. */
export type WorkerTask =
  | { readonly is: 'read'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly is: 'separate'; readonly text: string };

/** `refused` is a RefusalReason. */
export type WorkerAnswer = { readonly result: unknown } | { readonly refused: string };
