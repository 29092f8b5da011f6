import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, store } from '../temporary-archive.ts';
import { results, vaultForEach } from './vault-fixture.ts';

const vault = vaultForEach();
const add = (title: string) => store(vault.here, documentOf([{ title, paragraphs: [`${title}。`] }]), title);
const paths = async () => results(await vault.run()).map(({ path }) => path);
const manifest = () => join(vault.dir, '.jianbao/vault.jsonl');

test('what names no paper lies in one folder, whatever the language of each article', async () => {
  await add('The ferry');
  await add('渡口札记');
  expect((await paths()).sort()).toEqual(['未署报名/日期不详/The ferry.md', '未署报名/日期不详/渡口札记.md']);
});

test('a vault begun with English articles keeps its folder when a Chinese one comes', async () => {
  await add('The ferry');
  expect(await paths()).toEqual(['No publication/No date/The ferry.md']);
  await add('渡口札记');
  expect((await paths()).sort()).toEqual(['No publication/No date/The ferry.md', 'No publication/No date/渡口札记.md']);
});

test('a vault that was begun with two folders for one thing gets one', async () => {
  await add('The ferry');
  await add('渡口札记');
  await vault.run();
  // As it was written before the language of a vault was kept.
  const [one, two] = ['未署报名/日期不详/The ferry.md', 'No publication/No date/The ferry.md'];
  mkdirSync(join(vault.dir, 'No publication/No date'), { recursive: true });
  renameSync(join(vault.dir, one), join(vault.dir, two));
  const old = readFileSync(manifest(), 'utf8')
    .replace(',"language":"zh"', '')
    .replace(`"path":"${one}","wish":"${one.slice(0, -3)}"`, `"path":"${two}","wish":"${two.slice(0, -3)}"`);
  expect(old).toContain(two);
  writeFileSync(manifest(), old);
  expect((await paths()).sort()).toEqual([one, '未署报名/日期不详/渡口札记.md']);
  expect(results(await vault.run()).map(({ state }) => state)).toEqual(['unchanged', 'unchanged']);
});
