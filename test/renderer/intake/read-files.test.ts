import { expect, test } from 'vitest';
import { readAhead, walkEntries, withOwnPaths } from '../../../renderer/src/features/intake/read-files.ts';

/** Entries as Chromium hands them out: children in portions of at most 100, errors through the second callback. */
function file(fullPath: string, failure?: string): FileSystemEntry {
  return {
    name: fullPath.split('/').at(-1),
    fullPath,
    isDirectory: false,
    file: (done: (file: File) => void, failed: (error: unknown) => void) =>
      failure ? failed(new DOMException('', failure)) : done(new File(['一'], 'x')),
  } as unknown as FileSystemEntry;
}

function folder(fullPath: string, children: () => FileSystemEntry[]): FileSystemEntry {
  return {
    name: fullPath.split('/').at(-1),
    fullPath,
    isDirectory: true,
    createReader: () => {
      const rest = children();
      return { readEntries: (done: (some: FileSystemEntry[]) => void) => done(rest.splice(0, 100)) };
    },
  } as unknown as FileSystemEntry;
}

async function walk(...entries: FileSystemEntry[]): Promise<string[]> {
  const found: string[] = [];
  for await (const item of walkEntries(entries))
    found.push('reason' in item ? `${item.path}: ${item.reason}` : item.path);
  return found;
}

test('a folder gives its files with their path inside it, in order of name', async () => {
  const paper = folder('/2024', () => [
    file('/2024/2.txt'),
    folder('/2024/01', () => [file('/2024/01/a.txt')]),
    file('/2024/1.txt'),
  ]);
  expect(await walk(paper)).toEqual(['2024/01/a.txt', '2024/1.txt', '2024/2.txt']);
});

test('a folder of 250 files is read to its end', async () => {
  const many = Array.from({ length: 250 }, (_, index) => file(`/f/${String(index).padStart(3, '0')}.txt`));
  expect(await walk(folder('/f', () => [...many]))).toHaveLength(250);
});

test('a file that is gone and one that may not be read are named, and the others come', async () => {
  const mixed = folder('/f', () => [
    file('/f/a.txt', 'NotFoundError'),
    file('/f/b.txt', 'NotReadableError'),
    file('/f/c.txt'),
  ]);
  expect(await walk(mixed)).toEqual(['f/a.txt: vanished', 'f/b.txt: unreadable', 'f/c.txt']);
});

test('a loop of links ends and is named', async () => {
  const loop = (path: string): FileSystemEntry => folder(path, () => [loop(`${path}/again`)]);
  const found = await walk(loop('/loop'));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/: link_loop$/u);
});

test('what a system keeps in folders for itself is left out', async () => {
  expect(await walk(folder('/f', () => [file('/f/.DS_Store'), file('/f/._a.txt'), file('/f/Thumbs.db')]))).toEqual([]);
});

test.each([
  [
    ['a.txt', 'b.txt'],
    ['a.txt', 'b.txt'],
  ],
  [
    ['n/a.txt', 'n/a.txt', 'n/a.txt'],
    ['n/a.txt', 'n/a (2).txt', 'n/a (3).txt'],
  ],
  [
    ['a (2).txt', 'a.txt', 'a.txt'],
    ['a (2).txt', 'a.txt', 'a (3).txt'],
  ],
  [
    ['v1.0/a', 'v1.0/a'],
    ['v1.0/a', 'v1.0/a (2)'],
  ],
  [
    ['p.xml', 'p.png', 'p.xml', 'p.png'],
    ['p.xml', 'p.png', 'p (2).xml', 'p (2).png'],
  ],
])('%j are sent as %j', async (paths, sent) => {
  async function* items() {
    for (const path of paths) yield { path };
  }
  const own: string[] = [];
  for await (const { path } of withOwnPaths(items())) own.push(path);
  expect(own).toEqual(sent);
});

test('how many there are is known while the first is still on its way; all come, in their order', async () => {
  async function* walkThousand() {
    for (let number = 0; number < 1_000; number += 1) {
      await null;
      yield number;
    }
  }
  let known = 0;
  const items = readAhead(walkThousand(), new AbortController().signal, (found) => {
    known = found;
  });
  const first = await items.next();
  await expect.poll(() => known).toBe(1_000);
  const rest: number[] = [];
  for await (const item of items) rest.push(item);
  expect([first.value, ...rest]).toEqual(Array.from({ length: 1_000 }, (_, number) => number));
});

test('a walk that fails hands on what it found and then says so; one that is stopped looks no further', async () => {
  async function* fail() {
    yield 'a';
    throw new Error('the disk is gone');
  }
  const broken = readAhead(fail(), new AbortController().signal, () => undefined);
  expect((await broken.next()).value).toBe('a');
  await expect(broken.next()).rejects.toThrow('the disk is gone');

  const stop = new AbortController();
  let looked = 0;
  async function* forever() {
    for (;;) {
      await null;
      looked += 1;
      if (looked === 50) stop.abort();
      yield looked;
    }
  }
  let handed = 0;
  for await (const _ of readAhead(forever(), stop.signal, () => undefined)) handed += 1;
  expect([looked, handed]).toEqual([50, 49]);
});
