import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateArchive } from './generate-archive.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/jianbao-bench');
/** Whatever decides what an archive holds: a change of any of it makes the library anew. */
const DECIDED_BY = ['electron/archive/store/**/*.{ts,sql}', 'electron/archive/search/*.ts', 'test/bench/generate-*.ts'];

/** An archive of that many generated articles with their originals, kept for the next run. */
export async function ensureLibrary(articles: number): Promise<string> {
  const hash = createHash('sha256');
  for (const path of DECIDED_BY.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort()) {
    hash.update(readFileSync(join(ROOT, path)));
  }
  const archive = join(CACHE, `${articles}-${hash.digest('hex').slice(0, 12)}.jianbao`);
  if (existsSync(archive)) return archive;
  mkdirSync(CACHE, { recursive: true });
  for (const name of readdirSync(CACHE).filter((name) => name.startsWith(`${articles}-`))) {
    rmSync(join(CACHE, name), { recursive: true });
  }
  console.error(`generating ${articles.toLocaleString('en')} articles, once`);
  const making = `${archive.slice(0, -'.jianbao'.length)}.making`;
  await generateArchive(making, { articles });
  renameSync(making, archive);
  return archive;
}
