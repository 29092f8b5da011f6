import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { openArchive } from '#archive/archive.ts';
import type { ArchiveContract } from '#contract/archive.ts';
import type { ArticleFilter, ArticleSort } from '#contract/articles.ts';
import { type Figure, percentile, printResult } from './figures.ts';
import { generateArchive } from './generate-archive.ts';

/** Lists, articles and acts on an archive of 20,000 articles, or of `ARTICLES`. */
const articles = Number(process.env.ARTICLES ?? 20_000);
const kept = process.env.ARCHIVE;
const root = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
const dir = kept ?? join(root, 'bench.jianbao');
const figures: Figure[] = [];

try {
  if (!kept) {
    const started = performance.now();
    await generateArchive(dir, { articles });
    const seconds = (performance.now() - started) / 1000;
    figures.push({
      what: `stored with its index, ${articles} articles`,
      value: articles / seconds,
      unit: 'articles/s',
    });
  }
  const opening = performance.now();
  const archive = await openArchive(dir, {
    who: 'bench',
    places: { resolve: () => undefined },
    pool: { read: refuse, separate: refuse, close: async () => {} },
    templates: { run: () => Promise.reject(new Error('no template here')), close: () => Promise.resolve() },
    suggestions: { add() {}, remove() {}, setTags() {}, suggest: async () => [], close: async () => {} },
  });
  figures.push({ what: 'open', value: performance.now() - opening, unit: 'ms', atMost: 500 });
  figures.push({ what: 'database', value: statSync(join(dir, 'archive.sqlite')).size / 2 ** 20, unit: 'MiB' });
  const client = createRouterClient(archive.router) as ContractRouterClient<ArchiveContract>;
  const ids = await client.articles.ids({});

  await client.tags.apply({ articles: ids.slice(0, 1), add: ['测试'] });
  const tagging = performance.now();
  await client.tags.apply({ articles: ids.slice(0, 5000), add: ['就业/城镇新增'] });
  figures.push({ what: 'tag 5,000 articles', value: performance.now() - tagging, unit: 'ms', atMost: 1000 });
  const undoing = performance.now();
  await client.history.undo({});
  figures.push({ what: 'undo it', value: performance.now() - undoing, unit: 'ms', atMost: 1000 });
  await client.history.redo();
  for (const id of ids.slice(0, 500))
    await client.annotations.create({ article: id, span: { start: 10, end: 30 }, colour: 'fact' });

  const sorts: ArticleSort[] = ['imported', 'date', 'title', 'publication'];
  const filters: Record<string, ArticleFilter> = {
    'no filter': {},
    'a publication': { publication: '江城日报' },
    unread: { readingState: 'unread' },
    'a tag': { tag: '就业' },
    highlighted: { hasHighlight: true },
  };
  for (const [name, filter] of Object.entries(filters)) {
    const times: number[] = [];
    for (const sort of sorts) {
      const { total } = await client.articles.list({ filter, sort, limit: 1 });
      for (let turn = 0; turn < 25; turn += 1) {
        const offset = Math.floor((Math.max(0, total - 200) * turn) / 24);
        const started = performance.now();
        await client.articles.list({ filter, sort, offset });
        times.push(performance.now() - started);
      }
    }
    figures.push({
      what: `page of 200, ${name}, any order, p95`,
      value: percentile(times, 0.95),
      unit: 'ms',
      atMost: 50,
    });
  }
  const gets: number[] = [];
  for (let turn = 0; turn < 500; turn += 1) {
    const id = ids[Math.floor((ids.length * turn) / 500)];
    if (!id) continue;
    const started = performance.now();
    await client.articles.get({ id });
    gets.push(performance.now() - started);
  }
  figures.push({ what: 'an article, p95', value: percentile(gets, 0.95), unit: 'ms', atMost: 10 });
  const counting = performance.now();
  await client.articles.places();
  figures.push({ what: 'counts of the places', value: performance.now() - counting, unit: 'ms', atMost: 50 });
  const listing = performance.now();
  await client.articles.ids({ sort: 'title' });
  figures.push({ what: 'every id in order', value: performance.now() - listing, unit: 'ms', atMost: 500 });
  // Of a process that made the archive as well; what the service needs is measured in `open`.
  figures.push({ what: 'memory of the bench', value: process.memoryUsage().rss / 2 ** 20, unit: 'MiB' });
  const closing = performance.now();
  await archive.close();
  figures.push({ what: 'close', value: performance.now() - closing, unit: 'ms' });
  printResult({ bench: 'archive', figures });
} finally {
  rmSync(root, { recursive: true, force: true });
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('no pool'));
}
