import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArchive, openArchive } from '#archive/archive.ts';
import type { SourceId } from '#contract/ids.ts';
import { startPool } from '../../electron/service/pool.ts';
import { readArticles } from '../archive/desk/scramble/article.ts';
import { scramblePage } from '../archive/desk/scramble/scramble.ts';
import { type ArchiveClient, clientOf, testOptions } from '../archive/temporary-archive.ts';
import { percentile, printResult } from './figures.ts';

/**
 * Thousands of pages: separating 1,000 pages as long as printed ones in the reading threads, and an archive into which
 * 500 of them are imported, until the desk has separated the last; then its queue, as the window asks for it.
 */
const PAGES = Number(process.env.PAGES ?? 1000);
const CHARACTERS = 5_500;
const articles = readArticles();
const texts = Array.from({ length: PAGES }, (_, index) => makePage(index));
const root = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
const pool = startPool({ file: new URL('../../electron/service/worker.ts', import.meta.url) });
try {
  await pool.separate(makePage(PAGES));
  const began = performance.now();
  await Promise.all(texts.map((text) => pool.separate(text)));
  const separated = (performance.now() - began) / 1000;

  const dir = join(root, 'bench.jianbao');
  await createArchive(dir);
  const archive = await openArchive(dir, { ...testOptions(), who: 'bench', pool });
  const client = clientOf(archive);
  const some = texts.slice(0, PAGES / 2);
  const imported = await importAll(client, some);
  const asked: number[] = [];
  let page: SourceId | null = null;
  for (let round = 0; round < 40; round += 1) {
    const at = performance.now();
    const { pages } = await client.desk.queue({ limit: 200 });
    page = (await client.desk.next({ after: pages[round % pages.length]?.source ?? null })).source;
    if (page) await client.desk.page({ source: page });
    asked.push(performance.now() - at);
  }
  await archive.close();
  printResult({
    bench: 'pages',
    figures: [
      { what: `${PAGES} pages of ${meanLength(texts)} characters, separated`, value: separated, unit: 's', atMost: 90 },
      { what: `${some.length} pages imported and separated`, value: imported, unit: 's' },
      { what: 'queue, next page and that page, p95', value: percentile(asked, 0.95), unit: 'ms', atMost: 50 },
    ],
  });
} finally {
  await pool.close();
  rmSync(root, { recursive: true, force: true });
}

/** A scrambled page as long as a printed one: small ones are passed over. */
function makePage(index: number): string {
  for (let seed = 900_000 + index * 10; ; seed += 1) {
    const { raw } = scramblePage(seed, articles);
    if (raw.length >= CHARACTERS) return raw;
  }
}

function meanLength(all: readonly string[]): string {
  return Math.round(all.reduce((sum, { length }) => sum + length, 0) / all.length).toLocaleString('en');
}

/** Seconds until the desk has told of every page. */
async function importAll(client: ArchiveClient, pages: readonly string[]): Promise<number> {
  const began = performance.now();
  const { batch } = await client.intake.begin();
  const following = (async () => {
    let separated = 0;
    for await (const event of await client.intake.events({ batch })) if (event.state === 'separated') separated += 1;
    return separated;
  })();
  for (const [index, text] of pages.entries()) {
    const bytes = Buffer.from(text);
    const path = `报/${index}.txt`;
    await client.intake.receive({ batch, path, size: bytes.length, offset: 0, piece: new Blob([bytes]) });
  }
  await client.intake.finish({ batch });
  const separated = await following;
  if (separated < pages.length * 0.99) throw new Error(`${separated} of ${pages.length} pages were separated`);
  return (performance.now() - began) / 1000;
}
