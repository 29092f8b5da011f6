import type { WindowWay } from './browser.ts';

/** Why the window is not Electron's. */
export type ElectronAbsence = 'no-window' | 'not-fetched' | 'refused' | 'silent' | 'damaged' | 'failed';

const ABSENCES: Readonly<Record<ElectronAbsence, readonly [english: string, chinese: string]>> = {
  'no-window': ['', ''],
  'not-fetched': ['Electron is not here and JIANBAO_NO_FETCH is set', '没有 Electron，且设置了 JIANBAO_NO_FETCH'],
  refused: ['Electron could not be fetched', '无法取得 Electron'],
  silent: ['Electron could not be fetched: no byte came for 20 seconds', '无法取得 Electron：20 秒内没有收到数据'],
  damaged: ['the Electron that was fetched is damaged', '取得的 Electron 已损坏'],
  failed: ['Electron ended at once', 'Electron 立即退出了'],
};

type Because = (WindowWay & { by: 'print' })['because'];
export type Shown =
  | { readonly shown: 'front' }
  | { readonly shown: 'already'; readonly address: string }
  | { readonly shown: 'window'; readonly browser: string; readonly electron: ElectronAbsence }
  | {
      readonly shown: 'address';
      readonly address: string;
      readonly because: Because;
      readonly electron: ElectronAbsence;
      /** Somebody sits at the terminal: Enter makes another address. */
      readonly renewable: boolean;
    }
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
    case 'window': {
      const [english, chinese] = ABSENCES[shown.electron];
      return `Jianbao opened in an app window of ${shown.browser}${english && `: ${english}`}. / 剪报已在浏览器窗口中打开${chinese && `：${chinese}`}。`;
    }
    case 'address': {
      const english = listReasons(ABSENCES[shown.electron][0], REASONS[shown.because][0], ', ', ' (', ')');
      const chinese = listReasons(ABSENCES[shown.electron][1], REASONS[shown.because][1], '，', '（', '）');
      const [enter, huiche] = shown.renewable ? [', Enter makes a new address', '，按回车换新地址'] : ['', ''];
      return `Open within 30 seconds${enter}${english} / 请在 30 秒内打开${huiche}${chinese}：${shown.address}`;
    }
    case 'address-again':
      return `Open within 30 seconds / 请在 30 秒内打开：${shown.address}`;
  }
}

function listReasons(one: string, other: string, comma: string, before: string, after: string): string {
  const reasons = [one, other].filter((reason) => reason !== '').join(comma);
  return reasons === '' ? '' : `${before}${reasons}${after}`;
}

export function sayElectron(program: string): void {
  process.stdout.write(`Jianbao opens in Electron (${program}). / 剪报在 Electron 中打开。\n`);
}

/** Progress on one line of a terminal, or every tenth part as a line of its own. */
export function sayFetching(): { to(percent: number): void; end(): void } {
  const { stderr } = process;
  const sentence = (percent: number) => `Fetching Electron / 正在取得 Electron … ${percent} %`;
  let last = -1;
  stderr.write(`${sentence(0)}${stderr.isTTY ? '' : '\n'}`);
  return {
    to(percent) {
      if (stderr.isTTY && percent !== last) stderr.write(`\r${sentence(percent)}`);
      else if (!stderr.isTTY && Math.floor(percent / 10) > Math.floor(last / 10))
        stderr.write(`${sentence(percent)}\n`);
      last = percent;
    },
    end: () => void (stderr.isTTY && stderr.write('\n')),
  };
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

export function sayNoFolder(folder: string): void {
  process.stderr.write(`There is no folder ${folder}. / 没有文件夹 ${folder}。\n`);
}

export function sayRefusal(archive: string, code: string): void {
  const [english, chinese] = REFUSALS[code] ?? [`could not be opened (${code})`, `无法打开（${code}）`];
  process.stderr.write(`${archive} ${english}. Nothing was changed. / ${archive} ${chinese}。没有改动任何内容。\n`);
}
