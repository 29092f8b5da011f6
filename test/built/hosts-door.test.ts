import { readdirSync, readFileSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StartedLoopback, startLoopback } from './start-loopback.ts';

const PAGE = fileURLToPath(new URL('../../out/renderer', import.meta.url));
let host: StartedLoopback;
beforeAll(async () => {
  host = await startLoopback();
});
afterAll(() => host.close());

interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Bytes as no browser would send them. Status 0: hung up without an answer. */
function send(head: string, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(host.port, '127.0.0.1');
    let got = '';
    socket.setTimeout(30_000, () => reject(new Error(`no answer to ${head}`)));
    socket.on('data', (bytes) => {
      got += bytes.toString('latin1');
      // An admitted socket stays open.
      if (got.startsWith('HTTP/1.1 101') && got.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(toAnswer(got)));
    socket.write(`${head.replaceAll('\n', '\r\n')}\r\n\r\n${body}`);
  });
}

function toAnswer(got: string): Answer {
  const [head = '', ...body] = got.split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const headers = lines.map((header): [string, string] => {
    const colon = header.indexOf(':');
    return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()];
  });
  return { status: Number(line.split(' ')[1] ?? 0), headers: new Map(headers), body: body.join('\r\n\r\n') };
}

function headersOf(lines: Record<string, string | undefined>): string {
  const written = Object.entries(lines).flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`));
  return [...written, 'Connection: close'].join('\n');
}

test('it listens on 127.0.0.1 and nowhere else', () => {
  const inodes = new Set<string>();
  for (const pid of [host.process.pid, host.servicePid()]) {
    for (const fd of readdirSync(`/proc/${pid}/fd`)) {
      try {
        const { ino } = statSync(`/proc/${pid}/fd/${fd}`);
        inodes.add(String(ino));
      } catch {
        // Closed meanwhile.
      }
    }
  }
  const rows = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readFileSync(`/proc/${host.process.pid}/net/${kind}`, 'utf8').trim().split('\n').slice(1),
  );
  const ours = rows.map((row) => row.trim().split(/\s+/)).filter((row) => inodes.has(row[9] ?? ''));
  const listening = ours.filter((row) => row[3] === '0A').map((row) => row[1]);
  const port = host.port.toString(16).toUpperCase().padStart(4, '0');
  expect(listening).toEqual([`0100007F:${port}`]);
});

test('whoever has no token gets nothing but the built files, whatever Host, Origin and token he brings', async () => {
  const authority = `127.0.0.1:${host.port}`;
  const token = host.token();
  const hosts = { own: authority, localhost: `localhost:${host.port}`, evil: 'evil.example', absent: undefined };
  const more = { ipv6: `[::1]:${host.port}`, otherPort: `127.0.0.1:${host.port + 1}` };
  const origins = { own: `http://${authority}`, null: 'null', evil: 'https://evil.example', absent: undefined };
  const tokens = { right: token, wrong: `${token.slice(1)}A`, none: undefined, query: undefined };
  const let_in: string[] = [];
  let asked = 0;
  for (const [hostName, hostValue] of Object.entries({ ...hosts, ...more })) {
    for (const [originName, origin] of Object.entries(origins)) {
      for (const [tokenName, value] of Object.entries(tokens)) {
        const query = tokenName === 'query' ? `?token=${token}` : '';
        const common = { Host: hostValue, Origin: origin };
        const bearer = { Authorization: value && `Bearer ${value}` };
        const socket = {
          Upgrade: 'websocket',
          'Sec-WebSocket-Version': '13',
          'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
          'Sec-WebSocket-Protocol': value ? `jianbao, token.${value}` : 'jianbao',
        };
        const knocks: [string, string][] = [
          ['GET', `GET /${query} HTTP/1.1\n${headersOf({ ...common, ...bearer, 'Sec-Fetch-Site': 'none' })}`],
          ['GET near', `GET /${query} HTTP/1.1\n${headersOf({ ...common, 'Sec-Fetch-Site': 'same-origin' })}`],
          [
            'GET cross',
            `GET /${query} HTTP/1.1\n${headersOf({ ...common, ...bearer, 'Sec-Fetch-Site': 'cross-site' })}`,
          ],
          ['GET blind', `GET /${query} HTTP/1.1\n${headersOf({ ...common, ...bearer })}`],
          ['POST', `POST /window${query} HTTP/1.1\n${headersOf({ ...common, ...bearer, 'Content-Length': '0' })}`],
          ['OPTIONS', `OPTIONS /${query} HTTP/1.1\n${headersOf({ ...common, ...bearer })}`],
          [
            'WS',
            `GET /rpc/archive${query} HTTP/1.1\n${headersOf({ ...common, ...socket }).replace('close', 'Upgrade')}`,
          ],
        ];
        for (const [kind, head] of knocks) {
          const { status } = await send(head);
          asked += 1;
          if (status !== 403)
            let_in.push(`${kind} host ${hostName} origin ${originName} token ${tokenName}: ${status}`);
        }
      }
    }
  }
  const files = ['right', 'wrong', 'none'].flatMap((tokenName) =>
    ['own', 'absent'].flatMap((origin) =>
      ['GET', 'GET near'].map((kind) => `${kind} host own origin ${origin} token ${tokenName}: 200`),
    ),
  );
  const known = ['POST host own origin own token right: 200', 'WS host own origin own token right: 101'];
  expect(let_in.sort()).toEqual([...files, ...known].sort());
  expect(asked).toBe(6 * 4 * 4 * 7);
});

test('every response carries the policy, and no nonce comes twice', async () => {
  const paths = readdirSync(PAGE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(PAGE, join(entry.parentPath, entry.name))}`)
    .map((path) => (path === '/index.html' ? '/' : path));
  const refused = [
    '/index.html',
    '/nothing',
    '/%2e%2e/package.json',
    '/..%2fmain/index.js',
    '//',
    '/assets',
    '/assets/',
  ];
  const nonces: string[] = [];
  for (const path of [...paths, ...refused, '/', '/']) {
    const headers = headersOf({ Host: `127.0.0.1:${host.port}`, 'Sec-Fetch-Site': 'none' });
    const answer = await send(`GET ${path} HTTP/1.1\n${headers}`);
    expect([path, answer.status]).toEqual([path, refused.includes(path) ? 403 : 200]);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    nonces.push(nonce);
    expect(policy.replace(nonce, 'N')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
    );
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    if (path === '/') {
      expect(answer.body).toContain(`nonce="${nonce}"`);
      expect(answer.body).not.toMatch(/__CSP_NONCE__|<script(?![^>]*\ssrc=)[^>]*>/);
    }
  }
  expect(new Set(nonces).size).toBe(nonces.length);
  for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
});

test('a request that says one thing twice, or speaks of another place, is refused', async () => {
  const own = `Host: 127.0.0.1:${host.port}`;
  const knocks = [
    `GET / HTTP/1.1\n${own}\n${own}\nSec-Fetch-Site: none`,
    `GET / HTTP/1.1\n${own}\nHost: evil.example\nSec-Fetch-Site: none`,
    `GET / HTTP/1.1\n${own}\nSec-Fetch-Site: none\nSec-Fetch-Site: cross-site`,
    `GET / HTTP/1.1\n${own}\nOrigin: http://127.0.0.1:${host.port}\nOrigin: https://evil.example\nSec-Fetch-Site: none`,
    `GET http://evil.example/ HTTP/1.1\n${own}\nSec-Fetch-Site: none`,
    `GET / HTTP/1.1\n${own}\nSec-Fetch-Site: none\nExpect: 200-ok`,
    `POST /session HTTP/1.1\n${own}\nOrigin: http://127.0.0.1:${host.port}\nExpect: 100-continue\nContent-Length: 2`,
    `CONNECT evil.example:443 HTTP/1.1\n${own}`,
    'GET / HTTP/1.0',
    `TRACE / HTTP/1.1\n${own}`,
    'nonsense',
  ];
  for (const knock of knocks) {
    const { status, body } = await send(`${knock}\nConnection: close`);
    expect([knock, [0, 400, 403].includes(status), body]).toEqual([knock, true, '']);
  }
});

test('a code is exchanged for the token once; a token is only confirmed', async () => {
  const code = new URL(await host.newAddress()).hash.slice('#code='.length);
  const headers = (body: string) =>
    headersOf({
      Host: `127.0.0.1:${host.port}`,
      Origin: host.origin,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/json',
      'Content-Length': String(body.length),
    });
  const post = async (body: string) => {
    const answer = await send(`POST /session HTTP/1.1\n${headers(body)}`, body);
    const { token } = answer.body === '' ? { token: '' } : (JSON.parse(answer.body) as { token: string });
    return [answer.status, token];
  };
  const token = host.token();
  expect(await post(JSON.stringify({ code }))).toEqual([200, token]);
  expect(await post(JSON.stringify({ code }))).toEqual([403, '']);
  expect(await post(JSON.stringify({ token }))).toEqual([200, token]);
  for (const body of [
    '{"token":""}',
    '{"code":""}',
    '{}',
    '[]',
    'null',
    '{"code":{}}',
    '{"',
    `"${'x'.repeat(5000)}"`,
  ]) {
    expect([body.slice(0, 20), ...(await post(body))]).toEqual([body.slice(0, 20), 403, '']);
  }
});

test('the file that names the token is readable by its owner only', () => {
  expect(statSync(join(host.archive, 'serving.json')).mode & 0o777).toBe(0o600);
});

test('two hundred senders who never finish do not keep it from answering within a second', async () => {
  const slow: Socket[] = [];
  for (let n = 0; n < 200; n += 1) {
    const socket = connect(host.port, '127.0.0.1');
    socket.on('error', () => undefined);
    const heads = ['GET / HTTP/1.1\r\nHost: 127.0.0.1', 'POST /session HTTP/1.1\r\nContent-Length: 900\r\n', 'G', ''];
    socket.write(heads[n % heads.length] ?? '');
    slow.push(socket);
  }
  const drip = setInterval(() => {
    for (const socket of slow) socket.write('x');
  }, 200);
  try {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const headers = headersOf({ Host: `127.0.0.1:${host.port}`, 'Sec-Fetch-Site': 'none' });
    // The best of five: a busy machine may be late once, a host that is kept busy is late every time.
    const took: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const begun = performance.now();
      expect((await send(`GET / HTTP/1.1\n${headers}`)).status).toBe(200);
      took.push(performance.now() - begun);
    }
    expect(Math.min(...took)).toBeLessThan(1_000);
    // And none of them is kept for ever.
    const gone = slow.map((socket) => socket.destroyed || new Promise((resolve) => socket.once('close', resolve)));
    await Promise.race([
      Promise.all(gone),
      new Promise((_, reject) => setTimeout(() => reject(new Error('slow senders are kept')), 60_000)),
    ]);
  } finally {
    clearInterval(drip);
    for (const socket of slow) socket.destroy();
  }
});
