import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExportEvent } from '#contract/exports.ts';
import type { ArticleId } from '#contract/ids.ts';
import { documentOf, store } from '../temporary-archive.ts';
import { FILE, results, vaultForEach } from './vault-fixture.ts';

const vault = vaultForEach();
const { addFerry, run, read, snapshot, mark, edit } = vault;

async function addFactory(): Promise<ArticleId> {
  const document = documentOf([{ title: '茶厂开了一日', paragraphs: ['清晨开门。'] }]);
  return (await store(vault.here, document)).articles[0] as ArticleId;
}

/** Its headline is corrected. */
async function rename(article: ArticleId, text: string): Promise<void> {
  const { title, revision } = await vault.here.client.articles.get({ id: article });
  const edits = [{ span: { start: 0, end: title.length }, was: title, text }];
  await vault.here.client.corrections.make({ article, revision, edits, why: '' });
}

/** What is told of a file beside its name. */
const kept = (events: readonly ExportEvent[]) =>
  events.flatMap((event) => (event.state === 'kept' ? [{ reason: event.reason, aside: event.aside }] : []));

test('where a person changed a region of ours theirs stays, ours stands below it, once, and it is said each time', async () => {
  await addFerry();
  await run();
  edit((text) => text.replace('\n昨日，', '\n前日，'));
  expect(kept(await run())).toEqual([{ reason: 'conflict', aside: undefined }]);
  const text = read();
  expect(text).toContain('\n前日，渡口新添');
  const [, below = ''] = text.split('%% jianbao:end text %%');
  expect(below).toMatch(
    /^\n\n%% jianbao:begin conflict-text %%\n\n> \[!warning\] 冲突 · .*\n> 本报记者 宋红敏\n>\n> 昨日，/,
  );
  const before = snapshot();
  expect(kept(await run())).toEqual([{ reason: 'conflict', aside: undefined }]);
  expect(snapshot()).toEqual(before);
});

test('what they take away of a conflict stays away until there is something new; what they agree to is gone', async () => {
  const id = await addFerry();
  await mark(id, '渡口新添');
  await run();
  const ours = read();
  edit((text) => text.replace('> 渡口新添\n', '> 渡口添了\n'));
  await run();
  edit((text) => text.replace(/\n\n%% jianbao:begin conflict[\s\S]*?conflict-highlights %%/, ''));
  const edited = read();
  await run();
  expect(read()).toBe(edited);
  // No block id twice: a link leads to one place.
  const { shortId } = await mark(id, '邻县');
  await run();
  expect(read()).toContain('> > 邻县');
  expect(read()).not.toContain(`^jb-${shortId}`);
  await vault.here.client.history.undo({});
  writeFileSync(join(vault.dir, FILE), read().replace('> 渡口添了\n', '> 渡口新添\n'));
  await run();
  expect(read().replace(/updated: .*/, '')).toBe(ours.replace(/updated: .*/, ''));
});

test('where they changed even what stands below, ours goes into a file beside theirs', async () => {
  const id = await addFerry();
  await vault.here.client.articles.setNote({ id, note: '甲' });
  await run();
  edit((text) => text.replace('\n> 甲', '\n> 乙'));
  await run();
  edit((text) => text.replace('> > 甲', '> > 丙'));
  const edited = read();
  await run();
  expect(read()).toBe(edited);
  await vault.here.client.articles.setNote({ id, note: '丁' });
  expect(kept(await run())).toEqual([{ reason: undefined, aside: FILE.replace('.md', ' (剪报 新版).md') }]);
  expect(read()).toBe(edited);
});

test('where they took our marks out, ours is put where it belongs, as a conflict', async () => {
  await addFerry();
  await run();
  edit((text) => text.replace('%% jianbao:begin text %%\n', ''));
  const edited = read();
  expect(kept(await run())).toEqual([{ reason: 'conflict', aside: undefined }]);
  for (const line of edited.split('\n')) expect(read()).toContain(line);
  const before = snapshot();
  await run();
  expect(snapshot()).toEqual(before);
});

test('without the manifest a conflict that stands there is known again', async () => {
  await addFerry();
  await run();
  edit((text) => text.replace('\n昨日，', '\n前日，'));
  await run();
  rmSync(join(vault.dir, '.jianbao'), { recursive: true });
  const before = read();
  expect(kept(await run())).toEqual([{ reason: 'conflict', aside: undefined }]);
  expect(read()).toBe(before);
});

test('a title that changes here renames the file, unless a person moved it', async () => {
  const id = await addFerry();
  const other = await addFactory();
  await run();
  mkdirSync(join(vault.dir, '读过'));
  renameSync(join(vault.dir, FILE), join(vault.dir, '读过/渡船.md'));
  await rename(id, '渡口又添一艘');
  await rename(other, '茶厂又开一日');
  await run();
  expect(existsSync(join(vault.dir, '读过/渡船.md'))).toBe(true);
  expect(existsSync(join(vault.dir, '未署报名/日期不详/茶厂又开一日.md'))).toBe(true);
  expect(existsSync(join(vault.dir, '未署报名/日期不详/茶厂开了一日.md'))).toBe(false);
});

test('a dry run tells what would be added, changed and kept as a conflict, and writes nothing', async () => {
  const id = await addFerry();
  await run();
  await addFactory();
  const before = snapshot();
  const told = async () =>
    (await run({ dryRun: true })).flatMap((event) => ('path' in event ? [{ ...event, article: 0 }] : []));
  const added = { state: 'written', path: '未署报名/日期不详/茶厂开了一日.md', isNew: true, article: 0 };
  expect(await told()).toContainEqual(added);
  await mark(id, '邻县');
  expect(await told()).toContainEqual({ state: 'written', path: FILE, article: 0 });
  edit((text) => text.replace('\n昨日，', '\n前日，'));
  expect(await told()).toContainEqual({ state: 'kept', reason: 'conflict', path: FILE, article: 0 });
  expect(results(await run({ dryRun: true }))).toHaveLength(2);
  expect(Object.keys(snapshot())).toEqual(Object.keys(before));
});

test('a highlight that is gone leaves a word for whoever points at it from anywhere in the vault, as long as they do', async () => {
  const id = await addFerry();
  const one = await mark(id, '渡口新添');
  await run();
  mkdirSync(join(vault.dir, '日记/十月'), { recursive: true });
  const note = join(vault.dir, '日记/十月/三日.md');
  writeFileSync(note, `见 [[${FILE}#^jb-${one.shortId}|那艘船]]`);
  await vault.here.client.annotations.remove({ ids: [one.id] });
  await run();
  expect(read()).toContain(`> [!failure] 这条高亮已在剪报中删除\n\n^jb-${one.shortId}`);
  rmSync(note);
  await run();
  expect(read()).not.toContain(one.shortId);
});
