import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BagEvent } from '#contract/bags.ts';
import type { ExportSelection } from '#contract/exports.ts';
import type { PlaceHandle } from '#contract/ids.ts';
import type { ImportEvent } from '#contract/intake.ts';
import { PIECE_BYTES } from '#contract/limits.ts';
import { eventsOf } from '../drop-files.ts';
import { type ArchiveClient, type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

/** A folder that goes away with the test, and an archive that may write into it. */
export async function archiveWithPlace(): Promise<{ here: TemporaryArchive; place: string; close(): Promise<void> }> {
  const place = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'jianbao-bags-'));
  const here = await temporaryArchive({ places: { resolve: (handle) => (handle === 'out' ? place : undefined) } });
  return {
    here,
    place,
    async close() {
      await here.close();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

export interface Written {
  readonly title?: string;
  readonly selection?: ExportSelection;
  readonly confidential?: boolean;
}

/** Every event of an export, the last one last. */
export async function writeBag(
  { bags }: ArchiveClient,
  written: Written = {},
  signal?: AbortSignal,
): Promise<BagEvent[]> {
  const events: BagEvent[] = [];
  const asked = { place: 'out' as PlaceHandle, title: 'bag', selection: { of: 'all' as const }, ...written };
  for await (const event of await bags.write(asked, { signal })) events.push(event);
  return events;
}

export type BagContent = Map<string, Buffer>;

/** Every file of a folder by its path. */
export function readFolder(folder: string, under = ''): BagContent {
  const content: BagContent = new Map();
  for (const name of readdirSync(join(folder, under)).sort()) {
    const path = under === '' ? name : `${under}/${name}`;
    if (statSync(join(folder, path)).isDirectory())
      for (const [each, bytes] of readFolder(folder, path)) content.set(each, bytes);
    else content.set(path, readFileSync(join(folder, path)));
  }
  return content;
}

/** Sends a bag as a window does. */
export async function dropBag(client: ArchiveClient, content: ReadonlyMap<string, Buffer>): Promise<ImportEvent[]> {
  const { intake } = client;
  const { batch } = await intake.begin({ bag: 'a bag' });
  for (const [path, bytes] of content)
    for (let offset = 0; offset === 0 || offset < bytes.length; offset += PIECE_BYTES) {
      const piece = new Blob([new Uint8Array(bytes.subarray(offset, offset + PIECE_BYTES))]);
      await intake.receive({ batch, path: `a bag/${path}`, size: bytes.length, offset, piece });
    }
  await intake.finish({ batch });
  return eventsOf(client, batch);
}

/** What came of it. */
export async function takeBag(client: ArchiveClient, content: ReadonlyMap<string, Buffer>) {
  const [first] = await dropBag(client, content);
  if (first?.state !== 'bag' && first?.state !== 'bag_refused') throw new Error(`${first?.state} and no bag`);
  return first;
}
