import { expect, test } from 'vitest';
import { browserCandidates, decideWindow } from '../../electron/loopback/browser.ts';
import { sentenceOf } from '../../electron/loopback/sentences.ts';

test('a browser is looked for where each system has it', () => {
  expect(browserCandidates({ PATH: '/usr/local/bin:/usr/bin' }, 'linux').slice(0, 3)).toEqual([
    '/usr/local/bin/chromium',
    '/usr/bin/chromium',
    '/usr/local/bin/chromium-browser',
  ]);
  expect(browserCandidates({ HOME: '/Volumes/me' }, 'darwin')).toContain(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  );
  expect(browserCandidates({ PROGRAMFILES: 'C:\\Program Files' }, 'win32')).toContain(
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  );
  expect(browserCandidates({ JIANBAO_BROWSER: '/opt/x', PATH: '/usr/bin' }, 'linux')).toEqual(['/opt/x']);
  expect(browserCandidates({ JIANBAO_BROWSER: 'none', PATH: '/usr/bin' }, 'linux')).toEqual([]);
});

test.each([
  [{ wanted: false }, { by: 'print', because: 'asked' }],
  [{ root: true }, { by: 'print', because: 'root' }],
  [{ environment: {} }, { by: 'print', because: 'no-display' }],
  [{ browser: undefined }, { by: 'print', because: 'no-browser' }],
  [{}, { by: 'launch', browser: '/b' }],
  [{ environment: { WAYLAND_DISPLAY: 'wayland-0' } }, { by: 'launch', browser: '/b' }],
  [
    { environment: {}, platform: 'darwin' as const },
    { by: 'launch', browser: '/b' },
  ],
] as const)('surroundings %j decide for %j', (changed, way) => {
  const usual = {
    wanted: true,
    platform: 'linux',
    root: false,
    environment: { DISPLAY: ':0' },
    browser: '/b',
  } as const;
  expect(decideWindow({ ...usual, ...changed })).toEqual(way);
});

test('what happened is one line, in both languages, with its reasons', () => {
  const address = 'http://127.0.0.1:1/#code=x';
  const lines = (['root', 'no-display', 'no-browser', 'browser-failed', 'asked'] as const).flatMap((because) =>
    (['no-window', 'not-fetched', 'refused', 'silent', 'damaged', 'failed'] as const).map((electron) =>
      sentenceOf({ shown: 'address', address, because, electron, renewable: false }),
    ),
  );
  expect(new Set(lines).size).toBe(lines.length);
  for (const line of lines) expect(line).toMatch(/^[ -~]+ \/ [^\n]*：http:\/\/127\.0\.0\.1:1\/#code=x$/);
});

test('whoever sits at the terminal is told how to get another address', () => {
  const shown = {
    shown: 'address',
    address: 'http://127.0.0.1:1/#code=x',
    because: 'root',
    electron: 'no-window',
  } as const;
  expect(sentenceOf({ ...shown, renewable: true })).toBe(
    'Open within 30 seconds, Enter makes a new address (no browser is launched as root) / ' +
      '请在 30 秒内打开，按回车换新地址（不以 root 身份启动浏览器）：http://127.0.0.1:1/#code=x',
  );
});
