import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { findAddress, readAddress } from '../../electron/main/addresses.ts';
import { readStart } from '../../electron/main/arguments.ts';
import { menuTemplate } from '../../electron/main/menu.ts';
import { chooseLanguage, refusalIn } from '../../electron/main/texts.ts';
import { windowOptions } from '../../electron/main/window-options.ts';

test('the window widens nothing a page may do', () => {
  const options = windowOptions({ bounds: { x: 0, y: 0, width: 800, height: 600 }, preload: '/p.cjs', night: false });
  expect(options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    spellcheck: false,
    navigateOnDragDrop: false,
  });
  expect(Object.keys(options.webPreferences ?? {})).not.toContain('enableBlinkFeatures');
  expect(options).toMatchObject({ show: false, backgroundColor: '#f8f5ee' });
});

test('an address from outside is one of ours as a whole, or nothing', () => {
  expect(readAddress('jianbao://article/7k2m9q4d')).toBe('jianbao://article/7k2m9q4d');
  expect(readAddress('JIANBAO://0198-A/highlight/h3x8p2/')).toBe('jianbao://0198-a/highlight/h3x8p2');
  // What an import of the file needs is not part of where the address leads.
  expect(readAddress('jianbao://article/x?at=3-9')).toBe('jianbao://article/x');
  for (const text of [
    'jianbao://',
    'jianbao:article/x',
    'jianbao://settings/x',
    'jianbao://article/x/y/z',
    'jianbao://article/../x',
    'jianbao://article/x?<y>',
    'jianbao://article/x?y z',
    'jianbao://article/x#y',
    'jianbao://article/x y',
    'https://article/x',
    ' jianbao://article/x',
    `jianbao://article/${'x'.repeat(65)}`,
    'jianbao://article/<b>',
  ]) {
    expect([text, readAddress(text)]).toEqual([text, undefined]);
  }
  expect(findAddress(['jianbao', '--flag', 'jianbao://article/a', 'jianbao://article/b'])).toBe('jianbao://article/a');
});

test('a first word is a command, also of an installed program; switches and addresses are not', () => {
  expect(readStart(['jianbao', 'import', 'a.txt', '--archive', 'x'], true, '/here')).toEqual({
    as: 'command',
    argv: ['import', 'a.txt', '--archive', 'x'],
  });
  expect(readStart(['electron', '.', 'search', '就业'], false, '/here')).toMatchObject({ as: 'command' });
  expect(readStart(['jianbao', '--help'], true, '/here')).toMatchObject({ as: 'command' });
  expect(readStart(['electron', '.'], false, '/here')).toMatchObject({ as: 'window', archive: undefined });
  expect(readStart(['jianbao', '--no-sandbox', '--archive', 'x.jianbao', '--as', '李'], true, '/here')).toEqual({
    as: 'window',
    archive: '/here/x.jianbao',
    who: '李',
    address: undefined,
  });
  expect(readStart(['jianbao', '/data/Clippings.jianbao'], true, '/here')).toMatchObject({
    as: 'window',
    archive: '/data/Clippings.jianbao',
  });
  expect(readStart(['jianbao', 'jianbao://article/a'], true, '/here')).toMatchObject({
    as: 'window',
    address: 'jianbao://article/a',
  });
});

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

test.each([true, false])('the menu says the same in both languages (macOS: %s)', (mac) => {
  const asked: string[][] = [];
  const labels = (['zh-Hans', 'en'] as const).map((language) => {
    const commands: string[] = [];
    asked.push(commands);
    const items = flatten(menuTemplate({ language, mac, act: (command) => commands.push(command) }));
    for (const item of items) (item.click as (() => void) | undefined)?.();
    return items.map(({ label, type }) => label ?? type);
  });
  expect(asked[0]).toEqual(asked[1]);
  expect(asked[0]).toContain('import.files');
  expect(labels[0]).toHaveLength(labels[1]?.length ?? 0);
  expect(labels[0]?.filter((label) => label !== 'separator' && label !== 'Jianbao').join('')).not.toMatch(/^[ -~]*$/);
  expect(labels[1]?.join('')).toMatch(/^[ -~…]*$/);
});

test('roles that would reload, navigate or open tools are not in the menu', () => {
  const roles = [true, false].flatMap((mac) =>
    flatten(menuTemplate({ language: 'en', mac, act: () => undefined })).map(({ role }) => role),
  );
  for (const role of ['reload', 'forceReload', 'toggleDevTools', 'services', 'viewMenu', 'resetZoom'] as const) {
    expect(roles).not.toContain(role);
  }
});

test('the interface speaks the chosen language, or the first of the system', () => {
  expect(chooseLanguage(null, ['zh-CN', 'en'])).toBe('zh-Hans');
  expect(chooseLanguage(null, ['de-DE', 'zh-CN'])).toBe('en');
  expect(chooseLanguage('en', ['zh-CN'])).toBe('en');
  expect(chooseLanguage(null, [])).toBe('en');
});

test('a refusal of the archive has its own sentence, an unknown one a general one', () => {
  expect(refusalIn('zh-Hans', 'NEWER_ARCHIVE')).toBe('这个档案由更新版本的剪报建立');
  expect(refusalIn('en', 'quit')).toBe('Something unexpected went wrong');
  expect(refusalIn('en', 'toString')).toBe('Something unexpected went wrong');
});
