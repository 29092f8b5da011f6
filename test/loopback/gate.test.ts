import { expect, test } from 'vitest';
import { type House, judge, type Knock } from '../../electron/loopback/gate.ts';

const AUTHORITY = '127.0.0.1:4321';
const OWN = `http://${AUTHORITY}`;
const house: House = {
  authority: AUTHORITY,
  isFile: (url) => url === '/' || url === '/assets/a.js',
  isToken: (candidate) => candidate === 'right',
};

const HOSTS = [AUTHORITY, 'localhost:4321', 'evil.example', undefined, '[::1]:4321', '127.0.0.1:1', '127.0.0.1', ''];
const ORIGINS = [OWN, 'null', 'https://evil.example', undefined, `${OWN}/`, 'http://127.0.0.1:1'];
const SITES = [undefined, 'none', 'same-origin', 'same-site', 'cross-site'];
const TOKENS = ['right', 'wrong', 'none', 'in query'] as const;
const METHODS = ['GET', 'POST', 'OPTIONS', 'HEAD', 'PUT', 'DELETE'];
const ADDRESSES = [
  '/',
  '/assets/a.js',
  '/session',
  '/window',
  '/rpc/archive',
  '/rpc/host',
  '/rpc/other',
  '/../x',
  '//x',
];

function* everyKnock(): Generator<Knock & { token: (typeof TOKENS)[number] }> {
  for (const host of HOSTS)
    for (const origin of ORIGINS)
      for (const fetchSite of SITES)
        for (const token of TOKENS)
          for (const method of METHODS)
            for (const address of ADDRESSES)
              for (const upgrade of [false, true]) {
                const said = token === 'right' || token === 'wrong';
                yield {
                  method,
                  url: token === 'in query' ? `${address}?token=right` : address,
                  upgrade,
                  host,
                  origin,
                  fetchSite,
                  protocols: upgrade && said ? `jianbao, token.${token}` : undefined,
                  authorization: !upgrade && said ? `Bearer ${token}` : undefined,
                  token,
                };
              }
}

test('of all combinations only the right ones are let in', () => {
  const wrong: unknown[] = [];
  const admitted = new Map<string, number>();
  for (const knock of everyKnock()) {
    const { admit } = judge(knock, house);
    const own = knock.host === AUTHORITY && knock.origin === OWN;
    const near = knock.fetchSite === undefined || knock.fetchSite === 'same-origin';
    const known = knock.token === 'right';
    const file =
      knock.host === AUTHORITY &&
      (knock.origin === OWN || knock.origin === undefined) &&
      !knock.upgrade &&
      knock.method === 'GET' &&
      (knock.fetchSite === 'none' || knock.fetchSite === 'same-origin') &&
      ['/', '/assets/a.js'].includes(knock.url);
    const posts = own && near && !knock.upgrade && knock.method === 'POST';
    const socket = own && near && known && knock.upgrade && knock.method === 'GET';
    const expected = file
      ? 'file'
      : posts && knock.url === '/session'
        ? 'session'
        : posts && known && knock.url === '/window'
          ? 'window'
          : socket && ['/rpc/archive', '/rpc/host'].includes(knock.url)
            ? 'socket'
            : 'nobody';
    if (admit !== expected) wrong.push({ knock, admit, expected });
    admitted.set(admit, (admitted.get(admit) ?? 0) + 1);
  }
  expect(wrong).toEqual([]);
  expect([...admitted.keys()].sort()).toEqual(['file', 'nobody', 'session', 'socket', 'window']);
});

test.each([
  'token.right',
  'jianbao, token.wrong',
  'jianbao, token.right, token.right',
  'jianbao, token.',
  'jianbao',
  'Jianbao, token.right',
  '',
])('a socket that offers %j is refused', (protocols) => {
  const knock = { method: 'GET', url: '/rpc/host', upgrade: true, host: AUTHORITY, origin: OWN, protocols };
  expect(judge({ ...knock, fetchSite: undefined, authorization: undefined }, house)).toEqual({ admit: 'nobody' });
});
