import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CheckOutput, ImportOutput, ServeOutput } from '#contract/commands.ts';
import { runCommand } from './run-command.ts';

const COMMAND = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
const FILES = 400;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-interrupt-'));
  mkdirSync(join(folder, 'letters'));
  for (let number = 0; number < FILES; number += 1)
    writeFileSync(
      join(folder, 'letters', `${number}.txt`),
      `第${number}封来信\n\n${'渡口每小时一班渡船。'.repeat(50)}`,
    );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the command and sends the signal as soon as it has said something. */
async function interrupt(args: readonly string[], name: NodeJS.Signals) {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  let [out, err] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (out === '') child.kill(name);
    out += text;
  });
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { status, signal, out, err };
}

test.each(['SIGINT', 'SIGKILL'] as const)(
  'an import that gets %s has kept all it acknowledged, and the next one does the rest',
  async (name) => {
    const archive = `letters-${name}`;
    const { status, signal, out, err } = await interrupt(['import', 'letters', '-a', archive, '--json'], name);
    if (name === 'SIGINT') expect([status, err]).toEqual([1, 'jianbao: Stopped. What was done before is safe.\n']);
    else expect(signal).toBe('SIGKILL');
    // The last line of a killed process may be cut.
    const acknowledged = out
      .slice(0, out.lastIndexOf('\n'))
      .split('\n')
      .map((line) => ImportOutput.parse(JSON.parse(line)));
    expect(acknowledged.length).toBeGreaterThan(0);
    const rest = await runCommand(['import', 'letters', '-a', archive, '--json'], { cwd: folder });
    const told = rest.out
      .trimEnd()
      .split('\n')
      .map((line) => ImportOutput.parse(JSON.parse(line)));
    const known = new Set(told.filter(({ state }) => state === 'known').map(({ id }) => id));
    expect(acknowledged.filter(({ id }) => !known.has(id))).toEqual([]);
    expect([rest.status, told.length]).toEqual([0, FILES]);
    const check = CheckOutput.parse(
      JSON.parse((await runCommand(['check', '-a', archive, '--json'], { cwd: folder })).out),
    );
    expect(check).toMatchObject({ ok: true, verified: { originals: FILES, texts: FILES, indexRows: FILES } });
  },
);

test('serve says its address and ends when it is asked to', async () => {
  await runCommand(['import', 'letters/0.txt', '-a', 'served'], { cwd: folder });
  const { status, out, err } = await interrupt(['serve', '-a', 'served'], 'SIGINT');
  expect([status, err]).toEqual([0, '']);
  expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\/#code=/);
});

test('serve tells a program the address, too', async () => {
  await runCommand(['import', 'letters/0.txt', '-a', 'told'], { cwd: folder });
  const { status, out, err } = await interrupt(['serve', '-a', 'told', '--json'], 'SIGTERM');
  expect([status, err]).toEqual([0, '']);
  expect(ServeOutput.parse(JSON.parse(out))).toEqual({
    schema: 'jianbao.serve/1',
    shown: 'address',
    archive: join(folder, 'told'),
    address: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{43}$/),
  });
});
