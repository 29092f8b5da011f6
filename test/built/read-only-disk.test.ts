import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CheckOutput, ImportOutput, RestoreOutput } from '#contract/commands.ts';
import { runCommand } from './run-command.ts';
import { startLoopback } from './start-loopback.ts';

/** A namespace of mounts may be made by whoever may mount. */
const CAN_MOUNT = process.platform === 'linux' && spawnSync('unshare', ['--mount', 'true']).status === 0;
const needsMount = test.skipIf(!CAN_MOUNT);

/** The same folder twice: as it is, and as a disk that refuses every write. */
let folder: string;
const real = () => join(folder, 'real');
const at = (name: string) => join(folder, 'locked', name);
const before = new Map<string, string>();

function listFiles(): Map<string, string> {
  const files = readdirSync(real(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]));
}

beforeAll(async () => {
  if (!CAN_MOUNT) return;
  folder = mkdtempSync(join(tmpdir(), 'jianbao-locked-'));
  const [letters, mounted] = [join(real(), 'letters'), join(folder, 'locked')];
  mkdirSync(letters, { recursive: true });
  mkdirSync(mounted);
  for (const number of [1, 2, 3]) writeFileSync(join(letters, `${number}.txt`), `第${number}封信\n\n渡口照常开船。\n`);
  await runCommand(['import', letters, '-a', join(real(), 'kept.jianbao')]);
  for (const [path, hash] of listFiles()) before.set(path, hash);
  execFileSync('mount', ['--bind', real(), mounted]);
  execFileSync('mount', ['-o', 'remount,ro,bind', mounted]);
});
afterAll(() => {
  if (!CAN_MOUNT) return;
  execFileSync('umount', [at('')]);
  rmSync(folder, { recursive: true, force: true });
});

const sentence = (name: string) => `jianbao: ${at(name)} cannot be written to.\n`;

needsMount.each([
  ['search', (to: string) => ['search', '渡口', '-a', to]],
  ['import', (to: string) => ['import', join(real(), 'letters'), '-a', to]],
  ['export', (to: string) => ['export', '-a', to, '--to', join(folder, 'notes')]],
  ['backup into itself', (to: string) => ['backup', '-a', to]],
])('%s on an archive of a read-only disk is refused by name, and nothing is written', async (_, args) => {
  const { status, out, err } = await runCommand(args(at('kept.jianbao')));
  expect([status, out, err]).toEqual([1, '', sentence('kept.jianbao')]);
  expect(listFiles()).toEqual(before);
});

needsMount('a window on it is refused by name too', async () => {
  const failed = startLoopback({ archive: at('kept.jianbao'), root: folder });
  await expect(failed).rejects.toThrow(/kept\.jianbao cannot be written to/);
  expect(listFiles()).toEqual(before);
});

needsMount.each([
  ['an archive', 'new.jianbao', (to: string) => ['import', join(real(), 'letters'), '-a', to]],
  ['an export', 'notes', (to: string) => ['export', '-a', join(real(), 'kept.jianbao'), '--to', to]],
])('%s that is to be made there is refused by name', async (_, name, args) => {
  const { status, err } = await runCommand(args(at(name)));
  expect([status, err]).toEqual([1, sentence(name)]);
  expect(listFiles()).toEqual(before);
});

needsMount('files of a read-only folder are imported', async () => {
  const { status, out } = await runCommand(['import', at('letters'), '-a', join(folder, 'new.jianbao'), '--json']);
  const told = out.trimEnd().split('\n');
  expect([status, told.map((line) => ImportOutput.parse(JSON.parse(line)).state)]).toEqual([
    0,
    ['imported', 'imported', 'imported'],
  ]);
});

needsMount(
  'an archive of a read-only disk is checked, and restored to another disk, without a trace of either',
  async () => {
    const ours = () => readdirSync(tmpdir()).filter((name) => name.startsWith('jianbao-copy-'));
    const copies = ours();
    const checked = await runCommand(['check', '-a', at('kept.jianbao'), '--json']);
    expect(CheckOutput.parse(JSON.parse(checked.out))).toMatchObject({
      ok: true,
      verified: { texts: 3, originals: 3 },
    });
    const restored = await runCommand(['restore', at('kept.jianbao'), '-a', join(folder, 'again.jianbao'), '--json']);
    expect(RestoreOutput.parse(JSON.parse(restored.out))).toMatchObject({ articles: 3 });
    expect(listFiles()).toEqual(before);
    expect(ours()).toEqual(copies);
  },
);
