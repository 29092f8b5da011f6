import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSearch } from '#archive/search/search.ts';
import { openForReading, type ReadDb } from '#archive/store/database.ts';
import { type Figure, percentile, printResult, say } from './figures.ts';
import { generateArchive } from './generate-archive.ts';
import { makePeers } from './search-peers.ts';
import { makeQueries } from './search-queries.ts';
import { measureWrites } from './search-writes.ts';

/**
 * The search at 1,000, 20,000 and 100,000 articles (`SIZES`), and other ways to find words in the same texts. `KEPT` names
 * a folder whose archives `1000.jianbao` and so on are taken, or made and left there.
 */
const sizes = (process.env.SIZES ?? '1000,20000,100000').split(',').map(Number);
const QUERIES = Number(process.env.QUERIES ?? 60);
const PEER_QUERIES = 8;
const root = mkdtempSync(join(tmpdir(), 'jianbao-sizes-'));
const kept = process.env.KEPT ?? root;
const figures: Figure[] = [];
const kinds = new Map<string, string[]>();
const peers: string[] = [];
const made: string[] = [];

const cells = (name: string) => {
  const row = kinds.get(name) ?? [];
  kinds.set(name, row);
  return row;
};

async function measure(articles: number): Promise<void> {
  const dir = join(kept, `${articles}.jianbao`);
  if (!existsSync(dir)) await generateArchive(dir, { articles });
  const path = join(dir, 'archive.sqlite');
  const db = openForReading(path);
  const size = `${Math.round(statSync(path).size / 2 ** 20).toLocaleString('en')} MiB`;
  const opened = performance.now();
  const search = openSearch(db);
  await search.warm();
  const first = await search.query({ text: '发展' }).then(() => performance.now() - opened);
  figures.push({
    what: `first touch, p95, ${articles}`,
    value: await touch(db, path, articles),
    unit: 'ms',
    atMost: 100,
  });
  made.push(`${articles.toLocaleString('en')} articles are ${size}; from opening to the first answer ${say(first)} ms`);
  figures.push({ what: `from opening to the first answer, ${articles}`, value: first, unit: 'ms', atMost: 1000 });
  const all: number[] = [];
  const counting: number[] = [];
  const ours = new Map<string, number[]>();
  for (const [what, make] of Object.entries(makeQueries(db, articles))) {
    const times: number[] = [];
    for (let turn = 0; turn < QUERIES; turn += 1) {
      const query = make();
      const started = performance.now();
      await search.query(query);
      times.push(performance.now() - started);
      const counted = performance.now();
      await search.facets(query.text);
      counting.push(performance.now() - counted);
    }
    all.push(...times);
    ours.set(what, times);
    cells(what).push(`${say(percentile(times, 0.5))} / ${say(percentile(times, 0.95))}`);
  }
  for (const [what, times] of [['all kinds', all] as const, ['facets and timeline', counting] as const]) {
    cells(`**${what}**`).push(`${say(percentile(times, 0.5))} / ${say(percentile(times, 0.95))}`);
    figures.push({ what: `${what}, p95, ${articles}`, value: percentile(times, 0.95), unit: 'ms', atMost: 50 });
  }
  for (const peer of makePeers(db, articles, root)) {
    if (!('find' in peer)) {
      peers.push(`| ${peer.name} | ${articles.toLocaleString('en')} | ${peer.why} |  |  |  |`);
      continue;
    }
    for (const kind of ['two characters', 'four characters']) {
      const make = makeQueries(db, articles)[kind];
      if (!make) continue;
      const times: number[] = [];
      let own = 0;
      let found = 0;
      for (let turn = 0; turn < PEER_QUERIES; turn += 1) {
        const { text } = make();
        own += (await search.ids(`"${text}"`)).length;
        const started = performance.now();
        found += peer.find(text);
        times.push(performance.now() - started);
      }
      const ratio = percentile(times, 0.5) / percentile(ours.get(kind) ?? [1], 0.5);
      peers.push(
        `| ${peer.name} | ${articles.toLocaleString('en')} | ${kind} | ${say(percentile(times, 0.5))} | ${say(ratio)} | ${found} of ${own} |`,
      );
    }
    peer.close?.();
  }
  db.close();
  figures.push(...measureWrites(dir, root, articles));
}

/** Each kind once over a connection that has read nothing but what is read in the background after a start. */
async function touch(reader: ReadDb, path: string, articles: number): Promise<number> {
  const times: number[] = [];
  for (const make of Object.values(makeQueries(reader, articles))) {
    const query = make();
    const db = openForReading(path);
    const search = openSearch(db);
    await search.warm();
    const started = performance.now();
    await search.query(query);
    times.push(performance.now() - started);
    db.close();
  }
  return percentile(times, 0.95);
}

try {
  const [loadBefore = 0] = loadavg();
  for (const size of sizes) await measure(size);
  const [loadAfter = 0] = loadavg();
  const machine = `${cpus().length} cores, Node ${process.versions.node}; load ${loadBefore.toFixed(1)} at the start, ${loadAfter.toFixed(1)} at the end.`;
  const lines = [
    '# Measured by `npm run bench:sizes`',
    '',
    `Articles of about 2,000 characters. ${machine} ${made.join('; ')}.`,
    '',
    `| first page, p50 / p95 in ms | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} |`,
    `|---|${sizes.map(() => '---:|').join('')}`,
    ...[...kinds].map(([name, row]) => `| ${name} | ${row.join(' | ')} |`),
    '',
    'Other ways in the same texts: milliseconds to know how many, as a ratio to our first page with snippets, and how many they found of what is there. A peer that is not made for a size says why.',
    '',
    '| peer | articles | query | p50 ms | × ours | found |',
    '|---|---:|---|---:|---:|---:|',
    ...peers,
    '',
  ];
  writeFileSync(fileURLToPath(new URL('./results/search-sizes.md', import.meta.url)), lines.join('\n'));
  printResult({ bench: 'sizes', figures });
} finally {
  rmSync(root, { recursive: true, force: true });
}
