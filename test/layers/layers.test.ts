import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FOLDERS, KNOWS, listPlants, type Plant, STAGES } from './plan.ts';

/**
 * Plants every import in every leaf of a made-up copy of the tree and lets the two nets, Biome's import rules and the
 * project references of TypeScript, say what they see. A net that lost its mesh fails here, not in a review.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'jianbao-layers-'));
  for (const folder of Object.values(FOLDERS)) write(`${folder}/neighbour.ts`, 'export const neighbour = 1;\n');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
}

describe('Biome', () => {
  const SPELLINGS: Readonly<Record<string, (specifier: string) => string>> = {
    'a value': (specifier) => `import { neighbour } from '${specifier}';\nconsole.log(neighbour);\n`,
    'a type': (specifier) =>
      `import type { neighbour } from '${specifier}';\nexport type Planted = typeof neighbour;\n`,
    'a side effect': (specifier) => `import '${specifier}';\n`,
    'an export': (specifier) => `export { neighbour } from '${specifier}';\n`,
    'a dynamic import': (specifier) => `console.log(await import('${specifier}'));\nexport {};\n`,
  };
  const plants = listPlants();
  const planted = new Map<string, Plant & { spelling: string }>();
  let caught = new Map<string, string[]>();

  beforeAll(async () => {
    const config = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8')) as Record<string, unknown>;
    write('biome.json', JSON.stringify({ ...config, vcs: { enabled: false }, formatter: { enabled: false } }));
    plants.forEach((plant, at) => {
      Object.entries(SPELLINGS).forEach(([spelling, text], which) => {
        const path = `${FOLDERS[plant.leaf]}/planted-${at}-${which}.ts`;
        planted.set(path, { ...plant, spelling });
        write(path, text(plant.specifier));
      });
    });
    caught = await lint('style/noRestrictedImports');
  });

  /** Paths on which the rule spoke. */
  async function lint(rule: string): Promise<Map<string, string[]>> {
    const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
    const args = [biome, 'lint', `--only=${rule}`, '--reporter=json', '--max-diagnostics=none', '.'];
    const { stdout } = await run(process.execPath, args, { cwd: copy, maxBuffer: 1 << 28 }).catch(
      (error: { stdout: string }) => error,
    );
    const report = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: unknown } }[] };
    const found = new Map<string, string[]>();
    for (const { category, location } of report.diagnostics) {
      const path = typeof location.path === 'string' ? location.path : String((location.path as { file: string }).file);
      found.set(posix.normalize(path), [...(found.get(posix.normalize(path)) ?? []), category]);
    }
    return found;
  }

  const say = ([path, { leaf, specifier, spelling }]: [string, Plant & { spelling: string }]) =>
    `${leaf}: ${spelling} of ${specifier} (${path})`;

  test.each(Object.keys(FOLDERS))('%s: every import that its layer forbids is caught, by every spelling', (leaf) => {
    const banned = [...planted].filter(([, plant]) => plant.leaf === leaf && !plant.legal);
    expect(banned.length).toBeGreaterThan(10);
    expect(banned.filter(([path]) => !caught.has(path)).map(say)).toEqual([]);
  });

  test.each(Object.keys(FOLDERS))('%s: every import that its layer allows passes', (leaf) => {
    const legal = [...planted].filter(([, plant]) => plant.leaf === leaf && plant.legal);
    expect(legal.length).toBeGreaterThan(0);
    expect(legal.filter(([path]) => caught.has(path)).map(say)).toEqual([]);
  });

  test('a circle of imports is caught', async () => {
    write('electron/contract/circle-a.ts', "import { b } from './circle-b.ts';\nexport const a = () => b;\n");
    write('electron/contract/circle-b.ts', "import { a } from './circle-a.ts';\nexport const b = () => a;\n");
    const circles = await lint('suspicious/noImportCycles');
    expect([...circles.keys()].sort()).toEqual(['electron/contract/circle-a.ts', 'electron/contract/circle-b.ts']);
  });

  test('every leaf has a rule of its own, because a later rule replaces an earlier one', () => {
    const { overrides } = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8')) as {
      overrides: { includes: string[] }[];
    };
    const named = overrides.flatMap(({ includes }) => includes);
    for (const [leaf, folder] of Object.entries(FOLDERS)) {
      const shared = { archive: 'electron/archive/*.ts', part: 'electron/archive/desk/*/**', renderer: 'renderer/**' };
      const pattern = Object.entries(shared).find(([name]) => name === leaf)?.[1] ?? `${folder}/**`;
      expect(named.filter((include) => include === pattern)).toEqual([pattern]);
    }
    const folders = readdirSync(join(ROOT, 'electron/archive'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.filter((name) => !['store', 'router', ...STAGES].includes(name))).toEqual([]);
  });
});

describe('TypeScript', () => {
  const PROJECTS = ['contract', 'archive', 'service', 'main', 'preload', 'loopback', 'cli', 'renderer'];

  test('an import from a project that is not referenced is an error, in every project', {
    timeout: 60_000,
  }, async () => {
    mkdirSync(join(copy, 'node_modules'), { recursive: true });
    for (const name of readdirSync(join(ROOT, 'node_modules')).filter((name) => !name.startsWith('.'))) {
      symlinkSync(join(ROOT, 'node_modules', name), join(copy, 'node_modules', name));
    }
    const { imports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { imports: unknown };
    write('package.json', JSON.stringify({ type: 'module', imports }));
    write('tsconfig.base.json', readFileSync(join(ROOT, 'tsconfig.base.json'), 'utf8'));
    const expected: string[] = [];
    for (const from of PROJECTS) {
      const folder = from === 'renderer' ? 'renderer' : `electron/${from}`;
      const config = JSON.parse(readFileSync(join(ROOT, folder, 'tsconfig.json'), 'utf8')) as Record<string, unknown>;
      // What stood here for the other net is left out.
      write(`${folder}/tsconfig.json`, JSON.stringify({ ...config, include: ['.'], exclude: ['**/planted-*'] }));
      for (const to of PROJECTS.filter((to) => to !== from && !KNOWS[from]?.includes(to))) {
        const place = FOLDERS[from] ?? folder;
        const way = posix.relative(place, `${FOLDERS[to]}/neighbour.ts`);
        write(
          `${place}/stray-${to}.ts`,
          `import { neighbour } from '${way}';\nexport const stray: number = neighbour;\n`,
        );
        expected.push(`${place}/stray-${to}.ts`);
      }
    }
    const references = PROJECTS.map((name) => ({ path: name === 'renderer' ? 'renderer' : `electron/${name}` }));
    write('tsconfig.json', JSON.stringify({ files: [], references }));
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [tsc, '-b', '--pretty', 'false'], { cwd: copy }).catch(
      (error: { stdout: string }) => error,
    );
    const seen = new Set([...stdout.matchAll(/^(\S+?)\(\d+,\d+\): error TS6307/gm)].map((match) => match[1]));
    expect(expected.filter((path) => !seen.has(path))).toEqual([]);
    expect([...seen].filter((path) => path !== undefined && !expected.includes(path))).toEqual([]);
  });
});
