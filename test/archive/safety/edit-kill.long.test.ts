import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '#archive/archive.ts';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import type { ArticleId } from '#contract/ids.ts';
import {
  clientOf,
  documentOf,
  store,
  type TemporaryArchive,
  temporaryArchive,
  testOptions,
} from '../temporary-archive.ts';

/** At how many points of single edits the process is killed: a few here, a hundred with JIANBAO_FULL. */
const POINTS = process.env.JIANBAO_FULL === undefined ? 6 : 100;
const ARTICLES = 7;
const EDITS = fileURLToPath(new URL('./edit-until-killed.ts', import.meta.url));
const RAW = new URL('../../bench/raw-imports.mjs', import.meta.url).href;

let here: TemporaryArchive;
beforeAll(async () => {
  here = await temporaryArchive();
  for (let i = 0; i < ARTICLES; i += 1)
    await store(here, documentOf([{ title: `第${i}期`, paragraphs: ['渡口的消息。'] }]));
  await here.archive.close();
});
afterAll(async () => {
  here.archive = await openArchive(here.dir, testOptions());
  await here.close();
});

/** Lets it edit until it said so many lines and lived a little longer; returns what it said. */
async function editAndKill(begin: number, lines: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', RAW, EDITS, here.dir, String(begin)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece;
    // At another moment of an edit each time: between what was said and what is said next lie some twenty system calls.
    if (out.split('\n').length > lines) setTimeout(() => child.kill('SIGKILL'), (lines * 7) % 23);
  });
  await once(child, 'close');
  return out.split('\n').slice(0, -1);
}

test('after a kill in the middle of an edit every edit that was said is found, and the index agrees with the texts', {
  timeout: 60_000 * POINTS,
}, async () => {
  const notes = new Map<string, string>();
  let said = 0;
  for (let point = 0; point < POINTS; point += 1) {
    const lines = await editAndKill(said, 3 + ((5 * point) % 11));
    expect(lines.length).toBeGreaterThan(2);
    for (const [what, id = '', word = ''] of lines.map((line) => line.split(' ')))
      if (what === 'note') notes.set(id, word);
    said += lines.length;
    const archive = await openArchive(here.dir, testOptions());
    const client = clientOf(archive);
    const lastSaid = lines.at(-1)?.split(' ') ?? [];
    for (const [id, word] of notes) {
      const found = await client.search.ids({ text: `note:${word}` });
      const { note } = await client.articles.get({ id: id as ArticleId });
      // The edit after the last one said may have been done as well: then its word is found instead, or the article is in the trash.
      const isNext = id !== lastSaid[1] && !note.includes(word);
      if (isNext) expect(await client.search.ids({ text: `note:${/watchword\d+/.exec(note)?.[0]}` })).toEqual([id]);
      else
        expect(found, `${point} ${word}`).toEqual(
          (await client.articles.get({ id: id as ArticleId })).deletedAt ? [] : [id],
        );
      if (isNext) notes.set(id, /watchword\d+/.exec(note)?.[0] ?? '');
    }
    const { items } = await client.articles.list({ filter: { trash: true } });
    if (items.length > 0) await client.articles.restore({ ids: items.map((item) => item.id) });
    // Tags, days and kinds are answered from memory: it was read anew, and says what the tables say.
    const facets = await client.search.facets({ text: '渡口' });
    expect(facets.total).toBe(ARTICLES);
    const tagged = await client.tags.list();
    expect(
      facets.tags
        .filter(({ value }) => value.includes('/'))
        .map(({ value, count }) => `${value} ${count}`)
        .sort(),
    ).toEqual(tagged.flatMap(({ path, articles }) => (articles > 0 ? [`${path} ${articles}`] : [])).sort());
    await archive.close();
    expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: true, verified: { indexRows: ARTICLES } });
  }
});
