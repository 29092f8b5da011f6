import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { selectWords } from './rooms.ts';
import { lookFor } from './serious-faults.ts';
import { useWindow } from './use-window.ts';

const TITLE = '渡口三记';
const HEADS = ['清晨的船', '正午的桥', '夜里的灯'];
const SECTIONS = HEADS.map((head, at) => `## ${head}\n\n摆渡人第${at}次过河，石阶上有人洗衣。`);

/** What opens over and beside an article, and the other ways in which it is set. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const window = useWindow(host, 'en');

  test.skipIf(!host.isHere).each([
    { theme: 'day', night: false },
    { theme: 'night', night: true },
  ])('what opens while one reads has no serious fault for assistive technology by $theme', async ({ night }) => {
    const { page, rooms } = await window.open({ locale: 'en-GB', night });
    const { look, faults, tellUndecided } = lookFor(page);
    const { reader, marks, app } = rooms.words;
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const read = () => page.locator('[data-reader]').focus();
    await rooms.places.waitFor();
    mkdirSync(window.ground.room, { recursive: true });
    writeFileSync(join(window.ground.room, '三记.md'), [`# ${TITLE}`, ...SECTIONS].join('\n\n'));
    writeFileSync(join(window.ground.room, '邻.md'), '# 隔壁\n\n另一篇。');
    await rooms.drop([window.ground.room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open(TITLE);

    await selectWords(page, rooms.article, '第1次过河');
    await rooms.article.getByRole('toolbar', { name: marks.toolbar }).waitFor();
    await look('words that are selected');
    // Over one another, one with a note that is being written, one a bookmark.
    for (const key of ['1', '2']) {
      await press(key);
      await rooms.card('第1次过河').waitFor();
      await selectWords(page, rooms.article, '第1次过河，石阶');
    }
    await press('b', 'e');
    await rooms.article.getByRole('textbox', { name: marks.note }).waitFor();
    await look('marks over one another, and a note that is written');
    await press('Escape', 'Shift+E');
    await rooms.article.getByRole('textbox', { name: reader.note.label }).waitFor();
    await look('a note on the article that is written');
    await press('Escape', 'v');
    await look('the caret');
    await press('Escape');
    await read();
    await press('c');
    const contents = page.getByRole('menu', { name: reader.contents.title });
    await contents.waitFor();
    await look('contents');
    await press('Escape');
    await contents.waitFor({ state: 'detached' });
    await read();
    await press('ControlOrMeta+f');
    await page.getByRole('search', { name: reader.find.label }).waitFor();
    await page.keyboard.type('摆渡人');
    await look('finding in the article');
    await press('Escape');
    await rooms.article.getByRole('button', { name: reader.type.title }).click();
    const type = page.getByRole('dialog', { name: reader.type.title });
    await type.waitFor();
    await look('how the text is set');
    await press('Escape');
    await type.waitFor({ state: 'detached' });
    await read();
    await press('Shift+O');
    await rooms.article.getByRole('complementary', { name: reader.beside.label }).waitFor();
    await look('two articles beside each other');
    await press('Shift+O', 'Shift+V');
    await page.locator('[data-reader][data-direction=vertical]').waitFor();
    await look('columns from right to left');
    await press('ControlOrMeta+k');
    await page.getByRole('dialog', { name: app.palette }).waitFor();
    await look('commands');
    await press('Escape');
    await page.getByRole('dialog', { name: app.palette }).waitFor({ state: 'detached' });
    await press('?');
    await page.getByRole('dialog', { name: app.keys }).waitFor();
    await look('keys');

    tellUndecided(night ? 'in the night' : 'in the day');
    expect(faults).toEqual({});
  });
});
