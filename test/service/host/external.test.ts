import { expect, test } from 'vitest';
import { readExternal } from '../../../electron/service/host/external.ts';

test.each([
  ['https://example.org/a?b=c#d', 'example.org'],
  ['http://example.org:8080/', 'example.org:8080'],
  ['HTTPS://EXAMPLE.ORG/', 'example.org'],
  ['https://例子.测试/', 'xn--fsqu00a.xn--0zwm56d'],
  ['https://аpple.com/', 'xn--pple-43d.com'],
  ['http://2130706433/', '127.0.0.1'],
  ['http://[::1]:80/', '[::1]'],
  ['https://example.org\\@evil.example/', 'example.org'],
  ['mailto:who@example.org?subject=x', 'who@example.org'],
])('%s may be opened, and shows as %s', (address, shown) => {
  expect(readExternal(address)).toMatchObject({ allowed: true, shown });
});

test.each([
  'file:///etc/passwd',
  'file://server/share',
  'smb://server/share',
  '\\\\server\\share',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'tel:110',
  'sms:1',
  'ftp://example.org/',
  'ms-settings:x',
  'ms-msdt:/id',
  'ms-officecmd:{}',
  'search-ms:query=x',
  'shell:startup',
  'steam://run',
  'vscode://file/x',
  'obsidian://open',
  'jianbao://article/x',
  'app://jianbao/',
  'jbdoc://x/',
  'blob:https://example.org/x',
  'about:blank',
  'chrome://settings',
  'view-source:https://example.org/',
  'ws://example.org/',
  'x-apple.systempreferences:',
  'intent://x',
  'https://bank.example@evil.example/',
  'https://bank.example:443@evil.example/',
  'https://user@example.org/',
  'https://example.org/\u202egpj.exe',
  'https://exam\u200bple.org/',
  'https://example.org/ x',
  ' https://example.org/',
  'https://example.org/\n',
  `https://example.org/${'x'.repeat(2100)}`,
  'https://',
  'http:',
  '//example.org/',
  'example.org',
  'mailto:',
  'mailto:a@b\r\nBcc: c@d',
  '',
  'http://%00/',
  'http://a b/',
])('%j is never opened', (address) => {
  expect(readExternal(address)).toEqual({ allowed: false });
});

test('a mail address shows no marks that turn it round', () => {
  expect(readExternal('mailto:who%E2%80%AEmoc@example.org')).toMatchObject({ shown: 'who%E2%80%AEmoc@example.org' });
});
