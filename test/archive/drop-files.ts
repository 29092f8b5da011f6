import type { BatchId, SourceId } from '#contract/ids.ts';
import type { ImportEvent } from '#contract/intake.ts';
import { PIECE_BYTES } from '#contract/limits.ts';
import type { ArchiveClient } from './temporary-archive.ts';

/** Sends files as a window does and returns what became of them. */
export async function dropFiles(
  client: ArchiveClient,
  files: readonly (readonly [path: string, bytes: Uint8Array])[],
): Promise<ImportEvent[]> {
  const { intake } = client;
  const { batch } = await intake.begin();
  for (const [path, bytes] of files)
    for (let offset = 0; offset === 0 || offset < bytes.length; offset += PIECE_BYTES) {
      const piece = new Blob([new Uint8Array(bytes.subarray(offset, offset + PIECE_BYTES))]);
      await intake.receive({ batch, path, size: bytes.length, offset, piece });
    }
  await intake.finish({ batch });
  return eventsOf(client, batch);
}

/** What is said of a batch until it is over. */
export async function eventsOf({ intake }: ArchiveClient, batch: BatchId): Promise<ImportEvent[]> {
  const events: ImportEvent[] = [];
  for await (const event of await intake.events({ batch })) if (event.state !== 'progress') events.push(event);
  return events;
}

/** What became of each path: its state, or the reason why it was refused. */
export function fatesOf(events: readonly ImportEvent[]): Record<string, string> {
  return Object.fromEntries(
    events.flatMap((event) =>
      'path' in event && event.state !== 'separated'
        ? [[event.path, event.state === 'refused' ? event.reason : event.state]]
        : [],
    ),
  );
}

/** The first source that was imported. */
export function sourceOf(events: readonly ImportEvent[]): SourceId {
  const found = events.find((event) => event.state === 'imported');
  if (found?.state !== 'imported') throw new Error('nothing was imported');
  return found.source;
}
