import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importPaths } from '#archive/intake/folder.ts';
import { sourceReads } from '#archive/store/sources.ts';
import { eventsOf, fates, openTestArchive, type TestArchive } from './archive-folder.ts';

let archive: TestArchive;
let root: string;
beforeEach(async () => {
  archive = await openTestArchive();
  root = mkdtempSync(join(tmpdir(), 'jianbao-folder-'));
});
afterEach(async () => {
  await archive.close();
  rmSync(root, { recursive: true, force: true });
});

const at = (...parts: string[]) => join(root, ...parts);
const run = async (...paths: string[]) => {
  const batch = archive.importer.begin();
  await importPaths(archive.importer, batch, paths, undefined, archive.dir);
  return eventsOf(archive.importer, batch);
};
const isPosix = process.platform !== 'win32';

test('files and folders are walked in order of name, with their path from what was named', async () => {
  mkdirSync(at('in/deep'), { recursive: true });
  writeFileSync(at('in/b.txt'), '乙。');
  writeFileSync(at('in/deep/a.txt'), '甲。');
  writeFileSync(at('in/.DS_Store'), 'x');
  writeFileSync(at('single.txt'), '丙。');
  expect(fates(await run(at('in'), at('single.txt')))).toEqual({
    [at('in/b.txt')]: 'imported',
    [at('in/deep/a.txt')]: 'imported',
    [at('single.txt')]: 'imported',
  });
});

test.runIf(isPosix)(
  'links in circles, links that lead out, pipes, sockets and devices are refused without waiting for them',
  async () => {
    const outside = mkdtempSync(join(tmpdir(), 'jianbao-outside-'));
    writeFileSync(join(outside, 'secret.txt'), '外面的。');
    mkdirSync(at('in/deep'), { recursive: true });
    writeFileSync(at('in/a.txt'), '里面的。');
    symlinkSync(at('in'), at('in/deep/up'));
    symlinkSync(at('in/deep/self'), at('in/deep/self'));
    symlinkSync(outside, at('in/out'));
    symlinkSync(join(outside, 'secret.txt'), at('in/out.txt'));
    symlinkSync(at('nowhere'), at('in/broken'));
    symlinkSync('/dev/zero', at('in/zero'));
    execFileSync('mkfifo', [at('in/pipe')]);
    const server = createServer().listen(at('in/socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      expect(fates(await run(at('in'), '/dev/null', at('in/pipe')))).toEqual({
        [at('in/a.txt')]: 'imported',
        [at('in/deep/up')]: 'link_loop',
        [at('in/deep/self')]: 'link_loop',
        [at('in/out')]: 'link_not_followed',
        [at('in/out.txt')]: 'link_not_followed',
        [at('in/broken')]: 'vanished',
        [at('in/zero')]: 'not_a_file',
        [at('in/pipe')]: 'not_a_file',
        [at('in/socket')]: 'not_a_file',
        '/dev/null': 'not_a_file',
      });
      expect(sourceReads(archive.reader).count()).toBe(1);
    } finally {
      server.close();
      rmSync(outside, { recursive: true, force: true });
    }
  },
);

test('what does not exist is named, and the rest goes on', async () => {
  writeFileSync(at('a.txt'), '甲。');
  expect(fates(await run(at('nowhere.txt'), at('a.txt')))).toEqual({
    [at('nowhere.txt')]: 'vanished',
    [at('a.txt')]: 'imported',
  });
});

test.runIf(isPosix)('a file that cannot be read is named', async () => {
  writeFileSync(at('a.txt'), '甲。');
  chmodSync(at('a.txt'), 0o000);
  chmodSync(root, 0o755);
  // Root may read everything: it becomes nobody for as long as the walk takes.
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  const batch = archive.importer.begin();
  await importPaths(archive.importer, batch, [at('a.txt')]).finally(() => isRoot && process.seteuid?.(0));
  expect(fates(await eventsOf(archive.importer, batch))).toEqual({ [at('a.txt')]: 'unreadable' });
});

test('a file that vanishes or changes while it is read is named, and nothing of it stays', async () => {
  const text = '镇里的新路通车了。\n'.repeat(45_000);
  for (const name of ['vanishes.txt', 'shrinks.txt', 'grows.txt', 'stays.txt'])
    writeFileSync(at(name), `${name}\n${text}`);
  const batch = archive.importer.begin();
  let pieces = 0;
  const disturbed = {
    ...archive.importer,
    async receive(...[place, piece]: Parameters<typeof archive.importer.receive>) {
      const received = await archive.importer.receive(place, piece);
      if (place.offset === 0) {
        pieces += 1;
        if (place.path === at('shrinks.txt')) writeFileSync(at('shrinks.txt'), 'kurz');
        if (place.path === at('grows.txt')) writeFileSync(at('grows.txt'), 'noch mehr', { flag: 'a' });
      }
      return received;
    },
  };
  const importing = importPaths(disturbed, batch, [
    at('shrinks.txt'),
    at('grows.txt'),
    at('stays.txt'),
    at('vanishes.txt'),
  ]);
  rmSync(at('vanishes.txt'));
  await importing;
  expect(pieces).toBe(3);
  expect(fates(await eventsOf(archive.importer, batch))).toEqual({
    [at('vanishes.txt')]: 'vanished',
    [at('shrinks.txt')]: 'changed_while_read',
    [at('grows.txt')]: 'changed_while_read',
    [at('stays.txt')]: 'imported',
  });
});

test.runIf(process.platform === 'linux')(
  'a name in GBK bytes is opened by its bytes and shown in its characters',
  async () => {
    mkdirSync(at('in'));
    const name = Buffer.concat([
      Buffer.from(`${at('in')}/`),
      Buffer.from([0xd0, 0xc2, 0xc2, 0xb7]),
      Buffer.from('.txt'),
    ]);
    writeFileSync(name, '甲。');
    expect(fates(await run(at('in')))).toEqual({ [at('in/新路.txt')]: 'imported' });
  },
);

test('the archive itself is left out of a folder that holds it', async () => {
  const { dir } = archive;
  writeFileSync(join(dir, '..', 'a.txt'), '甲。');
  expect(Object.values(fates(await run(join(dir, '..'))))).toEqual(['imported']);
});

test('sixty folders in each other are walked, and far deeper ones are taken for a loop', async () => {
  const deep = Array.from({ length: 60 }, () => 'd').join('/');
  mkdirSync(at(deep), { recursive: true });
  writeFileSync(at(deep, 'a.txt'), '甲。');
  mkdirSync(at(deep, 'd/d/d/d/d/d'), { recursive: true });
  expect(Object.values(fates(await run(at('d')))).sort()).toEqual(['imported', 'link_loop']);
});
