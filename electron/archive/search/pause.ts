/**
 * Lets the event loop turn, so that a newer keystroke's cancel can arrive between two statements.
 * @throws the signal's reason once it is aborted.
 */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}
