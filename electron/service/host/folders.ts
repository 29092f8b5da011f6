import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where this program keeps what is not an archive: appearance, window state, a browser profile. */
export function settingsFolder(environment: Environment = process.env, platform = process.platform): string {
  const home = environment.HOME ?? environment.USERPROFILE ?? homedir();
  if (environment.JIANBAO_SETTINGS) return environment.JIANBAO_SETTINGS;
  if (platform === 'win32') return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Jianbao');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Jianbao');
  return join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), 'Jianbao');
}

/** The person's documents folder. On Linux it may have any name: xdg-user-dirs keeps it in a file of shell assignments. */
export function documentsFolder(environment: Environment = process.env, platform = process.platform): string {
  const home = environment.HOME ?? environment.USERPROFILE ?? homedir();
  if (platform === 'linux') {
    const config = environment.XDG_CONFIG_HOME ?? join(home, '.config');
    const named = readText(join(config, 'user-dirs.dirs'))?.match(/^XDG_DOCUMENTS_DIR="([^"\n]+)"$/m)?.[1];
    const folder = named?.replace(/^\$HOME(?=\/|$)/, home);
    if (folder?.startsWith('/')) return folder;
  }
  return join(home, 'Documents');
}

/** The archive of a person who named none. */
export function defaultArchive(documents: string): string {
  return join(documents, 'Jianbao', 'Clippings.jianbao');
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
