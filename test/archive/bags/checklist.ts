import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Section of RFC 8493 and what a folder does against it: empty for a valid bag. Shares nothing with what writes bags. */
export function faultsOf(bag: string): string[] {
  const faults: string[] = [];
  const say = (section: string, fault: string) => faults.push(`${section} ${fault}`);
  const files = filesBelow(bag, '', (path) => say('2.1.2', `${path} is no ordinary file`));
  const text = (name: string) => readFileSync(join(bag, name)).toString('utf8');
  for (const needed of ['bagit.txt', 'manifest-sha256.txt'])
    if (!files.includes(needed)) say('2.1', `${needed} is missing`);
  if (faults.length > 0) return faults;
  if (!lstatSync(join(bag, 'data')).isDirectory()) say('2.1.2', 'no payload folder');
  const declaration = readFileSync(join(bag, 'bagit.txt'));
  if (declaration[0] === 0xef) say('2.1.1', 'a byte-order mark');
  if (declaration.toString('latin1') !== 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    say('2.1.1', 'bagit.txt is not the two lines');
  const payload = files.filter((path) => path.startsWith('data/'));
  const listed = manifestOf(text('manifest-sha256.txt'), (line) => say('2.4', `a line that is none: ${line}`));
  for (const [path, sum] of listed) {
    if (!payload.includes(path)) say('3', `${path} is listed and missing`);
    else if (sumOf(join(bag, path)) !== sum) say('3', `${path} has another sum`);
  }
  for (const path of payload) if (!listed.has(path)) say('3', `${path} is in no manifest`);
  if (new Set([...listed.keys()].map((path) => path.normalize('NFC').toLowerCase())).size !== listed.size)
    say('5.2', 'two paths differ by case or composition alone');
  const tags = manifestOf(text('tagmanifest-sha256.txt'), (line) => say('2.4', `a line that is none: ${line}`));
  for (const path of files.filter((each) => !payload.includes(each) && !each.startsWith('tagmanifest-')))
    if (tags.get(path) !== sumOf(join(bag, path))) say('2.2.1', `${path} is not as its tag manifest says`);
  for (const path of tags.keys()) if (!files.includes(path)) say('2.2.1', `${path} is missing`);
  const info = text('bag-info.txt');
  if (!/^(?:[^\s:][^:\n]*: [^\n]+\n)+$/.test(info)) say('2.2.2', 'bag-info.txt has a line without a label');
  const bytes = payload.reduce((sum, path) => sum + lstatSync(join(bag, path)).size, 0);
  if (!info.includes(`\nPayload-Oxum: ${bytes}.${payload.length}\n`)) say('2.2.2', 'Payload-Oxum lies');
  if (!/^Bagging-Date: \d{4}-\d\d-\d\d$/m.test(info)) say('2.2.2', 'Bagging-Date is no day');
  return faults;
}

function filesBelow(bag: string, under: string, refuse: (path: string) => void): string[] {
  return readdirSync(join(bag, under)).flatMap((name) => {
    const path = under === '' ? name : `${under}/${name}`;
    const found = lstatSync(join(bag, path));
    if (found.isDirectory()) return filesBelow(bag, path, refuse);
    if (!found.isFile()) refuse(path);
    return [path];
  });
}

function manifestOf(text: string, refuse: (line: string) => void): Map<string, string> {
  const listed = new Map<string, string>();
  if (!text.endsWith('\n')) refuse('the last');
  for (const line of text.split('\n').slice(0, -1)) {
    const [, sum, path] = /^([0-9a-f]{64}) {2}([^/\\~*][^\r\n]*)$/.exec(line) ?? [];
    if (sum === undefined || path === undefined || path.split('/').includes('..') || listed.has(path)) refuse(line);
    else listed.set(path, sum);
  }
  return listed;
}

function sumOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
