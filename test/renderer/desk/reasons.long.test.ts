import { beforeAll, expect, test } from 'vitest';
import { separate } from '../../../electron/archive/desk/separate.ts';
import { reasonText } from '../../../renderer/src/features/desk/doubts.ts';
import { i18next } from '../../../renderer/src/strings/index.ts';
import { readArticles, readKinds } from '../../archive/desk/scramble/article.ts';
import { scramblePage } from '../../archive/desk/scramble/scramble.ts';

const PAGES = 60;

beforeAll(async () => {
  await i18next.changeLanguage('zh-Hans');
});

test('the window has Chinese words for every reason that the desk gives', () => {
  const articles = readArticles();
  const reasons = new Set<string>();
  const scrambled = Array.from({ length: PAGES }, (_, at) => scramblePage(at + 1, articles));
  const kinds = [...readKinds().values()].map((page) => scramblePage(1, page));
  for (const { raw } of [...scrambled, ...kinds]) {
    const { articles: found, dropped } = separate(raw);
    const blocks = found.flatMap((article) => article.blocks);
    const seams = blocks.flatMap((block) => block.seams ?? []);
    for (const { evidence } of [...found, ...dropped, ...blocks, ...seams])
      for (const reason of evidence) reasons.add(reason);
  }
  expect(reasons.size).toBeGreaterThan(50);
  expect([...reasons].filter((reason) => reasonText(reason) === reason)).toEqual([]);
});
