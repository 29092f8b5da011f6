import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BROWSER } from '../e2e/browser.ts';
import { OBEDIENT_BROWSER, writeProgram } from './fake-program.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The tests run as whoever; the program is told who it is. */
const as = (user: number) => `--import=data:text/javascript,process.getuid=()=>${user}`;

let folder: string;
let running: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-start-'));
  running = [];
});
afterEach(async () => {
  for (const child of running) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await gone;
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Start {
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  readonly child: ChildProcess;
}

function start(environment: Record<string, string>, args: readonly string[] = []): Start {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env;
  const child = spawn(process.execPath, ['electron/cli/run.mjs', 'start', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...rest,
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, 'config'),
      INIT_CWD: folder,
      NODE_OPTIONS: as(1000),
      JIANBAO_NO_FETCH: '1',
      JIANBAO_BROWSER: 'none',
      JIANBAO_ELECTRON: join(folder, 'no-electron'),
      FAKE_SEEN: join(folder, 'seen'),
      ...environment,
    },
  });
  running.push(child);
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes;
  });
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes;
  });
  return { said: () => said, ended: new Promise((resolve) => child.once('exit', resolve)), child };
}

/** A port that nobody listens on. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const seen = () => (existsSync(join(folder, 'seen')) ? readFileSync(join(folder, 'seen'), 'utf8') : '');
const until = (said: () => string, pattern: RegExp) => expect.poll(said).toMatch(pattern);

/** A package `electron` with a program in it, or without. */
function makeElectron(program?: string): string {
  const electron = join(folder, 'electron');
  mkdirSync(join(electron, 'dist'), { recursive: true });
  writeFileSync(join(electron, 'package.json'), '{"version":"45.4.1"}');
  writeFileSync(join(electron, 'checksums.json'), `{"electron-v45.4.1-${process.platform}-${process.arch}.zip":"00"}`);
  if (program !== undefined) {
    writeFileSync(join(electron, 'dist/version'), '45.4.1');
    writeFileSync(join(electron, 'path.txt'), 'electron');
    writeProgram(join(electron, 'dist/electron'), program);
  }
  return electron;
}

test('as root the address is printed at once, and nothing is launched or fetched', async () => {
  const browser = writeProgram(join(folder, 'browser'), OBEDIENT_BROWSER);
  const electron = makeElectron("require('fs').writeFileSync(process.env.FAKE_SEEN, 'electron')");
  const { said } = start({ NODE_OPTIONS: as(0), DISPLAY: ':9', JIANBAO_BROWSER: browser, JIANBAO_ELECTRON: electron });
  await until(said, /\(no browser is launched as root\).*http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{43}/);
  expect([said().trim().split('\n').length, seen()]).toEqual([1, '']);
  expect(existsSync(join(folder, 'Documents/Jianbao/Clippings.jianbao/archive.sqlite'))).toBe(true);
});

test('without a display the address is printed at once', async () => {
  const browser = writeProgram(join(folder, 'browser'), OBEDIENT_BROWSER);
  const { said } = start({ JIANBAO_BROWSER: browser });
  await until(said, /\(there is no display\).*http:\/\/127\.0\.0\.1:/);
  expect(seen()).toBe('');
});

test('without Electron and without a browser the address is printed, with both reasons', async () => {
  const { said } = start({ DISPLAY: ':9' }, ['--archive', 'clips.jianbao']);
  await until(
    said,
    /\(Electron is not here and JIANBAO_NO_FETCH is set, no browser of the Chromium family was found\)/,
  );
  expect(existsSync(join(folder, 'clips.jianbao/archive.sqlite'))).toBe(true);
});

test('a browser shows an app window: its own profile, no address but ours, its sandbox on; a second start brings it to the front', async () => {
  const browser = writeProgram(join(folder, 'browser'), OBEDIENT_BROWSER);
  const environment = { DISPLAY: ':9', JIANBAO_BROWSER: browser };
  const first = start(environment);
  await until(first.said, /opened in an app window of .*browser: Electron is not here/);
  await until(seen, /^200$/m);
  const given = JSON.parse(seen().split('\n')[0] ?? '[]') as string[];
  expect(given.map((flag) => flag.replace(/\d{4,5}|[\w-]{43}|=\/.*/g, '*'))).toEqual([
    '--app=http://jianbao.localhost/#code=*',
    '--user-data-dir*',
    '--host-resolver-rules=MAP jianbao.localhost 127.0.0.1:*,MAP * ~NOTFOUND',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--no-default-browser-check',
    '--test-type',
    '--remote-debugging-pipe',
  ]);
  const second = start(environment);
  expect(await second.ended).toBe(0);
  expect(second.said()).toMatch(/brought to the front/);
  expect(seen()).toMatch(/\nPage\.bringToFront$/m);
  // The program ends with its window, and the browser with the program.
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
});

test.skipIf(BROWSER === undefined)(
  'a real browser opens the page in its app window, comes to the front, and ends with the program however that ends',
  async () => {
    // Headless, and for root without the sandbox: only a test may ask for that.
    const browser = join(folder, 'browser');
    const more = `--headless=new ${process.getuid?.() === 0 ? '--no-sandbox' : ''}`;
    writeFileSync(browser, `#!/bin/sh\necho $$ > "$FAKE_SEEN"\nexec '${BROWSER}' ${more} "$@"\n`, {
      mode: 0o755,
    });
    const environment = { DISPLAY: ':9', JIANBAO_BROWSER: browser };
    const first = start(environment);
    await until(first.said, /opened in an app window/);
    const second = start(environment);
    expect([await second.ended, second.said()]).toEqual([0, expect.stringMatching(/brought to the front/)]);
    const pid = seen().trim();
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    first.child.kill('SIGKILL');
    await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
  },
);

test('when npm is asked to end, what it started ends', async () => {
  const npm = spawn('npm', ['start', '--', '--archive', 'clips.jianbao'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
    env: { ...process.env, HOME: folder, INIT_CWD: folder, JIANBAO_NO_FETCH: '1', JIANBAO_BROWSER: 'none' },
  });
  running.push(npm);
  let said = '';
  npm.stdout.on('data', (bytes: Buffer) => {
    said += bytes;
  });
  await until(() => said, /http:\/\/127\.0\.0\.1:/);
  const address = said.match(/http:\/\/[\d.:]+/)?.[0] ?? '';
  const answer = () =>
    fetch(address).then(
      () => 'answers',
      () => 'silent',
    );
  expect(await answer()).toBe('answers');
  npm.kill('SIGTERM');
  try {
    await expect.poll(answer, { timeout: 5000 }).toBe('silent');
  } finally {
    // Whatever is left of its group, where it did not end.
    if (await answer().then((word) => word === 'answers')) process.kill(-Number(npm.pid), 'SIGKILL');
  }
});

test('a browser that ends at once leaves the address, which works without it', async () => {
  const browser = writeProgram(join(folder, 'browser'), 'process.exit(1)');
  const { said } = start({ DISPLAY: ':9', JIANBAO_BROWSER: browser });
  await until(said, /the browser ended at once\).*http:\/\/127\.0\.0\.1:/);
  expect(said()).not.toMatch(/app window/);
});

test('when fetching Electron is refused, that is said, and a browser shows the window', async () => {
  const browser = writeProgram(join(folder, 'browser'), OBEDIENT_BROWSER);
  const { said } = start({
    DISPLAY: ':9',
    JIANBAO_BROWSER: browser,
    JIANBAO_NO_FETCH: '',
    JIANBAO_ELECTRON: makeElectron(),
    ELECTRON_MIRROR: `http://127.0.0.1:${await closedPort()}/`,
    electron_config_cache: join(folder, 'cache'),
  });
  await until(said, /Fetching Electron[\s\S]*app window of .*: Electron could not be fetched\./);
});

test('Electron is opened on the archive where its binary is, and its end is the end', async () => {
  const electron = makeElectron(`
    require('fs').writeFileSync(process.env.FAKE_SEEN, JSON.stringify(process.argv.slice(2)));
    setTimeout(() => process.exit(0), 300);`);
  const { said, ended } = start({ DISPLAY: ':9', JIANBAO_ELECTRON: electron }, [
    '--archive',
    'clips.jianbao',
    '--as',
    '李',
  ]);
  expect(await ended).toBe(0);
  expect(said()).toMatch(/^Jianbao opens in Electron/);
  const [project, ...args] = JSON.parse(seen()) as string[];
  expect([join(project ?? '', '/'), args]).toEqual([ROOT, ['--archive', join(folder, 'clips.jianbao'), '--as', '李']]);
});

test('an Electron that ends at once gives way to a browser', async () => {
  const browser = writeProgram(join(folder, 'browser'), OBEDIENT_BROWSER);
  const electron = makeElectron('process.exit(133)');
  const { said } = start({ DISPLAY: ':9', JIANBAO_BROWSER: browser, JIANBAO_ELECTRON: electron });
  await until(said, /app window of .*: Electron ended at once\./);
});

test('wrong use is told in words, with status 2', async () => {
  const { said, ended } = start({}, ['--archve', 'x']);
  expect(await ended).toBe(2);
  expect(said()).toMatch(/archve[\s\S]*usage: npm start/);
});
