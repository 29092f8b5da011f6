import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportVault } from '#archive/export/vault.ts';
import type { BatchId } from '#contract/ids.ts';
import { type TemporaryArchive, temporaryArchive } from './temporary-archive.ts';

let folder: string;
let here: TemporaryArchive;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-printed-'));
  const day = join(folder, 'chosen/霁川日报/2024/0318');
  mkdirSync(day, { recursive: true });
  copyFileSync('resources/samples/jichuan-daily-2024-03-18-p3.txt', join(day, '03.txt'));
  writeFileSync(
    join(folder, 'chosen', '札记.txt'),
    '渡口札记\n昨日，渡口新添两艘渡船，可载四十人，从清晨六点开到夜里十点。\n',
  );
  here = await temporaryArchive({ samplesDir: join(folder, 'chosen') });
  const { batch } = await here.client.archive.importSamples();
  for await (const event of await here.client.intake.events({ batch: batch as BatchId }))
    if (event.state === 'finished') expect(event).toMatchObject({ imported: 2, refused: 0 });
});
afterEach(async () => {
  await here.close();
  rmSync(folder, { recursive: true, force: true });
});

test('every article of a page knows paper, day and page, and so does the issue; the desk takes nothing of it away', async () => {
  const { items } = await here.client.articles.list({ filter: { publication: '霁川日报' } });
  expect(items.length).toBeGreaterThan(3);
  for (const { date, page, desk } of items)
    expect({ date, page, desk }).toEqual({
      date: { edtf: '2024-03-18', printed: null, inferred: true },
      page: '3',
      desk: 'separated',
    });
  const rows = here.archive.context.db
    .prepare(
      `SELECT i.date_edtf AS day, p.label, count(*) AS articles FROM article_page l JOIN page p ON p.id = l.page_id
       JOIN issue i ON i.id = p.issue_id GROUP BY p.id`,
    )
    .all();
  expect(rows).toEqual([{ day: '2024-03-18', label: '3', articles: items.length }]);
  const first = await here.client.articles.get({ id: items[0]?.id as never });
  expect(first).toMatchObject({ publication: '霁川日报', page: '3', section: null });
});

test('its files stand under paper and year, with day and page in their names and in their front matter', async () => {
  const vault = join(folder, 'vault');
  mkdirSync(vault);
  const ids = await here.client.articles.ids({});
  for await (const event of exportVault({ db: here.archive.context.reader, dir: vault, ids, correctionsOf: () => [] }))
    if (event.state === 'finished') expect(event).toMatchObject({ written: ids.length, failed: 0 });
  const files = readdirSync(join(vault, '霁川日报/2024'));
  expect(files.length).toBe(ids.length - 1);
  for (const name of files) {
    expect(name).toMatch(/^2024-03-18 3版 .+\.md$/);
    const text = readFileSync(join(vault, '霁川日报/2024', name), 'utf8');
    expect(text).toContain('published: 2024-03-18\n');
    expect(text).toContain('publication: "霁川日报"\npage: "3"\n');
  }
  expect(readdirSync(join(vault, '未署报名/日期不详'))).toEqual(['渡口札记.md']);
});
