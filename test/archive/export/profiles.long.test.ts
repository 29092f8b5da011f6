import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blockUuid } from '#archive/export/block-uuid.ts';
import { shortId } from '#archive/store/ids.ts';
import { ExportProfile } from '#contract/vault.ts';
import { results, vaultForEach } from './vault-fixture.ts';

const vault = vaultForEach();
const { addFerry, run, snapshot, mark } = vault;

/** The vault's one file. */
function only(): { readonly path: string; readonly text: string } {
  const paths = globSync('**/*.md', { cwd: vault.dir });
  if (paths.length !== 1) throw new Error(`there are ${paths.length} files`);
  const [path = ''] = paths;
  return { path, text: readFileSync(join(vault.dir, path), 'utf8') };
}

function edit(change: (text: string) => string): void {
  const { path, text } = only();
  if (change(text) === text) throw new Error('the edit changed nothing');
  writeFileSync(join(vault.dir, path), change(text));
}

describe.each(ExportProfile.options)('the files of %s', (profile) => {
  test('a second run writes nothing, one mark more changes one file, and what a person wrote stays', async () => {
    const id = await addFerry();
    await mark(id, '渡口', { note: '问过船长。' });
    await run({ profile });
    const before = snapshot();
    await run();
    expect(snapshot()).toEqual(before);

    edit((text) => `${text.trimEnd()}\n- 我写的话。\n`);
    const { text: edited } = only();
    expect(results(await run())).toMatchObject([{ state: 'unchanged' }]);
    expect(only().text).toBe(edited);
    const { shortId: block } = await mark(id, '邻县');
    expect(results(await run())).toMatchObject([{ state: 'written' }]);
    const { text } = only();
    expect(text).toContain(block);
    expect(text).toContain('\n- 我写的话。\n');
    // Nothing of what stood there is gone but the moment and the edition.
    const lines = new Set(text.split('\n'));
    expect(edited.split('\n').filter((line) => !lines.has(line) && !/^(?:updated|jianbao.rev):/.test(line))).toEqual(
      [],
    );
  });

  test('a file that was moved is found by its id, and in one whose words of ours were changed both are kept', async () => {
    const id = await addFerry();
    await run({ profile });
    const { path } = only();
    mkdirSync(join(vault.dir, '读过'));
    renameSync(join(vault.dir, path), join(vault.dir, '读过/渡船.md'));
    await mark(id, '邻县');
    expect(results(await run())).toEqual([{ state: 'written', path: '读过/渡船.md' }]);

    // Where it is a paragraph; the description above has it unescaped.
    edit((text) => text.replace('昨日，渡口新添3\\~', '前日，渡口新添3\\~'));
    const { text: edited } = only();
    await mark(id, '还没有桥');
    expect(results(await run())).toEqual([{ state: 'kept', path: '读过/渡船.md' }]);
    const { text: after } = only();
    // Theirs stands as it was, and ours below it; what else is ours follows the archive.
    expect(after).toContain('前日，渡口新添3\\~');
    expect(after).toMatch(/冲突[\s\S]*昨日，渡口新添3\\~/);
    expect(after).toContain('还没有桥');
    const gone = edited.split('\n').filter((line) => !after.includes(line) && !/^(?:updated|jianbao.rev):/.test(line));
    expect(gone).toEqual([]);
    const before = snapshot();
    expect(results(await run())).toEqual([{ state: 'kept', path: '读过/渡船.md' }]);
    expect(snapshot()).toEqual(before);
    // Theirs is ours again: nothing is left of the conflict.
    edit((text) => text.replace('前日，渡口', '昨日，渡口'));
    expect(results(await run())).toEqual([{ state: 'written', path: '读过/渡船.md' }]);
    expect(only().text).not.toContain('冲突');
  });

  test('a property that a person changed is theirs, and an article in the trash says so', async () => {
    const id = await addFerry();
    await run({ profile });
    const mine = profile === 'logseq' ? 'language:: 我的' : 'language: 我的';
    const theirs = profile === 'logseq' ? /language:: .*/ : /language: .*/;
    edit((text) => (text.includes('language') ? text.replace(theirs, mine) : text.replace(/\n/, `\n${mine}\n`)));
    await vault.here.client.articles.remove({ ids: [id] });
    expect(results(await run({ ids: [] }))).toMatchObject([{ state: 'written' }]);
    expect(only().text).toContain(`${mine}\n`);
    expect(only().text).toMatch(profile === 'logseq' ? /^jianbao-state:: deleted$/m : /^jianbao_state: "deleted"$/m);
  });

  test('only the marks, or only the text', async () => {
    const id = await addFerry();
    await run({ profile, amount: 'marks' });
    expect(globSync('**/*.md', { cwd: vault.dir })).toEqual([]);
    await mark(id, '渡口', { note: '问过船长。' });
    await run();
    expect(only().text).toContain('问过船长');
    expect(only().text).not.toContain('1978\\.');
    await run({ amount: 'text' });
    expect(only().text).not.toContain('问过船长');
    expect(only().text).toContain('1978\\. 那年还没有桥');
  });
});

test('files that nobody touched are written anew for another reader, one that was touched gets ours beside it', async () => {
  const id = await addFerry();
  await mark(id, '渡口');
  await run();
  const { path } = only();
  await run({ profile: 'logseq' });
  expect(only().path).toBe(`pages/${path.split('/').at(-1)}`);
  expect(only().text).toMatch(/^title:: /);
  edit((text) => `${text}- 我的\n`);
  expect(results(await run({ profile: 'readwise' }))).toMatchObject([{ state: 'kept' }]);
});

test('a highlight that is gone while a block of Logseq refers to it leaves a word in its place', async () => {
  const id = await addFerry();
  const { id: gone, shortId: block } = await mark(id, '渡口');
  await run({ profile: 'logseq' });
  expect(shortId(blockUuid(block))).toBe(block);
  expect(only().text).toContain(`  id:: ${blockUuid(block)}\n`);
  writeFileSync(join(vault.dir, 'pages/我的.md'), `- 见 ((${blockUuid(block)}))\n`);
  await vault.here.client.annotations.remove({ ids: [gone] });
  await run();
  const text = readFileSync(join(vault.dir, globSync('pages/2023*.md', { cwd: vault.dir })[0] ?? ''), 'utf8');
  expect(text).toContain(`\t- 这条高亮已在剪报中删除\n\t  id:: ${blockUuid(block)}`);
});

test('each profile shows a highlight in its own way', async () => {
  const id = await addFerry();
  await vault.here.client.tags.apply({ articles: [id], add: ['航运'] });
  const { shortId: block } = await mark(id, '3~5艘渡船', { note: '与公告不符。' });
  const shown: Record<string, string> = {};
  for (const profile of ExportProfile.options) {
    await run({ profile });
    const { text } = only();
    shown[profile] = text
      .slice(text.indexOf('\n', text.search(/## (?:高亮|Highlights)/)), text.search(/## 我的笔记/))
      .trim();
  }
  const link = `jianbao://${only().text.match(/jianbao:\/\/(\w+)/)?.[1]}/highlight/${block}`;
  expect(shown.obsidian).toContain(
    `> [!quote|fact] 事实 · ¶1\n> 3\\~5艘渡船\n>\n> **批注** 与公告不符。\n>\n> [在剪报中打开](${link})\n\n^jb-${block}`,
  );
  expect(shown.commonmark).toContain(
    `### <a id="jb-${block}"></a>事实 · ¶1\n\n> 3\\~5艘渡船\n\n与公告不符。\n\n[在剪报中打开](${link})`,
  );
  expect(shown.readwise).toContain(`- 3\\~5艘渡船 ([View Highlight](${link}))\n    - Note: 与公告不符。`);
  expect(shown.omnivore).toContain(`> 3\\~5艘渡船 [⤴️](${link}) ^jb-${block}\n\n与公告不符。`);
  expect(shown.logseq).toContain(
    `\t- > 3\\~5艘渡船\n\t  id:: ${blockUuid(block)}\n\t  hl-color:: yellow\n\t\t- 事实 · ¶1 · [在剪报中打开](${link})\n\t\t- 与公告不符。`,
  );
});
