import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decideWindow, findBrowser } from '../loopback/browser.ts';
import { defaultArchive, documentsFolder, settingsFolder } from '../service/host/folders.ts';
import { findElectron } from './electron-binary.ts';

export interface Finding {
  readonly what: 'node' | 'sqlite' | 'electron' | 'browser' | 'window' | 'built' | 'archive' | 'settings';
  /** False when Jianbao cannot work because of it. */
  readonly ok: boolean;
  readonly found: string;
}

interface Machine {
  /** The project's folder, or the packed program's. */
  readonly root: string;
  readonly page: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly user: number | undefined;
}

/** What Jianbao finds on this machine, and what it would therefore do. Nothing is written, fetched or started. */
export async function inspectMachine({ root, page, environment, platform, user }: Machine): Promise<Finding[]> {
  const electron = findElectron(environment.JIANBAO_ELECTRON ?? join(root, 'node_modules/electron'));
  const browser = findBrowser(environment, platform);
  const way = decideWindow({ wanted: true, platform, root: user === 0, environment, browser: electron ?? browser });
  const window = way.by === 'launch' ? (electron ? 'Electron' : 'browser') : `address (${way.because})`;
  return [
    { what: 'node', ok: Number(process.versions.napi) >= 10, found: process.versions.node },
    await inspectSqlite(),
    { what: 'built', ok: existsSync(join(page, 'index.html')), found: page },
    { what: 'electron', ok: true, found: electron ?? '–' },
    { what: 'browser', ok: true, found: browser ?? '–' },
    { what: 'window', ok: true, found: window },
    { what: 'archive', ok: true, found: defaultArchive(documentsFolder(environment, platform)) },
    { what: 'settings', ok: true, found: settingsFolder(environment, platform) },
  ];
}

/** Opens a database in memory: the binary for this system may be missing, and only opening shows it. */
async function inspectSqlite(): Promise<Finding> {
  try {
    const { default: Database } = await import('better-sqlite3');
    const db = new Database(':memory:');
    try {
      db.exec("CREATE VIRTUAL TABLE t USING fts5(a, content='', contentless_delete=1, tokenize='ascii')");
      return { what: 'sqlite', ok: true, found: String(db.prepare('SELECT sqlite_version()').pluck().get()) };
    } finally {
      db.close();
    }
  } catch (error) {
    return { what: 'sqlite', ok: false, found: error instanceof Error ? error.name : '–' };
  }
}
