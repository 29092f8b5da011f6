import { expect, test } from 'vitest';
import { isAppPage, isPermitted, mayHoldPort, mayRequest } from '../../electron/main/policy.ts';

test.each(['app://jianbao/', 'app://jianbao/#/article/x'])('%s is our page', (address) => {
  expect(isAppPage(address)).toBe(true);
});

test.each([
  'app://jianbao/index.html',
  'app://jianbao/?x=1',
  'app://jianbao/assets/index.js',
  'app://jianbao.evil/',
  'app://evil/',
  'app://user@jianbao/',
  'app://jianbao:80/',
  'https://jianbao/',
  'jbdoc://jianbao/',
  'about:blank',
  'about:srcdoc',
  'data:text/html,x',
  'blob:app://jianbao/x',
  'file:///index.html',
  'javascript:void 0',
  '',
  'app:',
])('%s is not our page', (address) => {
  expect(isAppPage(address)).toBe(false);
});

test('nothing but our own schemes is ever requested', () => {
  const asked = {
    'app://jianbao/assets/a.js': true,
    'app://evil/': false,
    'jbdoc://5f/': true,
    'blob:app://jianbao/5f': true,
    'data:image/png;base64,AA==': true,
    'http://127.0.0.1/': false,
    'https://example.com/': false,
    'ws://127.0.0.1:1/': false,
    'wss://example.com/': false,
    'file:///etc/passwd': false,
    'ftp://example.com/': false,
    'chrome://gpu/': false,
    'devtools://devtools/bundled/': false,
    'chrome-extension://x/y': false,
    'javascript:1': false,
    'filesystem:app://jianbao/x': false,
    'view-source:app://jianbao/': false,
    'not an address': false,
  };
  expect(Object.fromEntries(Object.keys(asked).map((address) => [address, mayRequest(address)]))).toEqual(asked);
});

test('a port is for the main frame of our page, and for one of two links', () => {
  const page = { url: 'app://jianbao/#/all', isMainFrame: true };
  expect(mayHoldPort(page, 'archive')).toBe(true);
  expect(mayHoldPort(page, 'host')).toBe(true);
  for (const link of ['', 'other', undefined, null, 1, ['archive'], { link: 'host' }]) {
    expect(mayHoldPort(page, link)).toBe(false);
  }
  expect(mayHoldPort({ ...page, isMainFrame: false }, 'archive')).toBe(false);
  expect(mayHoldPort({ ...page, url: 'jbdoc://5f/' }, 'archive')).toBe(false);
  expect(mayHoldPort(undefined, 'archive')).toBe(false);
});

test('a page may write to the clipboard, and is permitted nothing else', () => {
  const asked = ['clipboard-sanitized-write', 'clipboard-read', 'media', 'geolocation', 'fullscreen', ''];
  expect(asked.filter(isPermitted)).toEqual(['clipboard-sanitized-write']);
});
