import type { BagReason } from '#contract/bags.ts';

/** A file of a bag that has arrived, wherever its bytes are kept. */
export interface BagFile {
  readonly bytes: number;
  readonly sha256: string;
  read(): Promise<Buffer>;
}

/** By their path inside the bag, with `/` between folders. */
export type BagFiles<File extends BagFile = BagFile> = ReadonlyMap<string, File>;

export class BagError extends Error {
  readonly reason: BagReason;
  /** The file that it is about; empty for the bag. */
  readonly path: string;
  constructor(reason: BagReason, path = '', options?: ErrorOptions) {
    super(`${reason}: ${path}`, options);
    this.name = 'BagError';
    this.reason = reason;
    this.path = path;
  }
}

/**
 * Whether a bag is complete and valid as RFC 8493 has it: its version, every path, every sum, no file too many or too
 * few. Returns what its bag-info says, in lower case labels.
 * @throws BagError for the first thing that is wrong
 */
export async function checkBag(files: BagFiles): Promise<ReadonlyMap<string, string>> {
  await checkDeclaration(files);
  if (((await textOf(files, 'fetch.txt')) ?? '').trim() !== '') throw new BagError('incomplete', 'fetch.txt');
  const listed = await readManifest(files, 'manifest-sha256.txt');
  if (!listed) throw new BagError('no_sha256', 'manifest-sha256.txt');
  for (const [path, sha256] of listed) {
    if (!path.startsWith('data/')) throw new BagError('path_outside', path);
    compare(files, path, sha256);
  }
  for (const path of files.keys())
    if (path.startsWith('data/') && !listed.has(path)) throw new BagError('extra_file', path);
  for (const [path, sha256] of (await readManifest(files, 'tagmanifest-sha256.txt')) ?? [])
    compare(files, path, sha256);
  const info = readInfo((await textOf(files, 'bag-info.txt')) ?? '');
  const oxum = info.get('payload-oxum');
  if (oxum !== undefined) {
    const bytes = [...listed.keys()].reduce((sum, path) => sum + (files.get(path)?.bytes ?? 0), 0);
    if (oxum !== `${bytes}.${listed.size}`) throw new BagError('wrong_oxum', 'bag-info.txt');
  }
  return info;
}

async function checkDeclaration(files: BagFiles): Promise<void> {
  const text = await textOf(files, 'bagit.txt');
  if (text === undefined) throw new BagError('not_a_bag', 'bagit.txt');
  const [, version, encoding] =
    /^BagIt-Version: (\d+\.\d+)\nTag-File-Character-Encoding: ([\w.-]+)\s*$/.exec(text.replace(/\r\n?/g, '\n')) ?? [];
  if (version === undefined) throw new BagError('not_a_bag', 'bagit.txt');
  if (version !== '1.0' || encoding?.toUpperCase() !== 'UTF-8') throw new BagError('wrong_version', 'bagit.txt');
}

function compare(files: BagFiles, path: string, sha256: string): void {
  const file = files.get(path);
  if (!file) throw new BagError('missing_file', path);
  if (file.sha256 !== sha256) throw new BagError('wrong_sum', path);
}

/** Undefined where there is none. A path that leads out of the bag is refused before it is looked at. */
async function readManifest(files: BagFiles, name: string): Promise<Map<string, string> | undefined> {
  const text = await textOf(files, name);
  if (text === undefined) return undefined;
  const listed = new Map<string, string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === '') continue;
    const [, sum, written] = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line) ?? [];
    if (sum === undefined || written === undefined) throw new BagError('broken_manifest', name);
    const path = written.replace(/^\.\//, '').replace(/%(0A|0D|25)/gi, (code) => decodeURIComponent(code));
    if (!isInside(path)) throw new BagError('path_outside', path);
    if (listed.has(path)) throw new BagError('broken_manifest', name);
    listed.set(path, sum.toLowerCase());
  }
  return listed;
}

/** No root, no home, no drive, no way up, in the manner of any system. */
function isInside(path: string): boolean {
  if (/^[/\\~]|^[a-z]:|\\|\0/i.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** `Label: value`, a line that begins with a blank going on with the one before (RFC 8493, 2.2.2). */
function readInfo(text: string): Map<string, string> {
  const info = new Map<string, string>();
  for (const line of text.replace(/(\r\n|\r|\n)[ \t]+/g, ' ').split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) info.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return info;
}

async function textOf(files: BagFiles, path: string): Promise<string | undefined> {
  const bytes = await files.get(path)?.read();
  if (!bytes) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new BagError('broken_manifest', path, { cause: error });
  }
}
