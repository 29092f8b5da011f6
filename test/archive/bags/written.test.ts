import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { originalPath } from '#archive/store/originals.ts';
import { AnnotationCollection } from '#contract/web-annotations.ts';
import { archiveWithPlace, readFolder, writeBag } from './bag-folder.ts';
import { faultsOf } from './checklist.ts';
import { furnish } from './furnished.ts';

let full: Awaited<ReturnType<typeof archiveWithPlace>>;
let bag: string;
beforeAll(async () => {
  full = await archiveWithPlace();
  await furnish(full.here);
  await writeBag(full.here.client);
  bag = join(full.place, 'bag');
});
afterAll(() => full.close());

test('sha256sum finds every file as the manifests say, and the checklist of RFC 8493 nothing', () => {
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', manifest], { cwd: bag });
  expect(faultsOf(bag)).toEqual([]);
});

test('the checklist finds what is wrong', () => {
  const other = join(full.place, 'other');
  execFileSync('cp', ['-a', bag, other]);
  appendFileSync(join(other, 'data/events.jsonl'), '\n');
  writeFileSync(join(other, 'data/more.txt'), '');
  rmSync(join(other, 'data/annotations.jsonld'));
  expect(faultsOf(other).map((fault) => fault.replace(/ has.*| is.*| lies/, ''))).toEqual([
    '3 data/annotations.jsonld',
    '3 data/events.jsonl',
    '3 data/more.txt',
    '2.2.2 Payload-Oxum',
  ]);
  rmSync(other, { recursive: true });
});

test('it holds originals, texts, what was made of them, marks, descriptions and the journal, each for any program', () => {
  const content = readFolder(bag);
  const folders = new Set([...content.keys()].map((path) => path.replace(/[0-9a-f-]{36,}/g, '*')));
  expect([...folders].sort()).toEqual(
    [
      'bag-info.txt bagit.txt manifest-sha256.txt tagmanifest-sha256.txt',
      'data/annotations.jsonld data/clean/*.md data/derivation/*.json data/events.jsonl',
      'data/metadata/oai_dc/*.xml data/metadata/premis.xml data/raw/*.html data/raw/*.png data/raw/*.txt data/raw/*.xml',
      'data/records/after/article_page.jsonl data/records/after/article_part.jsonl data/records/after/page.jsonl',
      'data/records/after/saved_search.jsonl data/records/after/template.jsonl data/records/before/archive_fact.jsonl',
      'data/records/before/issue.jsonl',
      'data/records/before/publication.jsonl data/records/before/tag.jsonl data/records/sources/*.json',
    ]
      .join(' ')
      .split(' ')
      .sort(),
  );
  const marks = AnnotationCollection.parse(JSON.parse(String(content.get('data/annotations.jsonld'))));
  expect(marks.total).toBeGreaterThan(1);
  const clean = [...content].find(([path, bytes]) => path.startsWith('data/clean/') && bytes.includes('去年冬天'));
  expect(String(clean?.[1])).toMatch(/^---\ntitle: "汀溪渡口添了两艘电渡船"\njianbao_article: "[0-9a-f-]{36}"\n/);
});

test('a folder that is gone, or became a file, is said before anything is written', async () => {
  const { client } = full.here;
  rmSync(full.place, { recursive: true });
  await expect(writeBag(client)).rejects.toMatchObject({ code: 'NO_SUCH_PLACE' });
  writeFileSync(full.place, '');
  await expect(writeBag(client)).rejects.toMatchObject({ code: 'NO_SUCH_PLACE' });
  rmSync(full.place);
  mkdirSync(full.place);
});

test('an export that is stopped, or meets a damaged original, leaves nothing; a second bag gets a number', async () => {
  const { client, dir, archive } = full.here;
  const stop = new AbortController();
  const seen: string[] = [];
  const asked = { place: 'out' as never, title: 'bag', selection: { of: 'all' as const } };
  for await (const event of await client.bags.write(asked, { signal: stop.signal })) {
    seen.push(event.state);
    if (seen.length === 2) stop.abort();
  }
  expect(seen.at(-1)).toBe('progress');
  expect(readdirSync(full.place)).toEqual([]);

  await writeBag(client);
  await writeBag(client);
  expect(readdirSync(full.place)).toEqual(['bag', 'bag 2']);

  const sha256 = archive.context.reader.prepare('SELECT sha256 FROM source LIMIT 1').pluck().get() as string;
  appendFileSync(originalPath(dir, sha256), 'x');
  expect((await writeBag(client)).at(-1)).toEqual({ state: 'failed', name: 'bag 3', reason: 'damaged' });
  expect(readdirSync(full.place)).toEqual(['bag', 'bag 2']);
});
