import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Suggestions } from '#archive/context.ts';
import type { ArticleId } from '#contract/ids.ts';
import { startSuggestions } from '../../electron/service/suggestions.ts';

const BUILT = join(import.meta.dirname, '../../out/main/suggest.js');

let suggestions: Suggestions | undefined;
afterEach(() => suggestions?.close());

test('the thread answers with what it was told before, in that order', async () => {
  suggestions = startSuggestions(BUILT);
  const article = 'a1' as ArticleId;
  suggestions.add([{ article, title: '优化营商环境', byline: '记者 林越', publication: '江城日报' }]);
  suggestions.setTags(['营商']);
  expect(await suggestions.suggest('营商', 8)).toEqual([
    { kind: 'tag', text: '营商' },
    { kind: 'title', text: '优化营商环境', article },
  ]);
  suggestions.remove([article]);
  expect(await suggestions.suggest('营商', 8)).toEqual([{ kind: 'tag', text: '营商' }]);
});

test('many questions at once are each answered with their own', async () => {
  suggestions = startSuggestions(BUILT);
  const titles = Array.from({ length: 50 }, (_, i) => `第${i}号公告`);
  suggestions.add(
    titles.map((title, i) => ({ article: `a${i}` as ArticleId, title, byline: null, publication: null })),
  );
  const answers = await Promise.all(titles.map((title) => suggestions?.suggest(title, 1)));
  expect(answers.map((answer) => answer?.[0]?.text)).toEqual(titles);
});

test('after its end, and without its file, the thread has no suggestions and nobody waits', async () => {
  suggestions = startSuggestions(BUILT);
  const asked = suggestions.suggest('营商', 8);
  await suggestions.close();
  expect(await asked).toEqual([]);
  expect(await suggestions.suggest('营商', 8)).toEqual([]);
  const missing = startSuggestions(join(import.meta.dirname, 'no-such-file.js'));
  expect(await missing.suggest('营商', 8)).toEqual([]);
});
