import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carryMark } from '#archive/annotate/carry.ts';
import { quoteAt } from '#archive/annotate/quote.ts';
import { createArchive } from '#archive/archive.ts';
import { type Importer, openImporter } from '#archive/intake/importer.ts';
import type { ImporterParts } from '#archive/intake/importer-parts.ts';
import { readFileDocument } from '#archive/intake/read-file.ts';
import { readPlainText } from '#archive/intake/read-text.ts';
import { terms } from '#archive/search/terms.ts';
import { openForReading, openForWriting, type ReadDb } from '#archive/store/database.ts';
import type { BatchId } from '#contract/ids.ts';
import type { ImportEvent } from '#contract/intake.ts';

/** A text with this word is a page; its lines that begin with ◆ are titles. */
export const isPage = (text: string) => text.includes('◆');

export interface TestArchive {
  readonly dir: string;
  readonly importer: Importer;
  readonly reader: ReadDb;
  /** Closes it, and opens it again as the next start would. */
  reopen(parts?: Partial<ImporterParts>): Promise<void>;
  close(): Promise<void>;
}

/** A real archive folder with an importer whose parsers run in this process. */
export async function openTestArchive(parts: Partial<ImporterParts> = {}): Promise<TestArchive> {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-intake-'));
  const dir = join(folder, 'test.jianbao');
  await createArchive(dir);
  const open = (own: Partial<ImporterParts>) => {
    const db = openForWriting(join(dir, 'archive.sqlite'));
    const reader = openForReading(join(dir, 'archive.sqlite'));
    const importer = openImporter({
      dir,
      db,
      reader,
      pool: {
        read: async (bytes, name, { path, signal } = {}) => {
          signal?.throwIfAborted();
          return readFileDocument(bytes, name, isPage, path);
        },
        separate: async (text) => separateAtMarks(text),
      },
      doubtsIn: () => 0,
      terms,
      carry: carryMark,
      cutQuote: quoteAt,
      deskVersion: 'test 1',
      who: 'tester',
      now: Date.now,
      renew: () => undefined,
      publish: () => undefined,
      takeBag: () => Promise.reject(new Error('no bag here')),
      ...own,
    });
    return { db, reader, importer };
  };
  let now = open(parts);
  const closeNow = async () => {
    await now.importer.close();
    now.reader.close();
    now.db.close();
  };
  return {
    dir,
    get importer() {
      return now.importer;
    },
    get reader() {
      return now.reader;
    },
    async reopen(own = parts) {
      await closeNow();
      now = open(own);
    },
    async close() {
      await closeNow();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A desk that needs no newspaper: an article begins at each ◆. */
function separateAtMarks(text: string) {
  const { derivation } = readPlainText(text, 'page');
  const blocks = derivation.articles[0]?.blocks ?? [];
  const starts = blocks.flatMap((block, index) => (block.text.startsWith('◆') ? [index] : []));
  return {
    ...derivation,
    articles: starts.map((from, index) => ({
      id: `a${index}`,
      kind: 'main' as const,
      parent: null,
      title: blocks[from]?.text ?? '',
      confidence: 1,
      evidence: [],
      blocks: blocks.slice(index === 0 ? 0 : from, starts[index + 1]),
    })),
  };
}

/** Sends whole files as a window does, in pieces of at most `piece` bytes. */
export async function send(
  importer: Importer,
  files: Readonly<Record<string, Uint8Array | string>>,
  piece = 1_048_576,
): Promise<BatchId> {
  const batch = importer.begin();
  for (const [path, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    let offset = 0;
    do {
      const end = Math.min(offset + piece, bytes.length);
      await importer.receive({ batch, path, size: bytes.length, offset }, bytes.subarray(offset, end));
      offset = end;
    } while (offset < bytes.length);
  }
  importer.finish(batch);
  return batch;
}

/** Every event of a batch but the progress. */
export async function eventsOf(importer: Importer, batch: BatchId): Promise<ImportEvent[]> {
  const events: ImportEvent[] = [];
  for await (const event of importer.events(batch)) if (event.state !== 'progress') events.push(event);
  return events;
}

/** What became of each path, in one line each. */
export function fates(events: readonly ImportEvent[]): Record<string, string> {
  return Object.fromEntries(
    events.flatMap((event) =>
      'path' in event ? [[event.path, event.state === 'refused' ? event.reason : event.state]] : [],
    ),
  );
}
