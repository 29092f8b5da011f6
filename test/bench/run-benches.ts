import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BenchResult, formatTable, isMet } from './figures.ts';

/**
 * Runs every script `bench:…` of package.json, or those that are named, one after the other; prints one table and keeps
 * it in test/bench/results/. A figure that missed what was asked is said, and is no failure: machines differ.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RESULTS = join(ROOT, 'test/bench/results');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const known = Object.keys(scripts).flatMap((name) => (name.startsWith('bench:') ? [name.slice(6)] : []));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(', ')}; there are ${known.join(', ')}`);
  process.exit(2);
}

const [loadAtStart = 0] = loadavg();
const results = readKept().filter(({ bench }) => wanted.length > 0 && !wanted.includes(bench));
let failed = 0;
for (const name of wanted.length > 0 ? wanted : known) {
  console.error(`\n— ${name}`);
  const result = await measure(name);
  if (result) results.push(result);
  else failed += 1;
}
results.sort((a, b) => known.indexOf(a.bench) - known.indexOf(b.bench));

const [processor] = cpus();
const machine = [
  `${cpus().length} cores (${processor?.model.trim() ?? 'unknown'})`,
  `${Math.round(totalmem() / 2 ** 30)} GB`,
  `${process.platform} ${process.arch}`,
  `Node ${process.versions.node}`,
  new Date().toISOString().slice(0, 10),
  // Figures from a machine with other work to do are worth little, and must say so.
  `load ${loadAtStart.toFixed(1)} at the start`,
].join(', ');
const table = formatTable(results, machine);
writeFileSync(join(RESULTS, 'table.md'), table);
writeFileSync(join(RESULTS, 'figures.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`);
console.log(`\n${table}`);
const missed = results.flatMap(({ figures }) => figures).filter((figure) => !isMet(figure));
console.log(
  `${missed.length === 0 ? 'Every figure' : `${missed.length} figures missed what was asked; the rest`} kept.`,
);
process.exitCode = failed === 0 ? 0 : 1;

function readKept(): BenchResult[] {
  try {
    const kept = JSON.parse(readFileSync(join(RESULTS, 'figures.json'), 'utf8')) as { results: unknown };
    return BenchResult.array().parse(kept.results);
  } catch {
    return [];
  }
}

/** The last line of its output that is a result; undefined when it failed or left none. */
function measure(name: string): Promise<BenchResult | undefined> {
  const npm = process.env.npm_execpath;
  const args = ['run', '-s', `bench:${name}`];
  const child = npm?.endsWith('.js')
    ? spawn(process.execPath, [npm, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
    : spawn('npm', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' });
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => {
      const line = text.trimEnd().split('\n').at(-1) ?? '';
      try {
        resolve(code === 0 ? BenchResult.parse({ ...JSON.parse(line), bench: name }) : undefined);
      } catch {
        console.error(`${name} left no result:\n${text}`);
        resolve(undefined);
      }
    });
  });
}
