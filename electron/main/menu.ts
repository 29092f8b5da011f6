import type { MenuItemConstructorOptions } from 'electron';
import { type Language, type TextKey, textsIn } from './texts.ts';

interface MenuOptions {
  readonly language: Language;
  readonly mac: boolean;
  /** The id of a command in the page's own list. */
  act(command: string): void;
}

/**
 * The menu of the window. What the page does is named by the page's command ids, so that menu, palette and keys are one;
 * their keys are shown but left to the page, which knows whether one is writing.
 */
export function menuTemplate({ language, mac, act }: MenuOptions): MenuItemConstructorOptions[] {
  const text = textsIn(language);
  const command = (key: TextKey, id: string, accelerator?: string): MenuItemConstructorOptions => ({
    label: text(key),
    click: () => act(id),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const role = (key: TextKey, name: MenuItemConstructorOptions['role']): MenuItemConstructorOptions => ({
    label: text(key),
    ...(name ? { role: name } : {}),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const settings = command('settings', 'settings', 'CmdOrCtrl+,');
  const appMenu: MenuItemConstructorOptions = {
    label: 'Jianbao',
    submenu: [
      role('about', 'about'),
      line,
      settings,
      line,
      role('hide', 'hide'),
      role('hideOthers', 'hideOthers'),
      role('showAll', 'unhide'),
      line,
      role('quit', 'quit'),
    ],
  };
  return [
    ...(mac ? [appMenu] : []),
    {
      label: text('file'),
      submenu: [
        command('importFiles', 'import.files', 'CmdOrCtrl+O'),
        command('importFolder', 'import.folder'),
        command('importByRule', 'import.rule'),
        line,
        command('export', 'export', 'CmdOrCtrl+E'),
        command('print', 'print', 'CmdOrCtrl+P'),
        line,
        ...(mac ? [role('close', 'close')] : [settings, line, role('quit', 'quit')]),
      ],
    },
    {
      label: text('edit'),
      submenu: [
        // macOS undoes in a text field through the menu only; elsewhere in the window the page takes the key first.
        ...(mac
          ? [role('undo', 'undo'), role('redo', 'redo')]
          : [command('undo', 'undo', 'CmdOrCtrl+Z'), command('redo', 'redo', 'CmdOrCtrl+Shift+Z')]),
        line,
        role('cut', 'cut'),
        role('copy', 'copy'),
        role('paste', 'paste'),
        role('selectAll', 'selectAll'),
        line,
        command('find', 'search', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: text('view'),
      submenu: [
        command('palette', 'palette', 'CmdOrCtrl+K'),
        line,
        command('places', 'panes.places'),
        command('list', 'panes.list'),
        line,
        command('larger', 'reader.larger', 'CmdOrCtrl+Plus'),
        command('smaller', 'reader.smaller', 'CmdOrCtrl+-'),
        command('theme', 'theme'),
        line,
        role('fullScreen', 'togglefullscreen'),
      ],
    },
    { label: text('window'), role: 'window', submenu: [role('minimise', 'minimize'), role('zoom', 'zoom')] },
    { label: text('help'), role: 'help', submenu: [command('keys', 'keys', '?')] },
  ];
}
