import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '#archive/archive.ts';
import { correctionList } from '#archive/correction-list.ts';
import { exportVault } from '#archive/export/vault.ts';
import { HighlightColour } from '#contract/annotations.ts';
import { clientOf, testOptions } from '../archive/temporary-archive.ts';
import { printResult } from './figures.ts';
import { generateArchive } from './generate-archive.ts';
import { seededRandom } from './generate-text.ts';

/** A vault of 5,000 articles with 20,000 highlights: written once, again with nothing changed, and after one more note. */
const ARTICLES = 5_000;
const MARKS_EACH = 4;

const root = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
const dir = join(root, 'bench.jianbao');
const vault = mkdtempSync(join(root, 'vault-'));
await generateArchive(dir, { articles: ARTICLES });
const archive = await openArchive(dir, testOptions());
const client = clientOf(archive);
try {
  const random = seededRandom(3);
  const ids = await client.articles.ids({});
  console.error(`making ${(ARTICLES * MARKS_EACH).toLocaleString('en')} highlights`);
  for (const article of ids) {
    const { characters } = await client.articles.get({ id: article });
    for (let index = 0; index < MARKS_EACH; index += 1) {
      const start = Math.floor((characters - 50) * random());
      const span = { start, end: start + 6 + Math.floor(random() * 40) };
      const colour = HighlightColour.options[index] ?? 'fact';
      await client.annotations.create({ article, span, colour, note: index === 0 ? '与公报不一致，待核。' : '' });
    }
  }
  const first = await run();
  const second = await run();
  const before = files();
  const { items } = await client.annotations.list({ limit: 1 });
  const [mark] = items;
  if (!mark) throw new Error('there is no highlight');
  await client.annotations.update({ id: mark.id, note: '核对过。' });
  const third = await run();
  const after = files();
  const changed = [...after].filter(([path, text]) => before.get(path) !== text);
  printResult({
    bench: 'export',
    figures: [
      {
        what: `first export of ${ARTICLES} articles, ${ARTICLES * MARKS_EACH} highlights`,
        value: first.seconds,
        unit: 's',
        atMost: 60,
      },
      { what: 'again with nothing changed', value: second.seconds, unit: 's', atMost: 5 },
      { what: 'files written by that', value: second.written, unit: 'files', atMost: 0 },
      { what: 'after one note was edited', value: third.seconds, unit: 's' },
      { what: 'files that changed', value: changed.length, unit: 'files', atMost: 1 },
      {
        what: 'lines that changed in it, with its edition and moment',
        value: changedLines(before, changed),
        unit: 'lines',
      },
    ],
  });
} finally {
  await archive.close();
  rmSync(root, { recursive: true, force: true });
}

async function run(): Promise<{ readonly seconds: number; readonly written: number }> {
  const began = performance.now();
  const ids = await client.articles.ids({});
  const { reader: db } = archive.context;
  let written = 0;
  for await (const event of exportVault({ db, dir: vault, ids, correctionsOf: correctionList(db).inTexts() }))
    if (event.state === 'finished') written = event.written;
  return { seconds: (performance.now() - began) / 1000, written };
}

function files(): Map<string, string> {
  return new Map(
    readdirSync(vault, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => [path, readFileSync(join(vault, path), 'utf8')]),
  );
}

function changedLines(before: ReadonlyMap<string, string>, changed: readonly (readonly [string, string])[]): number {
  return changed.reduce((sum, [path, text]) => {
    const known = new Set(before.get(path)?.split('\n'));
    return sum + text.split('\n').filter((line) => !known.has(line)).length;
  }, 0);
}
