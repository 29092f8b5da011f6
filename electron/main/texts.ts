import type { z } from 'zod';
import type { InterfaceLanguage } from '#contract/host.ts';

export type Language = z.infer<typeof InterfaceLanguage>;

/** What the shell itself says: its menu and the system's dialogs. The window has its own strings. */
const TEXTS = {
  about: ['关于剪报', 'About Jianbao'],
  hide: ['隐藏剪报', 'Hide Jianbao'],
  hideOthers: ['隐藏其他', 'Hide Others'],
  showAll: ['全部显示', 'Show All'],
  quit: ['退出剪报', 'Quit Jianbao'],
  file: ['文件', 'File'],
  importFiles: ['导入文件…', 'Import Files…'],
  importFolder: ['导入文件夹…', 'Import Folder…'],
  importByRule: ['按命名规则导入文件夹…', 'Import Folder with a Naming Rule…'],
  export: ['导出为 Markdown…', 'Export as Markdown…'],
  print: ['打印…', 'Print…'],
  savePdf: ['存为 PDF', 'Save as PDF'],
  savePicture: ['存为图片', 'Save as a Picture'],
  saveTable: ['存为表格', 'Save as a Table'],
  settings: ['设置…', 'Settings…'],
  close: ['关闭窗口', 'Close Window'],
  edit: ['编辑', 'Edit'],
  undo: ['撤销', 'Undo'],
  redo: ['重做', 'Redo'],
  cut: ['剪切', 'Cut'],
  copy: ['拷贝', 'Copy'],
  paste: ['粘贴', 'Paste'],
  selectAll: ['全选', 'Select All'],
  find: ['查找…', 'Find…'],
  view: ['显示', 'View'],
  palette: ['命令面板…', 'Command Palette…'],
  places: ['左侧栏', 'Places'],
  list: ['列表', 'List'],
  larger: ['放大文字', 'Larger Text'],
  smaller: ['缩小文字', 'Smaller Text'],
  theme: ['切换明暗', 'Light or Night'],
  fullScreen: ['全屏', 'Full Screen'],
  window: ['窗口', 'Window'],
  minimise: ['最小化', 'Minimise'],
  zoom: ['缩放', 'Zoom'],
  help: ['帮助', 'Help'],
  keys: ['键盘快捷键', 'Keyboard Shortcuts'],
  openLink: ['打开这个地址？', 'Open this address?'],
  openLinkDetail: ['将在剪报以外的程序中打开。', 'It opens in another program, outside Jianbao.'],
  open: ['打开', 'Open'],
  cancel: ['取消', 'Cancel'],
  exportHere: ['导出到这里', 'Export Here'],
  chooseFolder: ['选择导出的文件夹', 'Choose a folder to export to'],
  refusedTitle: ['无法打开档案', 'The archive could not be opened'],
  refusedNothing: ['没有改动任何内容。', 'Nothing was changed.'],
  NOT_AN_ARCHIVE: ['这个文件夹不是剪报档案', 'This folder is no Jianbao archive'],
  NEWER_ARCHIVE: ['这个档案由更新版本的剪报建立', 'This archive was made by a newer Jianbao'],
  DAMAGED: ['这个档案已损坏', 'This archive is damaged'],
  IN_USE: ['这个档案正被另一个程序使用', 'This archive is in use by another program'],
  READ_ONLY: ['这个档案无法写入', 'This archive cannot be written to'],
  DISK_FULL: ['磁盘已满', 'The disk is full'],
  MIGRATION_FAILED: ['这个档案无法升级到此版本', 'This archive could not be brought to this version'],
  UNEXPECTED_SCHEMA: ['这个档案含有不属于剪报的表', 'This archive holds tables that are not ours'],
  OTHER: ['出现意外错误', 'Something unexpected went wrong'],
} as const satisfies Record<string, readonly [chinese: string, english: string]>;

export type TextKey = keyof typeof TEXTS;

export function textsIn(language: Language): (key: TextKey) => string {
  return (key) => TEXTS[key][language === 'zh-Hans' ? 0 : 1];
}

export function refusalIn(language: Language, code: string): string {
  const text = textsIn(language);
  return text(code in TEXTS && code === code.toUpperCase() ? (code as TextKey) : 'OTHER');
}

/** The person's choice; without one, Chinese where the system speaks it. */
export function chooseLanguage(chosen: Language | null, preferred: readonly string[]): Language {
  if (chosen) return chosen;
  return preferred[0]?.toLowerCase().startsWith('zh') ? 'zh-Hans' : 'en';
}
