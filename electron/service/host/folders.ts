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
