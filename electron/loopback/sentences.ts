import type { WindowWay } from './browser.ts';

type Because = (WindowWay & { by: 'print' })['because'];
export type Shown =
  | { readonly shown: 'front' }
  | { readonly shown: 'already'; readonly address: string }
  | { readonly shown: 'window'; readonly browser: string }
  | { readonly shown: 'address'; readonly address: string; readonly because: Because }
  | { readonly shown: 'address-again'; readonly address: string };

const REASONS: Readonly<Record<Because, readonly [english: string, chinese: string]>> = {
  asked: ['', ''],
  root: ['no browser is launched as root', '不以 root 身份启动浏览器'],
  'no-display': ['there is no display', '没有显示器'],
  'no-browser': ['no browser of the Chromium family was found', '没有找到 Chromium 系浏览器'],
  'browser-failed': ['the browser ended at once', '浏览器立即退出了'],
};

/** The one line that says what happened and why. */
export function sentenceOf(shown: Shown): string {
  switch (shown.shown) {
    case 'front':
      return 'Jianbao is open already: its window was brought to the front. / 剪报已经打开，窗口已调到最前。';
    case 'already':
      return `Jianbao is open already. Open within 30 seconds / 剪报已经打开，请在 30 秒内访问：${shown.address}`;
    case 'window':
      return `Jianbao opened in an app window of ${shown.browser}, because Electron is not here. / 剪报已在浏览器窗口中打开（没有 Electron）。`;
    case 'address': {
      const [english, chinese] = REASONS[shown.because];
      return english === ''
        ? `Open within 30 seconds / 请在 30 秒内打开：${shown.address}`
        : `Open within 30 seconds (${english}) / 请在 30 秒内打开（${chinese}）：${shown.address}`;
    }
    case 'address-again':
      return `Open within 30 seconds / 请在 30 秒内打开：${shown.address}`;
  }
}

export function say(shown: Shown): void {
  process.stdout.write(`${sentenceOf(shown)}\n`);
}

const REFUSALS: Readonly<Record<string, readonly [english: string, chinese: string]>> = {
  NOT_AN_ARCHIVE: ['is no Jianbao archive', '不是剪报档案'],
  NEWER_ARCHIVE: ['was made by a newer Jianbao', '由更新版本的剪报建立'],
  DAMAGED: ['is damaged', '已损坏'],
  IN_USE: ['is in use by another program', '正被另一个程序使用'],
  READ_ONLY: ['cannot be written to', '无法写入'],
  DISK_FULL: ['has no room left on its disk', '所在磁盘已满'],
  MIGRATION_FAILED: ['could not be brought to this version; it is unchanged', '无法升级到此版本，档案未改动'],
  UNEXPECTED_SCHEMA: ['holds tables that are not ours', '含有不属于剪报的表'],
};

export function sayRefusal(archive: string, code: string): void {
  const [english, chinese] = REFUSALS[code] ?? [`could not be opened (${code})`, `无法打开（${code}）`];
  process.stderr.write(`${archive} ${english}. Nothing was changed. / ${archive} ${chinese}。没有改动任何内容。\n`);
}
