import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { createArchive, openArchive } from '#archive/archive.ts';
import type { ArchiveContract } from '#contract/archive.ts';
import { startPool } from '../../electron/service/pool.ts';
import { type Figure, printResult } from './figures.ts';
import { generateParagraphs, generateTitle, makeVocabulary, seededRandom } from './generate-text.ts';

/**
 * 1,000 text files of 2,000 characters through the contract, eight at a time as a window sends them, each original
 * synced before its acknowledgement; and beside it the least that any program could do on the same disk: write the
 * same bytes to 1,000 files, one after the other, and sync each.
 */
const FILES = Number(process.env.FILES ?? 1000);
const AT_ONCE = 8;
const root = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'jianbao-bench-'));
const random = seededRandom(1);
const vocabulary = makeVocabulary(random);
const texts = generateTexts(FILES, 2000);
const figures: Figure[] = [];

try {
  figures.push({ what: 'bare loop: write and sync', value: bareLoop(), unit: 'files/s' });
  const dir = join(root, 'bench.jianbao');
  await createArchive(dir);
  const pool = startPool({ file: new URL('../../electron/service/worker.ts', import.meta.url) });
  const archive = await openArchive(dir, {
    who: 'bench',
    places: { resolve: () => undefined },
    pool,
    templates: { run: () => Promise.reject(new Error('no template here')), close: () => Promise.resolve() },
    suggestions: { add() {}, remove() {}, setTags() {}, suggest: async () => [], close: async () => {} },
  });
  const client = createRouterClient(archive.router) as ContractRouterClient<ArchiveContract>;
  // The threads are started by the first files of a session.
  await importAll(client, generateTexts(4, 300), 'warm');
  const began = performance.now();
  const processor = process.cpuUsage();
  const { imported, first } = await importAll(client, texts, 'page');
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(processor);
  if (imported !== FILES) throw new Error(`${imported} of ${FILES} files were imported`);
  figures.push({
    what: `import of ${FILES} files of 2,000 characters`,
    value: FILES / seconds,
    unit: 'files/s',
    atLeast: 300,
  });
  figures.push({ what: 'first file acknowledged after', value: first - began, unit: 'ms' });
  // The time above is the machine's, with whatever else runs on it; this is the program's own.
  figures.push({ what: 'processor time a file, all threads', value: (user + system) / 1000 / FILES, unit: 'ms' });
  figures.push({
    what: 'database a file',
    value: statSync(join(dir, 'archive.sqlite')).size / FILES / 1024,
    unit: 'KiB',
  });
  await archive.close();
  await pool.close();
  figures.push({ what: 'memory of the process', value: process.memoryUsage().rss / 2 ** 20, unit: 'MiB' });
} finally {
  rmSync(root, { recursive: true, force: true });
}
printResult({ bench: 'import', figures });

function generateTexts(count: number, characters: number): Buffer<ArrayBuffer>[] {
  return Array.from({ length: count }, () =>
    Buffer.from([generateTitle(vocabulary, random), ...generateParagraphs(vocabulary, random, characters)].join('\n')),
  );
}

function bareLoop(): number {
  const folder = join(root, 'bare');
  mkdirSync(folder);
  const began = performance.now();
  for (const [index, bytes] of texts.entries()) {
    const file = openSync(join(folder, String(index)), 'wx');
    writeSync(file, bytes);
    fsyncSync(file);
    closeSync(file);
  }
  return FILES / ((performance.now() - began) / 1000);
}

async function importAll(
  client: ContractRouterClient<ArchiveContract>,
  files: readonly Buffer<ArrayBuffer>[],
  name: string,
): Promise<{ imported: number; first: number }> {
  const { batch } = await client.intake.begin();
  let first = 0;
  const follow = async () => {
    for await (const event of await client.intake.events({ batch })) {
      if (event.state === 'imported') first ||= performance.now();
      if (event.state === 'finished') return event.imported;
    }
    return 0;
  };
  const following = follow();
  const queue = files.entries();
  const sendSome = async () => {
    for (const [index, bytes] of queue)
      await client.intake.receive({
        batch,
        path: `${name}/${index}.txt`,
        size: bytes.length,
        offset: 0,
        piece: new Blob([bytes]),
      });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendSome));
  await client.intake.finish({ batch });
  return { imported: await following, first };
}
