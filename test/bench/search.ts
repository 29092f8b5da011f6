import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SuggestionSource } from '#archive/context.ts';
import { openSearch } from '#archive/search/search.ts';
import { openForReading, type ReadDb } from '#archive/store/database.ts';
import type { ArticleId } from '#contract/ids.ts';
import { startSuggestions } from '../../electron/service/suggestions.ts';
import { type Figure, formatTable, percentile, printResult } from './figures.ts';
import { generateArchive } from './generate-archive.ts';
import { seededRandom } from './generate-text.ts';
import { makeQueries } from './search-queries.ts';

/** Search by kinds of query, and suggestions, over 20,000 generated articles, or `ARTICLES`; `ARCHIVE` names one that is kept. */
const articles = Number(process.env.ARTICLES ?? 20_000);
const root = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
const dir = process.env.ARCHIVE ?? join(root, 'bench.jianbao');
const QUERIES = 100;
const figures: Figure[] = [];

try {
  if (!process.env.ARCHIVE) {
    const started = performance.now();
    await generateArchive(dir, { articles });
    const rate = articles / ((performance.now() - started) / 1000);
    figures.push({ what: `stored with its index, ${articles} articles`, value: rate, unit: 'articles/s' });
  }
  const path = join(dir, 'archive.sqlite');
  figures.push({ what: 'database', value: statSync(path).size / 2 ** 20, unit: 'MiB' });
  const db = openForReading(path);
  const opened = performance.now();
  const search = openSearch(db);
  await search.query({ text: '发展' });
  figures.push({ what: 'open and first answer', value: performance.now() - opened, unit: 'ms', atMost: 1000 });
  const all: number[] = [];
  const counting: number[] = [];
  for (const [what, make] of Object.entries(makeQueries(db, articles))) {
    const times: number[] = [];
    let found = 0;
    for (let turn = 0; turn < QUERIES; turn += 1) {
      const query = make();
      const started = performance.now();
      const { total } = await search.query(query);
      times.push(performance.now() - started);
      found += total;
      const counted = performance.now();
      await search.facets(query.text);
      counting.push(performance.now() - counted);
    }
    all.push(...times);
    figures.push({
      what: `${what}, p50 (${Math.round(found / QUERIES)} found)`,
      value: percentile(times, 0.5),
      unit: 'ms',
    });
    figures.push({ what: `${what}, p95`, value: percentile(times, 0.95), unit: 'ms', atMost: 50 });
  }
  figures.push({ what: 'first page of results, all kinds, p95', value: percentile(all, 0.95), unit: 'ms', atMost: 50 });
  figures.push({
    what: 'facets and timeline of what was found, p95',
    value: percentile(counting, 0.95),
    unit: 'ms',
    atMost: 50,
  });
  await measureSuggestions(db);
  db.close();
  printResult({ bench: 'search', figures });
  const load = loadavg()[0] ?? 0;
  const machine = `${articles.toLocaleString('en')} articles of about 2,000 characters; ${cpus().length} cores, Node ${process.versions.node}, load ${load.toFixed(1)} at the end.`;
  writeFileSync(
    fileURLToPath(new URL('./results/search.md', import.meta.url)),
    formatTable([{ bench: 'search', figures }], machine).replace('npm run bench', 'npm run bench:search'),
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function measureSuggestions(db: ReadDb): Promise<void> {
  const rows = db.prepare<[], { article: ArticleId; title: string; byline: string | null; publication: string | null }>(
    'SELECT a.id AS article, a.title, a.byline, p.name AS publication FROM article a LEFT JOIN publication p ON p.id = a.publication_id',
  );
  // Node runs the sources: nothing here needs the build.
  const suggestions = startSuggestions(fileURLToPath(new URL('../../electron/service/suggest.ts', import.meta.url)));
  const titles: string[] = [];
  const filling = performance.now();
  let turn: SuggestionSource[] = [];
  for (const row of rows.iterate()) {
    if (titles.length < 500) titles.push(row.title);
    turn.push(row);
    if (turn.length < 1000) continue;
    suggestions.add(turn);
    turn = [];
  }
  suggestions.add(turn);
  await suggestions.suggest('发', 8);
  figures.push({ what: 'suggestions from their start', value: performance.now() - filling, unit: 'ms', atMost: 4000 });
  const random = seededRandom(11);
  const times: number[] = [];
  for (const [i, title] of titles.entries()) {
    const from = Math.floor(random() * Math.max(1, title.length - 4));
    const started = performance.now();
    await suggestions.suggest(title.slice(from, from + 1 + (i % 4)), 8);
    times.push(performance.now() - started);
  }
  figures.push({ what: 'suggestions while typing, p95', value: percentile(times, 0.95), unit: 'ms', atMost: 15 });
  figures.push({
    // Of a process that made the archive as well; what the service needs is measured in `open`.
    what: 'memory of the bench, with the thread',
    value: process.memoryUsage().rss / 2 ** 20,
    unit: 'MiB',
  });
  await suggestions.close();
}
