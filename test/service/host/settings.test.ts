import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Appearance, AppearanceChange } from '#contract/host.ts';
import { openAppearance } from '../../../electron/service/host/appearance.ts';
import { defaultArchive, documentsFolder, settingsFolder } from '../../../electron/service/host/folders.ts';
import { readLanguages } from '../../../electron/service/host/languages.ts';

const dir = mkdtempSync(join(tmpdir(), 'jianbao-settings-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('the look of the window is kept in its file', () => {
  const path = join(dir, 'new/appearance.json');
  expect(openAppearance(path).get()).toMatchObject({ theme: 'system', size: 18 });
  openAppearance(path).set({ size: 22, theme: 'night' });
  expect(openAppearance(path).get()).toMatchObject({ theme: 'night', size: 22, measure: 36 });
});

test('what was chosen before stays when something else is chosen', () => {
  const chosen = { theme: 'night', citation: 'apa' } as const;
  expect(AppearanceChange.parse(chosen)).toEqual(chosen);
  expect(Object.keys(AppearanceChange.shape)).toEqual(Object.keys(Appearance.shape));
});

test('a file of looks that makes no sense counts as never written', () => {
  const path = join(dir, 'broken.json');
  for (const text of ['', '{', '[]', '{"size":4000}', '{"theme":"pink"}', 'null']) {
    writeFileSync(path, text);
    expect(openAppearance(path).get()).toMatchObject({ theme: 'system', size: 18 });
  }
});

test('the documents folder is the one that the person named', () => {
  const home = join(dir, 'home');
  mkdirSync(join(home, '.config'), { recursive: true });
  const environment = { HOME: home };
  expect(documentsFolder(environment, 'linux')).toBe(join(home, 'Documents'));
  writeFileSync(
    join(home, '.config/user-dirs.dirs'),
    '# kept\nXDG_DESKTOP_DIR="$HOME/桌面"\nXDG_DOCUMENTS_DIR="$HOME/文档"\n',
  );
  expect(documentsFolder(environment, 'linux')).toBe(join(home, '文档'));
  expect(defaultArchive(documentsFolder(environment, 'linux'))).toBe(join(home, '文档/Jianbao/Clippings.jianbao'));
  writeFileSync(join(home, '.config/user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOMEWARD/x"\n');
  expect(documentsFolder(environment, 'linux')).toBe(join(home, 'Documents'));
});

test('settings stand where each system keeps them', () => {
  expect(settingsFolder({ HOME: '/h' }, 'linux')).toBe('/h/.config/Jianbao');
  expect(settingsFolder({ HOME: '/h', XDG_CONFIG_HOME: '/c' }, 'linux')).toBe('/c/Jianbao');
  expect(settingsFolder({ HOME: '/h' }, 'darwin')).toBe('/h/Library/Application Support/Jianbao');
  expect(settingsFolder({ USERPROFILE: 'U', APPDATA: 'A' }, 'win32')).toBe(join('A', 'Jianbao'));
  expect(settingsFolder({ HOME: '/h', JIANBAO_SETTINGS: '/s' }, 'linux')).toBe('/s');
});

test('languages of the environment are named as the web names them', () => {
  expect(readLanguages({ LANG: 'zh_CN.UTF-8' })).toEqual(['zh-CN']);
  expect(readLanguages({ LANGUAGE: 'zh_TW:en_GB', LANG: 'en_GB.UTF-8@euro' })).toEqual(['zh-TW', 'en-GB']);
  expect(readLanguages({ LANG: 'C.UTF-8', LC_ALL: 'POSIX' })).toEqual([]);
  expect(readLanguages({ LANG: '!!' })).toEqual([]);
});
