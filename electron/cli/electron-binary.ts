import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `refused`: no connection, or an answer that is no file; `silent`: no byte came for too long. */
export type FetchFailure = 'refused' | 'silent' | 'damaged';

interface FetchOptions {
  /** The folder of the `electron` package. */
  readonly folder: string;
  /** Where fetched files are kept; the fetching library's own place by default. */
  readonly cache?: string;
  /** Gives up after this long without a byte. */
  readonly silence?: number;
  readonly onProgress?: (percent: number) => void;
}

const SILENCE_MILLISECONDS = 20_000;
const UNPACK_MILLISECONDS = 180_000;

/**
 * The program of the installed `electron` package, if its binary was fetched. Asked of the package's own files and never
 * by requiring it: requiring it starts a download that does not give up.
 */
export function findElectron(folder: string): string | undefined {
  try {
    const { version } = readManifest(folder);
    const fetched = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return fetched === version && existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

/** Fetches and unpacks the binary that belongs to the installed package, held to its checksums. */
export async function fetchElectron({
  folder,
  cache = process.env.electron_config_cache,
  silence = SILENCE_MILLISECONDS,
  onProgress = () => undefined,
}: FetchOptions): Promise<FetchFailure | undefined> {
  const { version } = readManifest(folder);
  const { downloadArtifact } = await import('@electron/get');
  const patience = new AbortController();
  let timer = setTimeout(() => patience.abort(), silence);
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      ...(cache === undefined ? {} : { cacheRoot: cache }),
      checksums: JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8')) as Record<string, string>,
      downloadOptions: {
        quiet: true,
        signal: patience.signal,
        getProgressCallback: async ({ percent }: { percent: number }) => {
          clearTimeout(timer);
          timer = setTimeout(() => patience.abort(), silence);
          onProgress(Math.round(percent * 100));
        },
      },
    });
  } catch (error) {
    if (patience.signal.aborted) return 'silent';
    return error instanceof Error && /checksum/i.test(`${error.name} ${error.message}`) ? 'damaged' : 'refused';
  } finally {
    clearTimeout(timer);
  }
  await unpack(folder);
  return findElectron(folder) === undefined ? 'damaged' : undefined;
}

/** The package's own installer unpacks what is in the cache now, without asking the network again. */
function unpack(folder: string): Promise<void> {
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    timeout: UNPACK_MILLISECONDS,
  });
  const end = () => void child.kill();
  process.once('exit', end);
  return new Promise((resolve) => {
    const done = () => {
      process.removeListener('exit', end);
      resolve();
    };
    child.once('error', done).once('exit', done);
  });
}

function readManifest(folder: string): { version: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
}
