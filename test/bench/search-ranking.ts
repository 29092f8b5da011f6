import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createArchive, openArchive } from '#archive/archive.ts';
import { clientOf, testOptions } from '../archive/temporary-archive.ts';
import { printResult, say } from './figures.ts';

/**
 * Whether the best result comes first: 30 queries over the sample pages, each with the articles that a reader judged, by
 * words of their titles: 2 is about it, 1 says something of it. What is not named is worth nothing (nDCG@10).
 */
const JUDGED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  渡口: { 老渡口: 2 },
  大桥: { 南浦大桥: 2, 老渡口: 1 },
  图书馆: { 旧书找到: 2, 借书柜: 2 },
  旧书: { 旧书找到: 2 },
  柳荫巷: { '柳荫巷：': 2, 大事记: 2, '慢，是': 1 },
  修复: { 大事记: 2, '柳荫巷：': 2 },
  公交: { 夜间公交: 2, 南浦大桥: 1 },
  夜市: { 夜市收摊: 2, 夜间公交: 1 },
  天气预报: { 把天气预报: 2, 麦收: 1 },
  气象: { 把天气预报: 2, 麦收: 1 },
  早市: { 城北: 2, 老渡口: 1 },
  豆腐巷: { 城北: 2, 把小账: 1 },
  灯: { 夜市收摊: 2, 深夜书房: 2, 修表摊: 1 },
  摊主: { 城北: 2, 夜市收摊: 2, 把小账: 1 },
  裁缝: { 旧雨衣: 2 },
  修车: { 夜校: 2 },
  茶: { 陈皮茶: 2 },
  钥匙: { 共享厨房: 2 },
  老街: { '柳荫巷：': 2 },
  合作社: { 荞麦面: 2 },
  渠道: { 云石水库: 2 },
  禁渔期: { 芦汀河放流: 2 },
  更正: { 日记: 2 },
  百分比: { 札记: 2 },
  河: { 巡河: 2, 芦汀河放流: 2 },
  本事: { 街坊: 2, '慢，是': 2 },
  竹坞镇: { 借书柜: 1, 云石水库: 1 },
  ferry: { FERRY: 2 },
  garden: { GARDEN: 2 },
  library: { LIBRARY: 2 },
};

const root = mkdtempSync(join(tmpdir(), 'jianbao-ranking-'));
try {
  const dir = join(root, 'samples.jianbao');
  await createArchive(dir);
  const samplesDir = fileURLToPath(new URL('../../resources/samples', import.meta.url));
  const archive = await openArchive(dir, { ...testOptions(), samplesDir });
  const client = clientOf(archive);
  const { batch } = await client.archive.importSamples();
  for await (const event of await client.intake.events({ batch })) if (event.state === 'finished') break;
  // The desk separates pages when the import is over.
  for (let left = 1; left > 0; await wait(100)) left = (await client.desk.queue({ limit: 1 })).counts.raw;
  const rows: { query: string; value: number }[] = [];
  for (const [query, grades] of Object.entries(JUDGED)) {
    const { items } = await client.search.query({ text: query, limit: 10 });
    const gained = items.map(({ article }) => {
      const title = article.title.replace(/\s+/g, '');
      return Object.entries(grades).find(([words]) => title.includes(words))?.[1] ?? 0;
    });
    const best = Object.values(grades).sort((one, other) => other - one);
    rows.push({ query, value: discounted(gained) / discounted(best) });
  }
  await archive.close();
  const mean = rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
  const least = [...rows].sort((one, other) => one.value - other.value).slice(0, 5);
  const lines = [
    '# Measured by `npm run bench:ranking`',
    '',
    `nDCG@10 over ${rows.length} queries that a reader judged on the sample pages: **${say(mean)}**. The worst: ${least.map(({ query, value }) => `${query} ${say(value)}`).join(', ')}.`,
    '',
  ];
  writeFileSync(fileURLToPath(new URL('./results/search-ranking.md', import.meta.url)), lines.join('\n'));
  printResult({
    bench: 'ranking',
    figures: [{ what: `nDCG@10 over ${rows.length} judged queries`, value: mean, unit: 'of 1' }],
  });
} finally {
  rmSync(root, { recursive: true, force: true });
}

function discounted(gains: readonly number[]): number {
  return gains.slice(0, 10).reduce((sum, gain, place) => sum + (2 ** gain - 1) / Math.log2(place + 2), 0);
}
