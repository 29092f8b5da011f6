import { beginFolder, type FileWriter } from './new-folder.ts';

/** How a bag says that it is one (RFC 8493, 2.1.1). */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export type BagWriter = Awaited<ReturnType<typeof beginBag>>;

/** A BagIt 1.0 bag (RFC 8493) in a folder: there with its name when it is whole. */
export async function beginBag(folder: string, name: string) {
  const files = await beginFolder(folder);
  const manifest = await files.begin('manifest-sha256.txt');
  const tags: string[] = [];
  let [bytes, count] = [0, 0];

  async function list(path: string, { sha256, bytes: size }: { sha256: string; bytes: number }): Promise<void> {
    bytes += size;
    count += 1;
    await manifest.add(`${sha256}  ${encodePath(path)}\n`);
  }

  async function writeTag(path: string, text: string): Promise<void> {
    tags.push(`${(await files.add(path, text)).sha256}  ${path}\n`);
  }

  return {
    async begin(path: string): Promise<{ add: FileWriter['add']; end(): Promise<void> }> {
      const file = await files.begin(path);
      return { add: file.add, end: async () => list(path, await file.end()) };
    },
    async add(path: string, text: string): Promise<void> {
      await list(path, await files.add(path, text));
    },
    /** Returns false where the bytes are not the ones with this hash: the bag is no good then. */
    async copy(path: string, from: string, sha256: string): Promise<boolean> {
      const copied = await files.copy(path, from);
      await list(path, copied);
      return copied.sha256 === sha256;
    },
    /** Writes what a bag says of itself, and gives it its name. */
    async keep(info: readonly (readonly [label: string, value: string])[]): Promise<{ files: number; bytes: number }> {
      await writeTag('bagit.txt', BAG_DECLARATION);
      const oxum = ['Payload-Oxum', `${bytes}.${count}`] as const;
      await writeTag('bag-info.txt', [...info, oxum].map(([label, value]) => `${label}: ${oneLine(value)}\n`).join(''));
      tags.push(`${(await manifest.end()).sha256}  manifest-sha256.txt\n`);
      await files.add('tagmanifest-sha256.txt', tags.join(''));
      await files.keep(name);
      return { files: count, bytes };
    },
    drop: files.drop,
  };
}

/** Line ends, and the sign that says so, are written by their number (RFC 8493, 2.1.3). */
function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
