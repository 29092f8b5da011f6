import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerApp } from '../../electron/main/app-pages.ts';
import type { PageFiles } from '../../electron/service/host/page.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const files: PageFiles = new Map([
  ['/', { type: 'text/html; charset=utf-8', body: bytes('<meta nonce="__CSP_NONCE__">'), document: true }],
  ['/assets/a.js', { type: 'text/javascript; charset=utf-8', body: bytes('1'), document: false }],
]);

test('built files are answered with their type and the policy of Electron', () => {
  const page = answerApp(files, 'GET', 'app://jianbao/#/all');
  const nonce = /'nonce-([^']+)'/.exec(page.headers['content-security-policy'] ?? '')?.[1];
  expect([page.status, page.body]).toEqual([200, `<meta nonce="${nonce}">`]);
  expect(page.headers['content-security-policy']).toContain('frame-src jbdoc:');
  const script = answerApp(files, 'GET', 'app://jianbao/assets/a.js');
  expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
});

const WAYS_OUT = [
  '/..',
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/%2e%2e%5cx',
  '/..\\..\\x',
  '/assets/../../x',
  '//etc/passwd',
  '/C:/Windows/win.ini',
  '/C|/x',
  '/\\\\server\\share',
  '/assets/a.js%00.html',
  '/assets/a.js\u0000',
  '/assets/a.js?x',
  '/assets/',
  '/assets',
  '/index.html',
  '/.',
  '/assets/./a.js',
  '/ASSETS/A.JS',
  '/assets//a.js',
  '/file:///etc/passwd',
  '/app://jianbao/',
  '/__proto__',
  '/constructor',
];

test('an address that is not in the table reads nothing, in whatever form it comes', () => {
  const refused = (address: string) => answerApp(files, 'GET', address);
  for (const path of WAYS_OUT) {
    const { status, body, headers } = refused(`app://jianbao${path}`);
    expect([path, status, body]).toEqual([path, 403, '']);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (path) => {
      fc.pre(path.replace(/#.*$/, '') !== '' && path !== 'assets/a.js' && !path.startsWith('#'));
      expect(refused(`app://jianbao/${path}`).status).toBe(files.has(`/${path.replace(/#.*$/, '')}`) ? 200 : 403);
    }),
    { numRuns: 100 },
  );
  for (const address of ['app://evil/', 'https://jianbao/', 'app://jianbao.evil/', 'app:/', '']) {
    expect(refused(address).status).toBe(403);
  }
  for (const method of ['POST', 'HEAD', 'OPTIONS']) expect(answerApp(files, method, 'app://jianbao/').status).toBe(403);
});
