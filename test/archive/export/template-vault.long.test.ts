import { describe, expect, test } from 'vitest';
import { STARTING_TEMPLATES } from '#archive/export/starting-templates.ts';
import { ExportProfile } from '#contract/vault.ts';
import { FILE, results, vaultForEach } from './vault-fixture.ts';

const vault = vaultForEach();
const template = (source: string) => ({ name: '卡片', source });
const KEPT = template(
  '# {{ title }}\n\n{% persist "想法" %}{% endpersist %}\n{%- for a in annotations %}\n\n> {{ a.annotatedText }}\n{%- endfor %}\n',
);

/** Of a file by a template, the body; of one by a profile, what stands between its regions' comments. */
function bodyOf(file: string): string {
  return file
    .replace(/^---\n[\s\S]*?\n---\n|^(?:[\w-]+:: .*\n)+/, '')
    .replace(/^[ \t]*(?:- )?(?:%%|<!--) (?:jianbao:)?(?:begin|end) .*$|^ {2}jianbao-region:: .*\n/gmu, '')
    .replace(/^(?:- )?## 我的笔记\n(?:\t- )?/m, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

describe.each(ExportProfile.options)('the template that begins with what %s writes', (profile) => {
  test('writes the same body', async () => {
    const article = await vault.addFerry();
    await vault.mark(article, '3~5艘渡船', { note: '*核对*过：\n\n1. 船号\n2. 日期', tags: ['核查/待核', '船'] });
    await vault.mark(article, '1978. 那年还没有桥。', { colour: 'question', note: '年份对吗？' });
    await vault.mark(article, '渡口', { kind: 'bookmark' });
    await vault.here.client.articles.setNote({ id: article, note: '全文\n\n- 读过' });
    await vault.run({ profile });
    const [{ path = '' } = {}] = results(await vault.run());
    const byProfile = vault.read(path);
    await vault.run({ profile, template: template(STARTING_TEMPLATES[profile]) });
    const byTemplate = vault.read(path);
    expect(byTemplate).not.toBe(byProfile);
    expect(bodyOf(byTemplate)).toBe(bodyOf(byProfile));
    expect(results(await vault.run())).toEqual([{ state: 'unchanged', path }]);
  });
});

test('the marks of Obsidian are written letter for letter, with their places and their ids', async () => {
  const article = await vault.addFerry();
  await vault.mark(article, '昨日，渡口新添3~5艘渡船。', { note: '待查。', tags: ['核查/待核'] });
  await vault.run({ profile: 'obsidian' });
  const region = /%% jianbao:begin highlights %%\n\n([\s\S]*?)\n\n%% jianbao:end/.exec(vault.read())?.[1] ?? 'none';
  await vault.run({ template: template(STARTING_TEMPLATES.obsidian) });
  expect(vault.read()).toContain(region);
});

describe('what a person writes in a file of a template', () => {
  test('stays where it is kept, byte for byte, and around it, while ours follows the archive', async () => {
    const article = await vault.addFerry();
    await vault.run({ template: KEPT });
    const words = '\n我  的想法 ==重要==\n\n\t- 一\n%% 不是标记 %%\n\n\n';
    vault.edit((text) => `${text.replace('%% begin 想法 %%\n', (line) => line + words)}\n在末尾的话\n`);
    await vault.run();
    const mine = vault.read();
    expect(mine).toContain(`%% begin 想法 %%\n${words}`);
    await vault.mark(article, '渡船');
    await vault.run();
    expect(vault.read()).toBe(
      mine
        .replace(/^updated: .*$/m, vault.read().match(/^updated: .*$/m)?.[0] ?? '')
        .replace('%% end 想法 %%\n', '%% end 想法 %%\n\n> 渡船\n'),
    );
    const before = vault.snapshot();
    expect(results(await vault.run())).toEqual([{ state: 'unchanged', path: FILE }]);
    expect(vault.snapshot()).toEqual(before);
  });

  test('outside of what is kept makes the body theirs: ours stands below it, once', async () => {
    const article = await vault.addFerry();
    await vault.run({ template: KEPT });
    vault.edit((text) =>
      text.replace('# 渡口', '# 我的渡口').replace('%% begin 想法 %%\n', '%% begin 想法 %%\n想到的\n'),
    );
    const mine = vault.read().slice(vault.read().indexOf('%% jianbao:begin template'));
    await vault.mark(article, '渡船');
    expect(results(await vault.run())).toEqual([{ state: 'kept', path: FILE }]);
    const both = vault.read();
    expect(both).toContain(mine.trimEnd());
    expect(both.match(/^> > 渡船$/gm)).toHaveLength(1);
    expect(both.match(/begin 想法/g)).toHaveLength(1);
    expect(results(await vault.run())).toEqual([{ state: 'kept', path: FILE }]);
    expect(vault.read()).toBe(both);
  });

  test('is not lost when the template has no place for it any more, or becomes another', async () => {
    await vault.addFerry();
    await vault.run({ template: KEPT });
    vault.edit((text) => text.replace('%% begin 想法 %%\n', '%% begin 想法 %%\n只此一处'));
    await vault.run({ template: template('{{ title }} 无处可留') });
    expect(vault.read()).toContain('无处可留');
    expect(vault.read()).toContain('只此一处');
    await vault.run({ profile: 'obsidian' });
    expect(vault.read()).toContain('只此一处');
    expect(vault.read()).toContain('%% jianbao:begin text %%');
    expect(vault.read()).not.toContain('无处可留');
    await vault.run({ template: KEPT });
    expect(vault.read()).toContain('只此一处');
  });

  test('in a file of a profile stays when another reader’s is chosen later', async () => {
    await vault.addFerry();
    await vault.run();
    vault.edit((text) => text.replace('%% begin notes %%\n', '%% begin notes %%\n只此一处\n'));
    // Looked at once more, it is as we left it, with the person's words in it.
    await vault.run();
    await vault.run({ profile: 'logseq' });
    expect(vault.read()).toContain('只此一处');
  });
});

test('what is new since the last export is added once below what is kept', async () => {
  const article = await vault.addFerry();
  const growing = template(
    '{% persist "annotations" %}{% set fresh = annotations | filterby("date", "dateafter", lastImportDate) %}{% if fresh.length > 0 %}### {{ importDate | format("YYYY-MM-DD") }}\n{% for a in fresh %}\n- {{ a.annotatedText }}\n{% endfor %}{% endif %}{% endpersist %}',
  );
  await vault.mark(article, '渡口');
  await vault.run({ template: growing });
  expect(vault.read().match(/^- .*/gm)?.slice(-1)).toEqual(['- 渡口']);
  vault.edit((text) => text.replace('- 渡口', '- 渡口，我改过'));
  await vault.run();
  await vault.mark(article, '邻县');
  await vault.run();
  const after = vault.read();
  expect(after.match(/^- (?:渡口|邻县).*/gm)).toEqual(['- 渡口，我改过', '- 邻县']);
  expect(after.match(/^### /gm)).toHaveLength(2);
  expect(results(await vault.run())).toEqual([{ state: 'unchanged', path: FILE }]);
  expect(vault.read()).toBe(after);
});

test('a template that writes the moment of the export writes nothing while nothing else changed', async () => {
  const article = await vault.addFerry();
  let at = Date.UTC(2026, 10, 21, 2, 30);
  const now = () => at;
  await vault.run({ template: template('{{ importDate }} {{ annotations.length }} {{ "now" | date: "%H" }}'), now });
  expect(vault.read()).toContain('2026-11-21T10:30:00 0');
  at += 3_600_000;
  expect(results(await vault.run({ now }))).toEqual([{ state: 'unchanged', path: FILE }]);
  await vault.mark(article, '渡船');
  await vault.run({ now });
  expect(vault.read()).toContain('2026-11-21T11:30:00 1');
});

test('where nothing changed no template is run; where something did, it is', async () => {
  const article = await vault.addFerry();
  await vault.run({ template: KEPT });
  let runs = 0;
  const runTemplate = (task: Parameters<typeof vault.here.archive.context.templates.run>[0]) => {
    runs += 1;
    return vault.here.archive.context.templates.run(task);
  };
  expect(results(await vault.run({ runTemplate }))).toEqual([{ state: 'unchanged', path: FILE }]);
  expect(runs).toBe(0);
  await vault.mark(article, '渡船');
  await vault.run({ runTemplate });
  expect(vault.read()).toContain('> 渡船');
  const after = runs;
  await vault.run({ runTemplate, template: template('{{ title }}，改过的模板') });
  expect(runs).toBeGreaterThan(after);
  expect(vault.read()).toContain('改过的模板');
});

test('what is confidential is not even there', async () => {
  const article = await vault.addFerry();
  await vault.mark(article, '渡船', { confidential: true, note: '秘密' });
  await vault.run({
    template: template('{{ annotations.length }} {% for a in annotations %}{{ a.comment }}{% endfor %}'),
  });
  expect(vault.read()).toContain('\n0 \n'.trimEnd());
  expect(vault.read()).not.toContain('秘密');
});

test('a template that fails in one article has written none, and says where', async () => {
  await vault.addFerry();
  const before = vault.snapshot();
  const source = '# {{ title }}\n\n{% if annotations %}\n{% for i in (1..99999999) %}{% endfor %}\n{% endif %}';
  await expect(vault.run({ template: template(source) })).rejects.toMatchObject({ code: 'TEMPLATE_FAULT', line: 4 });
  expect(vault.snapshot()).toEqual(before);
});

test('a folder goes on with the template it was begun with', async () => {
  const article = await vault.addFerry();
  await vault.run({ template: KEPT, profile: 'commonmark' });
  expect(vault.read()).toContain('<!-- begin 想法 -->');
  await vault.mark(article, '渡船');
  await vault.run();
  expect(vault.read()).toContain('> 渡船');
  await vault.run({ profile: 'commonmark' });
  expect(vault.read()).toContain('<!-- jianbao:begin text -->');
});
