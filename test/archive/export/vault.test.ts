import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shortId } from '#archive/store/ids.ts';
import { documentOf, store } from '../temporary-archive.ts';
import { FILE, results, timeInShanghai, vaultForEach } from './vault-fixture.ts';

const vault = vaultForEach();
const { addFerry, run, read, snapshot, mark } = vault;

test('an article becomes a file with front matter, heading, text, highlights and a place for notes', async () => {
  const id = await addFerry();
  await vault.here.client.tags.apply({ articles: [id], add: ['就业/城镇 新增', '1978'] });
  const first = await mark(id, '新添3~5艘', { note: '与**公报**不一致。' });
  await vault.here.client.annotations.update({ id: first.id, tags: ['核查/待核'] });
  const events = await run();
  expect(results(events)).toEqual([{ state: 'written', path: FILE }]);
  const article = await vault.here.client.articles.get({ id });
  const [annotation] = await vault.here.client.annotations.forArticle({ article: id });
  const archive = read().match(/jianbao:\/\/([0-9a-z]{10})\/article/)?.[1];
  expect(read()).toBe(`---
title: "渡口新添两艘渡船"
jianbao: "jianbao://${archive}/article/${shortId(id)}"
author:
  - "[[宋红敏]]"
published: 2023-10-18
created: ${timeInShanghai(article.importedAt)}
updated: ${timeInShanghai(annotation?.updatedAt ?? 0)}
description: "${article.excerpt}"
tags:
  - "剪报"
  - "y1978"
  - "就业/城镇-新增"
publication: "江城日报"
language: "zh-CN"
jianbao_id: "${shortId(id)}"
jianbao_rev: ${article.revision}
source_sha256: "${article.sourceSha256}"
jianbao_tags:
  - "1978"
  - "就业/城镇 新增"
---

# 渡口新添两艘渡船

%% jianbao:begin text %%

本报记者 宋红敏

昨日，渡口新添3\\~5艘渡船。

\\- 3.1%的船员来自邻县。

1978\\. 那年还没有桥。

%% jianbao:end text %%

%% jianbao:begin highlights %%

## 高亮

> [!quote|fact] 事实 · ¶1
> 新添3\\~5艘
>
> **批注** 与**公报**不一致。
>
> #核查/待核
>
> [在剪报中打开](jianbao://${archive}/highlight/${first.shortId})

^jb-${first.shortId}

%% jianbao:end highlights %%

## 我的笔记

%% begin notes %%

%% end notes %%
`);
  expect(events.at(-1)).toEqual({
    state: 'finished',
    written: 1,
    unchanged: 0,
    kept: 0,
    missing: 0,
    failed: 0,
    cancelled: false,
  });
});

test('a second run with nothing changed writes nothing', async () => {
  const id = await addFerry();
  await mark(id, '渡口');
  await run();
  const before = snapshot();
  expect(results(await run())).toEqual([{ state: 'unchanged', path: FILE }]);
  expect(results(await run({ timeZone: 'America/St_Johns' }))).toEqual([{ state: 'unchanged', path: FILE }]);
  expect(snapshot()).toEqual(before);
});

test('a dry run says what would be written and writes nothing', async () => {
  await addFerry();
  const events = await run({ dryRun: true });
  expect(results(events)).toEqual([{ state: 'written', path: FILE }]);
  expect(readdirSync(vault.dir)).toEqual([]);
});

describe('highlights', () => {
  test('editing one changes its block alone, and its id stays', async () => {
    const id = await addFerry();
    const one = await mark(id, '渡口新添');
    const two = await mark(id, '邻县', { colour: 'question' });
    await run();
    const before = read();
    await vault.here.client.annotations.update({ id: two.id, note: '哪个县？' });
    await run();
    expect(
      read()
        .replace(/\n>\n> \*\*批注\*\* 哪个县？/, '')
        .replace(/updated: .*/, ''),
    ).toBe(before.replace(/updated: .*/, ''));
    expect(read()).toContain(`^jb-${one.shortId}`);
    expect(read()).toContain(`^jb-${two.shortId}`);
  });

  test('a colour that was renamed has its new name, and nothing in it is markup', async () => {
    const id = await addFerry();
    await mark(id, '渡口新添');
    await run();
    expect(read()).toContain('> [!quote|fact] 事实');
    await vault.here.client.annotations.renameColour({ colour: 'fact', name: '要点 #1 [[x]]' });
    await run();
    expect(read()).toContain('> [!quote|fact] 要点 \\#1 \\[\\[x');
    expect(results(await run())).toEqual([{ state: 'unchanged', path: FILE }]);
  });

  test('a confidential one never leaves the archive, and leaves the file when it becomes so', async () => {
    const id = await addFerry();
    await mark(id, '渡口新添', { note: '线人甲', confidential: true });
    const open = await mark(id, '邻县', { note: '线人乙' });
    await run();
    expect(read()).not.toContain('线人甲');
    expect(read()).toContain('线人乙');
    await vault.here.client.annotations.update({ id: open.id, confidential: true });
    await run();
    expect(read()).not.toContain('线人乙');
    expect(read()).not.toContain('## 高亮');
  });

  test('a removed one goes, unless another note points at it: then its block says so', async () => {
    const id = await addFerry();
    const linked = await mark(id, '渡口新添');
    const alone = await mark(id, '邻县');
    await run();
    writeFileSync(join(vault.dir, '我的笔记.md'), `见 [[2023-10-18 渡口新添两艘渡船#^jb-${linked.shortId}]]`);
    await vault.here.client.annotations.remove({ ids: [linked.id, alone.id] });
    await run();
    expect(read()).toContain(`> [!failure] 这条高亮已在剪报中删除\n\n^jb-${linked.shortId}`);
    expect(read()).not.toContain(alone.shortId);
    const before = snapshot();
    expect(results(await run())).toEqual([{ state: 'unchanged', path: FILE }]);
    expect(snapshot()).toEqual(before);
  });
});

describe('articles', () => {
  test('one in the trash leaves its file, which says so until it is restored', async () => {
    const id = await addFerry();
    await run();
    const before = read();
    await vault.here.client.articles.remove({ ids: [id] });
    expect(results(await run())).toEqual([{ state: 'written', path: FILE }]);
    expect(read()).toBe(before.replace(/(source_sha256: .*\n)/, '$1jianbao_state: "deleted"\n'));
    expect(results(await run())).toEqual([]);
    await vault.here.client.articles.restore({ ids: [id] });
    await run();
    expect(read()).toBe(before);
  });

  test('two of one name get two files, on systems that do not tell case apart too', async () => {
    for (const title of ['Ferry', 'ferry', 'FERRY'])
      await store(vault.here, documentOf([{ title, paragraphs: [`${title} text`] }]), title);
    await run();
    expect(
      readdirSync(join(vault.dir, 'No publication/No date'))
        .map((name) => name.toLowerCase())
        .sort(),
    ).toEqual(['ferry (2).md', 'ferry (3).md', 'ferry.md']);
    const before = snapshot();
    await run();
    expect(snapshot()).toEqual(before);
  });

  test('a stranger’s file of that name is not touched', async () => {
    await addFerry();
    mkdirSync(dirname(join(vault.dir, FILE)), { recursive: true });
    writeFileSync(join(vault.dir, FILE), '我自己的文件');
    expect(results(await run())).toEqual([{ state: 'written', path: FILE.replace('.md', ' (2).md') }]);
    expect(read()).toBe('我自己的文件');
  });

  test('without the manifest the files are found by their ids, and nothing is written where they say the same', async () => {
    await addFerry();
    await run();
    rmSync(join(vault.dir, '.jianbao'), { recursive: true });
    const before = read();
    expect(results(await run())).toEqual([{ state: 'unchanged', path: FILE }]);
    expect(read()).toBe(before);
  });
});
