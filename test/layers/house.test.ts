import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Made by tools, or not ours: dependencies, builds, archives of a person, and folders that begin with a dot but for CI's. */
const LEFT_OUT = new Set(['node_modules', 'out', 'dist', 'coverage']);

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [relative(ROOT, path).replaceAll('\\', '/')];
    const hidden = entry.name.startsWith('.') && !['.ci', '.github'].includes(entry.name);
    return LEFT_OUT.has(entry.name) || hidden || entry.name.endsWith('.jianbao') ? [] : walk(path);
  });
}

const files = walk(ROOT).filter((path) => path !== '.git');
const code = files.filter((path) => /\.(ts|tsx|mjs|css|sql)$/.test(path));
const texts = files.filter((path) =>
  /\.(ts|tsx|mjs|js|css|sql|json|jsonc|md|yml|yaml|html)$|(^|\/)(\.npmrc|run)$/.test(path),
);
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test('the walk sees the house', () => {
  expect(code.length).toBeGreaterThan(50);
  for (const path of ['package-lock.json', '.ci/run', 'electron/contract/archive.ts']) expect(texts).toContain(path);
});

test('a file that passes 300 lines becomes two', () => {
  const long = code.map((path) => [path, read(path).trimEnd().split('\n').length] as const);
  // What the migrations make, in one text to look things up in: nobody writes it.
  const made = 'electron/archive/store/schema.sql';
  expect(long.filter(([path, lines]) => lines > 300 && path !== made)).toEqual([]);
});

test('files are named in kebab-case, components in PascalCase', () => {
  const odd = code
    .map((path) => path.split('/').at(-1) ?? '')
    .filter((name) => {
      const stem = name
        .replace(/(\.long|\.test|\.config|\.module|\.rows|\.d)*\.\w+$/, '')
        .replace(/^electron\.vite$/, '');
      return !/^([a-z0-9]+(-[a-z0-9]+)*|([A-Z][a-z0-9]*)+)?$/.test(stem);
    });
  expect(odd).toEqual([]);
});

test('no file is called utils, helpers, manager or common', () => {
  expect(code.filter((path) => /(^|[/-])(utils?|helpers?|managers?|common)(\.|\/|$)/i.test(path))).toEqual([]);
});

test('the lock names packages, not the addresses they came from', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"');
});

test('no file names a registry or a path of one machine', () => {
  const address = /https?:\/\/[^\s"'`)]*(registry|npmmirror|verdaccio|artifactory|nexus)|^registry\s*=/im;
  const machine = /(^|["'`\s(=:])\/(work|workspace|home\/[a-z]+|Users\/[a-z]+)\//m;
  const ours = 'test/layers/house.test.ts';
  const lock = 'package-lock.json';
  expect(texts.filter((path) => path !== ours && address.test(read(path)))).toEqual([]);
  expect(texts.filter((path) => path !== ours && path !== lock && machine.test(read(path)))).toEqual([]);
});

test('nothing is left to do in a comment', () => {
  const marks = new RegExp(
    `\\b(${['TO', 'FIX', 'XX'].map((start, at) => start + ['DO', 'ME', 'X'][at]).join('|')})\\b`,
  );
  expect(code.filter((path) => marks.test(read(path)))).toEqual([]);
});

test('versions are exact, and the command of the README is the command of .ci/run', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(read('.ci/run')).toContain("'npm ci && npm test'");
});
