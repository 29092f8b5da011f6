import { expect, test } from 'vitest';
import type { ArticleId } from '#contract/ids.ts';
import { FILE, results, vaultForEach } from './vault-fixture.ts';

const vault = vaultForEach();

async function correct(article: ArticleId, words: string, text: string, why = '') {
  const { body, revision } = await vault.here.client.articles.get({ id: article });
  const start = body.indexOf(words);
  const edits = [{ span: { start, end: start + words.length }, was: words, text }];
  return vault.here.client.corrections.make({ article, revision, edits, why });
}

const region = () => /%% jianbao:begin corrections %%\n\n([\s\S]*?)\n\n%% jianbao:end/.exec(vault.read())?.[1];

test('a file says what a person corrected in its text: both readings, when, who and why', async () => {
  const article = await vault.addFerry();
  await vault.run();
  expect(region()).toBeUndefined();
  expect(vault.read()).not.toMatch(/^corrections:/m);

  const { correction } = await correct(article, '3~5', '3~6', '按纸面[[误]]');
  await correct(article, '邻县', '');
  expect(results(await vault.run())).toEqual([{ state: 'written', path: FILE }]);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(correction.at);
  expect(vault.read()).toMatch(/^corrections: 2$/m);
  expect(region()).toBe(
    [
      '> [!info]- 改正过 2 次，原件未动',
      `> - “…日，渡口新添3\\~5艘渡船。”改为“…日，渡口新添3\\~6艘渡船。” — ${day}，Lin Yue，按纸面\\[\\[误\\]\\]`,
      `> - “….1%的船员来自邻县。”改为“….1%的船员来自。” — ${day}，Lin Yue`,
    ].join('\n'),
  );
  expect(results(await vault.run())).toEqual([{ state: 'unchanged', path: FILE }]);
});

test('a correction that is taken back is in no file', async () => {
  const article = await vault.addFerry();
  await correct(article, '3~5', '3~6');
  await vault.run();
  expect(region()).toContain('3\\~6');
  await vault.here.client.history.undo({});
  await vault.run();
  expect(vault.read()).not.toMatch(/corrections/);
});
