import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BackupOutput, CheckOutput, ExportOutput, RestoreOutput, SearchOutput } from '#contract/commands.ts';
import { documentOf, store, type TemporaryArchive, temporaryArchive } from '../archive/temporary-archive.ts';
import { call } from './calls.ts';

let here: TemporaryArchive;
let folder: string;
beforeEach(async () => {
  here = await temporaryArchive();
  folder = mkdtempSync(join(tmpdir(), 'jianbao-cli-'));
  for (const [name, text] of [
    ['渡口', '渡口新添两艘渡船。'],
    ['茶厂', '茶厂夏天停工。'],
    ['渡船', '渡船每小时一班。'],
  ] as const)
    await store(
      here,
      documentOf([{ title: name, paragraphs: [text] }], {
        publication: '江城日报',
        date: { edtf: '2023-10-18', printed: null, inferred: false },
      }),
      `${name}.txt`,
    );
});
afterEach(async () => {
  await here.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('search', () => {
  test('prints what was found, with hits that are positions in the body', async () => {
    const { status, out, err } = await call(['search', '渡船', '-a', here.dir, '--json']);
    expect([status, err]).toEqual([0, '']);
    const found = SearchOutput.parse(JSON.parse(out));
    expect(out.startsWith('{"schema":"jianbao.search/1",')).toBe(true);
    expect(found).toMatchObject({ query: '渡船', total: 2 });
    expect(found.items[0]).toMatchObject({
      title: '渡船',
      publication: '江城日报',
      date: '2023-10-18',
      source: '渡船.txt',
    });
    for (const item of found.items) {
      const { body } = await here.client.articles.get({ id: item.id });
      expect(item.hits.map(({ start, end }) => body.slice(start, end))).toEqual(item.hits.map(() => '渡船'));
      expect(item.hits.length).toBeGreaterThan(0);
    }
  });

  test('a file of queries gets one answer a line, in its order, an empty line included', async () => {
    writeFileSync(join(folder, 'queries'), '\ufeff茶厂\r\n\n没有这个词\n渡船\n-渡船\n');
    const { status, out, err } = await call(['search', '-f', 'queries', '-a', here.dir, '--json'], { folder });
    const answers = out.split('\n').map((line) => SearchOutput.parse(JSON.parse(line)));
    expect(status).toBe(0);
    expect(answers.map(({ query, total }) => [query, total])).toEqual([
      ['茶厂', 1],
      ['', 0],
      ['没有这个词', 0],
      ['渡船', 2],
      ['-渡船', 0],
    ]);
    expect(err).toBe('5: -渡船: there are only exclusions');
  });

  test('a limit cuts the items and not the total', async () => {
    const { out } = await call(['search', '渡船', '-a', here.dir, '--json', '-n', '1']);
    const { total, items } = SearchOutput.parse(JSON.parse(out));
    expect([total, items.length]).toEqual([2, 1]);
    const none = SearchOutput.parse(
      JSON.parse((await call(['search', '渡船', '-a', here.dir, '--json', '-n', '0'])).out),
    );
    expect([none.total, none.items.length]).toEqual([2, 0]);
  });

  test('for people: title, where it stands, the words around it', async () => {
    const { out } = await call(['search', '停工', '-a', here.dir], { language: 'zh' });
    const [article] = (await here.client.search.query({ text: '停工' })).items;
    expect(out).toBe(
      `茶厂\n    江城日报 · 2023-10-18 · 茶厂.txt\n    茶厂 茶厂夏天【停工】。\n    ${article?.article.id}\n共 1 篇`,
    );
  });

  test('what is wrong with a query is told on standard error, and the rest is answered', async () => {
    const { status, out, err } = await call(['search', '-a', here.dir, '--json', '--', '渡船', 'from:someday']);
    expect(status).toBe(0);
    expect(SearchOutput.parse(JSON.parse(out)).total).toBe(2);
    expect(err).toContain('this is not a date');
  });
});

describe('export', () => {
  test('writes everything, and a second run nothing', async () => {
    const args = ['export', '-a', here.dir, '--to', 'vault', '--json'];
    const first = ExportOutput.parse(JSON.parse((await call(args, { folder })).out));
    expect(first).toMatchObject({ written: 3, unchanged: 0, failed: 0 });
    expect(first.files.map(({ path }) => existsSync(join(folder, 'vault', path)))).toEqual([true, true, true]);
    expect(ExportOutput.parse(JSON.parse((await call(args, { folder })).out))).toMatchObject({
      written: 0,
      unchanged: 3,
    });
  });

  test('what a search finds, or chosen articles', async () => {
    await call(['export', '-a', here.dir, '--to', 'found', '--query', '停工'], { folder });
    expect(readdirSync(join(folder, 'found/江城日报/2023'))).toEqual(['2023-10-18 茶厂.md']);
    const [id = ''] = await here.client.search.ids({ text: '每小时' });
    await call(['export', '-a', here.dir, '--to', 'one', '--article', id], { folder });
    expect(readdirSync(join(folder, 'one/江城日报/2023'))).toEqual(['2023-10-18 渡船.md']);
  });

  test('for another reader of notes, and so again without saying it', async () => {
    await call(['export', '-a', here.dir, '--to', 'graph', '--profile', 'logseq'], { folder });
    const path = join(folder, 'graph/pages/2023-10-18 茶厂.md');
    expect(readFileSync(path, 'utf8')).toMatch(/^title:: 2023-10-18 茶厂\n/);
    const { out } = await call(['export', '-a', here.dir, '--to', 'graph'], { folder });
    expect(out).toContain('0 written, 3 unchanged');
    expect(await call(['export', '-a', here.dir, '--as', 'csv', '--profile', 'logseq'], { folder })).toMatchObject({
      status: 2,
    });
  });

  test('what is wrong with the query is told, and the rest of it is looked for', async () => {
    const { status, err } = await call(['export', '-a', here.dir, '--to', 'some', '--query', '停工 from:someday'], {
      folder,
    });
    expect([status, err]).toEqual([0, 'from:someday: this is not a date']);
    expect(readdirSync(join(folder, 'some/江城日报/2023'))).toEqual(['2023-10-18 茶厂.md']);
  });

  test('a dry run names the files and writes none', async () => {
    mkdirSync(join(folder, 'vault'));
    for (const to of ['vault', 'not/there']) {
      const { status, out } = await call(['export', '-a', here.dir, '--to', to, '--dry-run'], { folder });
      expect(status).toBe(0);
      expect(out).toContain('written  江城日报/2023/2023-10-18 茶厂.md');
      expect(out).toContain('3 to write, 0 unchanged');
    }
    expect(readdirSync(folder, { recursive: true })).toEqual(['vault']);
  });

  test('a place that cannot be one is refused in a sentence', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await call(['export', '-a', here.dir, '--to', 'file'], { folder })).toMatchObject({
      status: 1,
      err: `jianbao: ${join(folder, 'file')} is a file, not a folder.`,
    });
    const before = readdirSync(here.dir);
    for (const to of [here.dir, join(here.dir, 'new/vault')])
      expect(await call(['export', '-a', here.dir, '--to', to])).toMatchObject({
        status: 1,
        err: `jianbao: ${to} lies in the archive itself. Choose a folder outside it.`,
      });
    expect(readdirSync(here.dir)).toEqual(before);
  });
});

describe('check, backup and restore', () => {
  test('a whole archive is verified, copied, made again and verified again', async () => {
    const checked = await call(['check', '-a', here.dir, '--json']);
    expect(checked.status).toBe(0);
    expect(CheckOutput.parse(JSON.parse(checked.out))).toMatchObject({
      ok: true,
      verified: { originals: 3, texts: 3 },
      failed: [],
    });
    const backup = BackupOutput.parse(
      JSON.parse((await call(['backup', '-a', here.dir, '--to', 'safe', '--json'], { folder })).out),
    );
    expect(backup.articles).toBe(3);
    const restored = await call(['restore', backup.path, '--archive', 'again', '--json'], { folder });
    expect(RestoreOutput.parse(JSON.parse(restored.out))).toEqual({
      schema: 'jianbao.restore/1',
      from: backup.path,
      articles: 3,
    });
    expect(await call(['check', '-a', 'again'], { folder })).toMatchObject({ status: 0, err: '' });
  });

  test('a text that rotted is named, with status 1', async () => {
    const [id] = await here.client.articles.ids({});
    here.archive.context.db.prepare('UPDATE article_text SET sha256 = ? WHERE id = ?').run('0'.repeat(64), id);
    const { status, out } = await call(['check', '-a', here.dir, '--json']);
    expect(status).toBe(1);
    expect(CheckOutput.parse(JSON.parse(out)).failed).toContainEqual(expect.objectContaining({ what: 'text', id }));
  });

  test.each([
    [
      'a newer archive',
      (db: Database.Database) => db.pragma('user_version = 99'),
      /^.*was made by a newer version of Jianbao\. Nothing was written\.$/,
    ],
    [
      'a text without its row of the index',
      (db: Database.Database) => db.exec('DELETE FROM article_index'),
      /^index row of [\w-]{36}: .*$/m,
    ],
  ])('%s is told in words', async (_, damage, sentence) => {
    cpSync(here.dir, join(folder, 'other'), { recursive: true });
    const db = new Database(join(folder, 'other/archive.sqlite'));
    damage(db);
    db.close();
    const { status, err } = await call(['check', '-a', 'other'], { folder });
    expect(status).toBe(1);
    expect(err).toMatch(sentence);
  });

  test.each([
    ['none', 'There is no folder'],
    ['.', 'is not a Jianbao archive'],
  ])('restoring from %s is refused, and nothing is made', async (from, sentence) => {
    const { status, err } = await call(['restore', from, '--to', 'again'], { folder });
    expect(status).toBe(1);
    expect(err).toContain(sentence);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a backup that holds what is not ours is refused by its own name, and nothing is made', async () => {
    const { path } = BackupOutput.parse(JSON.parse((await call(['backup', '-a', here.dir, '--json'])).out));
    const db = new Database(join(path, 'archive.sqlite'));
    db.exec('CREATE TABLE stranger (a)');
    db.close();
    expect(await call(['restore', path, '--to', 'again'], { folder })).toEqual({
      status: 1,
      out: '',
      err: `jianbao: ${path} holds tables that are not ours. Nothing was written.`,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a file is no folder to copy into, nor a place for an archive', async () => {
    writeFileSync(join(folder, 'file'), 'mine');
    const { path } = BackupOutput.parse(JSON.parse((await call(['backup', '-a', here.dir, '--json'])).out));
    for (const args of [
      ['backup', '-a', here.dir],
      ['restore', path],
    ])
      expect(await call([...args, '--to', 'file'], { folder })).toEqual({
        status: 1,
        out: '',
        err: `jianbao: ${join(folder, 'file')} is a file, not a folder.`,
      });
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('mine');
  });

  test('an archive that is there is never written over', async () => {
    const { path } = BackupOutput.parse(JSON.parse((await call(['backup', '-a', here.dir, '--json'])).out));
    const { status, err } = await call(['restore', path, '--to', here.dir]);
    expect([status, err]).toEqual([1, `jianbao: ${here.dir} is there already and is not empty. Nothing was written.`]);
  });
});
