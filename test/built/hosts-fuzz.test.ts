import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isContractProcedure } from '@orpc/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveContract } from '#contract/archive.ts';
import { hostContract } from '#contract/host.ts';
import { type StartedLoopback, startLoopback } from './start-loopback.ts';
import { connectTo } from './wire.ts';

/** What a page that was taken over could send: 60 arguments a procedure here, 2,000 with JIANBAO_FULL. */
const ARGUMENTS = process.env.JIANBAO_FULL ? 2_000 : 60;

function* proceduresOf(router: object, path: string[] = []): Generator<string[]> {
  for (const [name, value] of Object.entries(router)) {
    if (isContractProcedure(value)) yield [...path, name];
    else yield* proceduresOf(value as object, [...path, name]);
  }
}

/** Names that a schema may know, so that the random objects come further than its first line. */
const NAMES = [
  'id',
  'article',
  'batch',
  'path',
  'handle',
  'name',
  'text',
  'place',
  'selection',
  'of',
  'ids',
  'url',
  'piece',
  'size',
  'offset',
  'limit',
  'filter',
  'after',
  'source',
  'tag',
  'span',
  'start',
  'end',
  'purpose',
  '__proto__',
];
const PATHS = [
  '../../etc/passwd',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share',
  '%2e%2e%2f',
  'file:///etc/passwd',
  '~/.ssh/id_rsa',
  'a\0b',
  '//etc/passwd',
];
const UUIDS = ['0198a9c0-0000-7000-8000-000000000000', '0198a9c0-0000-7000-8000-00000000000f'];
const leaf = fc.oneof(
  fc.constantFrom(...PATHS, ...UUIDS, '', 'export', 'all', 'articles', 'search'),
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const argument = fc.oneof(
  { weight: 1, arbitrary: leaf },
  {
    weight: 4,
    arbitrary: fc.dictionary(
      fc.constantFrom(...NAMES),
      fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(fc.constantFrom(...NAMES), leaf)),
      { maxKeys: 6 },
    ),
  },
);

let host: StartedLoopback;
beforeAll(async () => {
  host = await startLoopback();
});
afterAll(() => host.close());

/** Asks the machine to open another program, or takes long by design. */
const LEFT_OUT = new Set(['openExternal', 'archive.importSamples']);

test.each([
  ['host', hostContract],
  ['archive', archiveContract],
] as const)(
  'whatever a page sends over the %s link is answered or refused by name, and the service lives',
  async (link, contract) => {
    const wrong: string[] = [];
    let refused = 0;
    let asked = 0;
    for (const path of proceduresOf(contract)) {
      const name = path.join('.');
      if (LEFT_OUT.has(name)) continue;
      let connection = await connectTo(host, link);
      const call = (input: unknown) => {
        const procedure = path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], connection.client);
        return (procedure as (input: unknown) => Promise<unknown>)(input);
      };
      for (const [at, input] of fc.sample(argument, { numRuns: ARGUMENTS, seed: 7 }).entries()) {
        // Streams that were opened end with their connection.
        if (at % 100 === 99) {
          connection.socket.close();
          connection = await connectTo(host, link);
        }
        asked += 1;
        try {
          const answer = JSON.stringify(await call(input)) ?? '';
          if (/root:x:|BEGIN OPENSSH/.test(answer)) wrong.push(`${name} read a file of the machine`);
        } catch (error) {
          refused += 1;
          const { code = String(error) } = error as { code?: string };
          const declared = /^[A-Z_]+$/.test(code) && code !== 'INTERNAL_SERVER_ERROR';
          if (!declared) wrong.push(`${name} ${JSON.stringify(input)}: ${code}`);
        }
      }
      connection.socket.close();
    }
    expect([...new Set(wrong)].slice(0, 20)).toEqual([]);
    expect(asked).toBeGreaterThan(ARGUMENTS * 5);
    expect(refused).toBeGreaterThan(asked / 4);
    // One process from the first call to the last.
    const { client, socket } = await connectTo(host, 'archive');
    expect(await client.archive.info()).toMatchObject({ name: 'test' });
    socket.close();
    expect(host.errors()).not.toMatch(/etc|passwd|id_rsa|win\.ini/);
    // Nothing was written beside the archive, the settings and the folder that was granted.
    expect(['home', 'settings', 'test.jianbao']).toEqual(expect.arrayContaining(readdirSync(join(host.archive, '..'))));
  },
);
