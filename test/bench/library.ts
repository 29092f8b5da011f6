import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeArticles } from './corpus.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/jianbao-bench');
/** Whatever decides what an archive holds: a change of any of it makes the library anew. */
const DECIDED_BY = [
  'electron/archive/store/**/*',
  'electron/archive/search/*.ts',
  'electron/archive/intake/*.ts',
  'test/bench/corpus.ts',
];

/** An archive of that many made-up articles, imported by the command as a person would, and kept for the next run. */
export function ensureLibrary(articles: number): string {
  const hash = createHash('sha256');
  for (const path of DECIDED_BY.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort()) {
    if (/\.\w+$/.test(path)) hash.update(readFileSync(join(ROOT, path)));
  }
  const archive = join(CACHE, `${articles}-${hash.digest('hex').slice(0, 12)}.jianbao`);
  if (existsSync(archive)) return archive;
  mkdirSync(CACHE, { recursive: true });
  for (const name of readdirSync(CACHE).filter((name) => name.startsWith(`${articles}-`))) {
    rmSync(join(CACHE, name), { recursive: true });
  }
  console.error(`importing ${articles.toLocaleString('en')} articles once`);
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-corpus-'));
  const making = `${archive.slice(0, -'.jianbao'.length)}.making`;
  try {
    for (const { name, text } of makeArticles(articles)) writeFileSync(join(folder, name), text);
    const cli = join(ROOT, 'out/main/cli.js');
    const done = spawnSync(process.execPath, [cli, 'import', folder, '--archive', making, '--json'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (done.status !== 0) throw new Error(`the import ended with ${done.status}`);
    renameSync(making, archive);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(making, { recursive: true, force: true });
  }
  return archive;
}
