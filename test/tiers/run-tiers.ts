import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  AllowedSkip,
  listSkips,
  listStale,
  listTests,
  type Skip,
  type Test,
  tellFailure,
  tellSkips,
  VitestReport,
} from './results.ts';
import { SECOND_TRIES, SecondTries } from './second-tries.ts';

/**
 * Runs the tiers in the order given, stops at the first red one, and ends with `N passed, N failed, N skipped`.
 * A tier of tests counts its tests; every other tier counts as one. With `CI` set, a skip that
 * test/allowed-skips.json does not name makes its tier red.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const REPORTS = join(ROOT, 'node_modules/.cache/tiers');
const TESTED = new Set(['unit', 'long', 'built', 'e2e']);
/** A tier that hangs is ended, so that there is always a result. */
const MINUTES = 30;

interface Outcome {
  readonly tier: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
  /** Tests that passed only when they were tried again: a race to be found, and not a red run. */
  readonly again?: readonly string[];
  readonly skips: readonly Skip[];
}

const ci = process.env.CI !== undefined && process.env.CI !== '' && process.env.CI !== 'false';
const allowed = z.array(AllowedSkip).parse(JSON.parse(readFileSync(join(ROOT, 'test/allowed-skips.json'), 'utf8')));
const tiers = process.argv.slice(2);
mkdirSync(REPORTS, { recursive: true });
const outcomes: Outcome[] = [];
for (const tier of tiers) {
  console.log(`\n— ${tier}`);
  if (tier === 'e2e') await adviseOnBrowser();
  const outcome = TESTED.has(tier) ? await runTests(tier) : await runCheck(tier);
  outcomes.push(outcome);
  console.log(`— ${tier}: ${outcome.failed === 0 ? 'green' : 'red'} after ${outcome.seconds.toFixed(1)} s`);
  if (outcome.failed > 0) break;
}
printTable();
const total = (of: (outcome: Outcome) => number) => outcomes.reduce((sum, outcome) => sum + of(outcome), 0);
const failed = total((outcome) => outcome.failed);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${total(({ passed }) => passed)} passed, ${failed} failed, ${total(({ skips }) => skips.length)} skipped`);

async function adviseOnBrowser(): Promise<void> {
  const { BROWSER, NO_BROWSER } = await import('../e2e/browser.ts');
  if (BROWSER === undefined) console.error(NO_BROWSER);
}

async function runCheck(tier: string): Promise<Outcome> {
  const { ok, seconds } = await runScript(tier, []);
  return { tier, seconds, passed: ok ? 1 : 0, failed: ok ? 0 : 1, failures: ok ? [] : [`failed: ${tier}`], skips: [] };
}

async function runTests(tier: string): Promise<Outcome> {
  const report = join(REPORTS, `${tier}.json`);
  const secondTries = join(REPORTS, `${tier}-second-tries.json`);
  for (const path of [report, secondTries]) rmSync(path, { force: true });
  process.env[SECOND_TRIES] = secondTries;
  const { ok, seconds } = await runScript(tier, [
    '--',
    '--reporter=default',
    '--reporter=json',
    '--reporter=./test/tiers/second-tries.ts',
    `--outputFile.json=${report}`,
  ]);
  const tests = read(report, (kept) => listTests(VitestReport.parse(kept), ROOT));
  const skips = listSkips(tests, allowed);
  const failures = tests.filter(({ state }) => state === 'failed').map(tellFailure);
  if (ci) {
    for (const skip of skips.filter((skip) => skip.allowed === undefined)) {
      failures.push(`skipped without leave: ${skip.file} › ${skip.title}`);
    }
  }
  for (const entry of listStale(tests, allowed)) {
    failures.push(`test/allowed-skips.json names no test: ${entry.file} › ${entry.title}`);
  }
  if (!ok && failures.length === 0) {
    failures.push(`failed: ${tier}, by no test: an error nobody caught, a crash, or the report is missing (see above)`);
  }
  const passed = tests.filter(({ state }) => state === 'passed').length;
  const again = read(secondTries, SecondTries.parse).map(tellFailure);
  return { tier, seconds, passed, failed: failures.length, failures, again, skips };
}

/** What a run kept in a file; nothing, where it ended before it kept any. */
function read(path: string, list: (kept: unknown) => readonly Test[]): readonly Test[] {
  try {
    return list(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return [];
  }
}

function runScript(script: string, more: readonly string[]): Promise<{ ok: boolean; seconds: number }> {
  const npm = process.env.npm_execpath;
  const args = ['run', '-s', script, ...more];
  const begin = performance.now();
  const child = npm?.endsWith('.js')
    ? spawn(process.execPath, [npm, ...args], { cwd: ROOT, stdio: 'inherit' })
    : spawn('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  const timer = setTimeout(() => {
    console.error(`${script} has run for ${MINUTES} minutes and is ended`);
    child.kill('SIGTERM');
  }, MINUTES * 60_000);
  const end = () => child.kill('SIGTERM');
  process.once('SIGTERM', end);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve({ ok: false, seconds: 0 });
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      process.off('SIGTERM', end);
      resolve({ ok: code === 0, seconds: (performance.now() - begin) / 1000 });
    });
  });
}

function printTable(): void {
  const rows = outcomes.map(({ tier, seconds, passed, failed, skips }) => [
    tier,
    failed === 0 ? 'green' : 'red',
    `${seconds.toFixed(1)} s`,
    String(passed),
    String(failed),
    String(skips.length),
  ]);
  for (const tier of tiers.slice(outcomes.length)) rows.push([tier, 'not run', '', '', '', '']);
  const sum = outcomes.reduce((seconds, outcome) => seconds + outcome.seconds, 0);
  rows.push(['together', '', `${sum.toFixed(1)} s`, '', '', '']);
  console.log('');
  for (const row of [['tier', 'result', 'time', 'passed', 'failed', 'skipped'], ...rows]) {
    console.log(row.map((cell, at) => (at < 2 ? cell.padEnd(10) : cell.padStart(9))).join(''));
  }
  console.log('');
  for (const line of tellSkips(outcomes.flatMap((outcome) => outcome.skips))) console.log(line);
  console.log('');
  // Last, because of a long log often only the end is kept.
  for (const line of outcomes.flatMap(({ again = [], failures }) => [...again, ...failures])) console.log(`${line}\n`);
}
