import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerPage, contentSecurityPolicy, readPageFiles } from '../../../electron/service/host/page.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'jianbao-page-'));
  writeFileSync(join(dir, 'index.html'), '<meta nonce="__CSP_NONCE__">');
});
afterEach(() => rmSync(dir, { recursive: true }));

test('the table has every built file by its whole address, and the page at the root', () => {
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'assets/a-1.js'), '1');
  writeFileSync(join(dir, 'assets/a-1.css'), '');
  expect([...readPageFiles(dir).keys()].sort()).toEqual(['/', '/assets/a-1.css', '/assets/a-1.js']);
});

test('a file of an unknown kind, or no page at all, fails at the start and not in the window', () => {
  writeFileSync(join(dir, 'a.exe'), '');
  expect(() => readPageFiles(dir)).toThrow('a.exe');
  rmSync(join(dir, 'a.exe'));
  rmSync(join(dir, 'index.html'));
  expect(() => readPageFiles(dir)).toThrow('not been built');
});

test('every answer has a nonce of its own, in the page as in its policy', () => {
  const files = readPageFiles(dir);
  const nonces = Array.from({ length: 1000 }, () => {
    const { body, headers } = answerPage(files, '/', "'self'");
    const nonce = /nonce="([^"]+)"/.exec(String(body))?.[1] ?? '';
    expect(headers['content-security-policy']).toBe(contentSecurityPolicy(nonce, "'self'"));
    return nonce;
  });
  expect(new Set(nonces).size).toBe(1000);
});

test('the policy allows no inline script, no eval and no other origin, and asks for trusted types', () => {
  const policy = contentSecurityPolicy('N', 'jbdoc:');
  expect(policy).not.toMatch(/unsafe|\*|http:|https:/);
  const directives = new Map(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]));
  expect(Object.fromEntries(directives)).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'connect-src': "'self'",
    'frame-src': 'jbdoc:',
    'require-trusted-types-for': "'script'",
    'trusted-types': 'default',
  });
});
