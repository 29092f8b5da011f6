import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FILE, results, vaultForEach } from './vault-fixture.ts';

const vault = vaultForEach();
const { addFerry, run, read, snapshot, mark, edit } = vault;

describe('what a person adds to a file stays', () => {
  test('their notes, their properties and what they wrote between ours', async () => {
    const id = await addFerry();
    await run();
    edit((text) =>
      text
        .replace('%% begin notes %%\n', '%% begin notes %%\n我在渡口问过船长。\n')
        .replace('---\ntitle', '---\n# 我的注释\nrating:   5 # 好文\naliases: [渡船]\ntitle')
        .replace('%% jianbao:begin text %%', '读于十月。\n\n%% jianbao:begin text %%')
        .concat('\n结尾的话。\n'),
    );
    const edited = read();
    expect(results(await run())).toEqual([{ state: 'unchanged', path: FILE }]);
    expect(read()).toBe(edited);
    const { shortId: block } = await mark(id, '邻县');
    expect(results(await run())).toEqual([{ state: 'written', path: FILE }]);
    const expected = edited
      .replace(/updated: .*/, read().match(/updated: .*/)?.[0] ?? '')
      .replace(
        '%% jianbao:end text %%\n',
        `%% jianbao:end text %%\n\n%% jianbao:begin highlights %%\n\n${read().match(/## 高亮[\s\S]*\^jb-\w+/)?.[0]}\n\n%% jianbao:end highlights %%\n`,
      );
    expect(read()).toBe(expected);
    expect(read()).toContain(`^jb-${block}`);
  });

  test('a property they changed is theirs, a tag they added joins ours, one they removed stays away', async () => {
    const id = await addFerry();
    await run();
    edit((text) =>
      text
        .replace('title: "渡口新添两艘渡船"', 'title: 我的题目')
        .replace('  - "剪报"\n', '  - "剪报"\n  - 我的标签\n')
        .replace(/description: .*\n/, ''),
    );
    await vault.here.client.tags.apply({ articles: [id], add: ['航运'] });
    await run();
    expect(read()).toContain('title: 我的题目\n');
    expect(read()).toContain('tags:\n  - "剪报"\n  - "我的标签"\n  - "航运"\n');
    expect(read()).not.toContain('description');
  });

  test('a file with the line ends of Windows keeps them', async () => {
    const id = await addFerry();
    await run();
    edit((text) => `\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect(results(await run())).toEqual([{ state: 'unchanged', path: FILE }]);
    await mark(id, '邻县');
    expect(results(await run())).toEqual([{ state: 'written', path: FILE }]);
    expect(read().replaceAll('\r\n', '')).not.toContain('\n');
    expect(read()).toMatch(/^\ufeff---\r\n/);
  });

  test('a file they renamed or moved is found by its id and stays where they put it', async () => {
    const id = await addFerry();
    await run();
    mkdirSync(join(vault.dir, '读过'));
    renameSync(join(vault.dir, FILE), join(vault.dir, '读过/渡船.md'));
    await mark(id, '邻县');
    expect(results(await run())).toEqual([{ state: 'written', path: '读过/渡船.md' }]);
    expect(existsSync(join(vault.dir, FILE))).toBe(false);
    expect(results(await run())).toEqual([{ state: 'unchanged', path: '读过/渡船.md' }]);
  });

  test('a file they deleted is not written again but listed', async () => {
    await addFerry();
    await run();
    rmSync(join(vault.dir, FILE));
    expect(results(await run())).toEqual([{ state: 'missing', path: FILE }]);
    expect(existsSync(join(vault.dir, FILE))).toBe(false);
  });

  test.each([
    ['broke the front matter', (text: string) => text.replace('title: ', 'title: [')],
    ['took the front matter out', (text: string) => text.replace(/^---[\s\S]*?\n---\n/, '')],
  ])('where they %s, the file stays as it is and ours stands beside it, once', async (_, change) => {
    await addFerry();
    await run();
    edit(change);
    const edited = read();
    const aside = FILE.replace('.md', ' (剪报 新版).md');
    const [kept] = await run();
    expect((await run()).find((event) => event.state === 'kept')).toMatchObject({ state: 'kept', path: FILE, aside });
    expect(kept).toBeDefined();
    expect(read()).toBe(edited);
    expect(read(aside)).toContain('昨日，渡口新添');
    const before = snapshot();
    await run();
    expect(snapshot()).toEqual(before);
    rmSync(join(vault.dir, aside));
    await run();
    expect(existsSync(join(vault.dir, aside))).toBe(false);
  });
});
