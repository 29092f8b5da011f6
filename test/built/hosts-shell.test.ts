import { fork } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The built main bundle on the recording stand-in of `electron` (test/stand-in). Real Electron runs the journeys where its binary is. */
const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jianbao-shell-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Seen {
  readonly seen: Readonly<Record<string, unknown>>;
  readonly record: readonly (readonly [what: string, ...details: unknown[]])[];
}

function runShell(args: readonly string[], environment: Record<string, string> = {}): Promise<Seen> {
  const child = fork(at('test/stand-in/run.ts'), [at('out/main/index.js'), ...args], {
    execArgv: ['--import', at('test/stand-in/hook.ts')],
    env: { ...process.env, STAND_IN_FOLDER: folder, ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    errors += bytes;
  });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), 100_000);
    child.once('message', (message) => resolve(message as Seen));
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the shell ended with ${code}: ${errors}`));
    });
  });
}

describe('the shell, from its start to its end', () => {
  let seen: Seen['seen'];
  let record: Seen['record'];
  const details = (what: string) => record.filter(([name]) => name === what).map(([, ...rest]) => rest);
  beforeAll(async () => {
    ({ seen, record } = await runShell(['--archive', join(folder, 'paper.jianbao'), 'jianbao://article/0123456789']));
  });

  test('schemes, switches and the sandbox come before Electron is ready', () => {
    expect(seen.schemes).toEqual([
      'schemes',
      [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }],
      false,
    ]);
    expect(seen.beforeReady).toContain('enableSandbox');
    expect(details('appendSwitch')).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
    expect(details('configureHostResolver')).toEqual([[{ secureDnsMode: 'off' }]]);
  });

  test('its window shows the one page, from files that exist', () => {
    expect(details('loadURL')[0]).toEqual(['app://jianbao/']);
    const [options] = details('BrowserWindow')[0] as [{ webPreferences: { preload: string; sandbox: boolean } }];
    expect(options.webPreferences.sandbox).toBe(true);
    for (const file of [options.webPreferences.preload, ...details('fork').map(([file]) => String(file))]) {
      expect([file, existsSync(file)]).toEqual([file, true]);
    }
    expect(seen.pages).toEqual([
      [200, true],
      [403, true],
      [403, true],
    ]);
  });

  test('the page gets one port a link; a child frame, another address and nobody get none', () => {
    expect(seen.posted).toEqual([
      0,
      0,
      [
        ['jianbao:port', 'host'],
        ['jianbao:port', 'archive'],
      ],
    ]);
  });

  test('both halves of the contract are answered, the archive by the service itself', () => {
    expect(seen.hostInfo).toMatchObject({ kind: 'electron', ownBrowser: false, languages: ['zh-CN'] });
    expect(seen.archiveInfo).toMatchObject({ name: 'paper', articles: 0 });
    expect(seen.place).toEqual({ by: 'dialog', place: { handle: expect.any(String), label: basename(folder) } });
    expect(seen.theme).toBe('dark');
    expect(seen.menu).toEqual(['File', 'Edit', 'View', 'Window', 'Help']);
  });

  test('an address is opened only after the person saw its host and said yes', () => {
    expect(seen.opened).toEqual([{ opened: true }, { opened: false }, 'SCHEME_REFUSED']);
    expect(details('ask').map(([message]) => String(message).split('\n')[1])).toEqual([
      'example.org',
      'elsewhere.example',
    ]);
    expect(details('openExternal')).toEqual([['https://example.org/a?b']]);
    expect(details('print')).toEqual([[]]);
  });

  test('a PDF goes where the person chose, under a name that every system takes, or nowhere', () => {
    expect(seen.pdf).toEqual([true, false, true].map((saved) => ({ by: 'dialog', saved })));
    expect(details('save')).toEqual([['老街 a b.pdf'], ['jianbao.pdf'], ['a.pdf'], ['老街 剪报.png']]);
    expect(details('printToPDF')).toHaveLength(2);
    expect(details('printToPDF')[0]).toEqual([{ preferCSSPageSize: true, printBackground: true }]);
    expect(readFileSync(join(folder, '老街 a b.pdf'), 'latin1')).toBe('%PDF-');
    expect(readdirSync(folder).filter((name) => /\.pdf\.\d/.test(name))).toEqual([]);
  });

  test('a clipping is written where the person chose, and nothing that is no picture', () => {
    expect(seen.picture).toEqual([{ by: 'dialog', saved: true }, 'NOT_A_PICTURE']);
    expect([...readFileSync(join(folder, '老街 剪报.png'))].slice(8)).toEqual([1, 2, 3]);
    expect(readdirSync(folder).filter((name) => name.startsWith('x'))).toEqual([]);
  });

  test('navigation, windows, permissions and requests are refused', () => {
    expect(seen.navigation).toEqual([true, true, true, true]);
    expect(seen.window).toEqual({ action: 'deny' });
    expect(seen.permissions).toEqual(Array.from({ length: 7 }, () => false));
    expect(seen.checks).toEqual([false, false]);
    expect(seen.requests).toEqual([false, true, true, true]);
  });

  test('the service is killed: the page hears of it, gets another port and goes on', () => {
    expect(seen.archiveAgain).toBe('paper');
    expect(details('fork')).toHaveLength(2);
    expect(seen.commands).toEqual([
      { command: 'open', address: 'jianbao://article/0123456789' },
      { command: 'service', state: 'lost' },
      { command: 'service', state: 'back' },
      { command: 'menu', action: 'import.files' },
      { command: 'open', address: 'jianbao://article/7k2m9q4d' },
    ]);
  });

  test('a reload gets ports of its own', () => {
    expect(seen.afterReload).toBe('electron');
  });

  test('a second window is asked for by place, has ports and menu of its own, and is nobody once it is closed', () => {
    expect(seen.secondAsked).toEqual({ opened: true });
    expect(details('loadURL')).toEqual([['app://jianbao/'], ['app://jianbao/#/all']]);
    const [, [second]] = details('BrowserWindow') as [unknown, [{ x: number; y: number; webPreferences: object }]];
    expect(second).toMatchObject({ x: 38, y: 48, webPreferences: { sandbox: true, contextIsolation: true } });
    expect(seen.inSecond).toEqual([{ command: 'menu', action: 'import.files' }]);
    expect(seen.inFirst).toBe(5);
    expect(seen.secondPosted).toEqual(['host']);
    expect(seen.afterSecond).toBe('electron');
  });

  test('it ends when its window is closed, with the archive in order and the window remembered', () => {
    expect(seen.ended).toBe(0);
    expect(existsSync(join(folder, 'paper.jianbao/archive.sqlite-wal'))).toBe(false);
    expect(JSON.parse(readFileSync(join(folder, 'userData/window.json'), 'utf8'))).toEqual({
      bounds: { x: 10, y: 20, width: 900, height: 700 },
      maximised: false,
    });
  });
});

test('a second instance opens nothing and ends', async () => {
  const { record } = await runShell([], { STAND_IN_SECOND: '1' });
  expect(record.map(([what]) => what).filter((what) => ['quit', 'BrowserWindow', 'fork'].includes(what))).toEqual([
    'quit',
  ]);
});

test('a folder that is no archive is refused in one sentence, and left as it was', async () => {
  mkdirSync(join(folder, 'letters'));
  writeFileSync(join(folder, 'letters', 'a.txt'), 'dear');
  const { seen, record } = await runShell(['--archive', join(folder, 'letters')], { STAND_IN_REFUSED: '1' });
  expect(seen.ended).toBe(1);
  expect(record.find(([what]) => what === 'error box')).toEqual([
    'error box',
    expect.any(String),
    expect.stringMatching(/^letters\n(这个文件夹不是剪报档案|This folder is no Jianbao archive)/),
  ]);
});
