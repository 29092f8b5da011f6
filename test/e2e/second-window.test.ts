import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { enterRooms, listPainted } from './rooms.ts';
import { useWindow } from './use-window.ts';

const TITLE = '两扇窗';
const WORDS = '同一间档案室';

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  here('a key opens the article in a second window; what is done in one is seen in the other', async () => {
    const { page, rooms, complaints } = await window.open();
    await rooms.places.waitFor();
    mkdirSync(window.ground.room, { recursive: true });
    writeFileSync(join(window.ground.room, '窗.md'), `# ${TITLE}\n\n两个人在${WORDS}里读报。\n`);
    await rooms.drop([window.ground.room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await page.keyboard.press('j');
    await rooms.article.getByRole('heading', { name: TITLE }).waitFor();
    const opening = page.context().waitForEvent('page');
    await page.keyboard.press('Shift+W');
    const other = await opening;
    const second = enterRooms(other);
    await second.article.getByRole('heading', { name: TITLE }).waitFor();

    await second.highlight(WORDS, 'question');
    await expect.poll(() => listPainted(page)).toMatchObject({ 'mark-question': [WORDS] });
    await rooms.tag('档案');
    await second.article.getByRole('group', { name: second.words.reader.tags.label }).getByText('档案').waitFor();
    // How the window looks is chosen in one for all; which panes stand open, in each for itself.
    const measured = (window: typeof page) =>
      window
        .locator('[data-reader] article')
        .first()
        .evaluate((element) => getComputedStyle(element).fontSize);
    expect(await measured(other)).toBe('18px');
    await page.keyboard.press('f');
    await rooms.places.waitFor({ state: 'hidden' });
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ControlOrMeta+=');
    await expect.poll(() => measured(other)).toBe('22px');
    expect(await measured(page)).toBe('22px');
    expect(await second.places.isVisible()).toBe(true);
    await page.keyboard.press('f');
    // Closing one leaves the other as it is.
    await other.close();
    await rooms.article.getByRole('heading', { name: TITLE }).waitFor();
    expect(complaints.list()).toEqual([]);
  });

  here(
    'a note that is written in two windows at a time is kept twice, and that is said; leaving a field keeps it',
    async () => {
      const { page, rooms, complaints } = await window.open();
      await rooms.places.waitFor();
      mkdirSync(window.ground.room, { recursive: true });
      writeFileSync(join(window.ground.room, '窗.md'), `# ${TITLE}\n\n两个人在${WORDS}里读报。\n`);
      writeFileSync(join(window.ground.room, '邻.md'), '# 隔壁\n\n另一篇。\n');
      await rooms.drop([window.ground.room]);
      await rooms.waitForImport();
      await rooms.dismissImport();
      await rooms.open(TITLE);
      await rooms.highlight(WORDS, 'question');
      const opening = page.context().waitForEvent('page');
      await page.keyboard.press('Shift+W');
      const other = await opening;
      const second = enterRooms(other);
      const { marks, reader, app } = rooms.words;
      const bothKept = page.getByText(app.bothNotes);

      // A highlight's: here the field is open while there a note is written, and the colour changed to know when it is heard.
      await page.keyboard.press('e');
      const field = rooms.card(WORDS).getByRole('textbox', { name: marks.note });
      await field.fill('这扇窗写的');
      await second.card(WORDS).waitFor();
      await second.writeNote(WORDS, '那扇窗写的');
      await second.card(WORDS).getByRole('radio', { name: marks.colours.fact }).click();
      await expect.poll(() => listPainted(page)).toMatchObject({ 'mark-fact': [WORDS] });
      await field.press('Control+Enter');
      await bothKept.waitFor();
      for (const note of ['那扇窗写的', '这扇窗写的']) await second.card(WORDS).getByText(note).waitFor();
      await page.getByRole('button', { name: app.dismiss }).click();
      await bothKept.waitFor({ state: 'detached' });

      // An article's, where leaving the field is what keeps it.
      const article = rooms.article.getByRole('textbox', { name: reader.note.label });
      await page.keyboard.press('Shift+E');
      await article.fill('这边的看法');
      await other.locator('[data-reader]').focus();
      await other.keyboard.press('Shift+E');
      await second.article.getByRole('textbox', { name: reader.note.label }).fill('那边的看法');
      await other.keyboard.press('Control+Enter');
      await second.tag('窗');
      await rooms.article.getByRole('group', { name: reader.tags.label }).getByText('窗').waitFor();
      await rooms.row('隔壁').click();
      await bothKept.waitFor();
      await rooms.open(TITLE);
      const kept = rooms.article.getByRole('region', { name: reader.note.label });
      for (const note of ['那边的看法', '这边的看法']) await kept.getByText(note).waitFor();
      expect(complaints.list()).toEqual([]);
    },
  );

  here('an article stays beside the next one with its marks, is exchanged with it and closed', async () => {
    const { page, rooms, complaints } = await window.open();
    await rooms.places.waitFor();
    const { room } = window.ground;
    mkdirSync(room, { recursive: true });
    for (const [at, title] of ['甲篇', '乙篇'].entries())
      writeFileSync(join(room, `${at}.md`), `# ${title}\n\n${title}写的是${WORDS}的第${at}天。\n`);
    await rooms.drop([room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open('甲篇');
    await rooms.highlight(WORDS, 'fact');
    await page.keyboard.press('Shift+O');
    const beside = rooms.article.getByRole('complementary', { name: rooms.words.reader.beside.label });
    await beside.getByRole('heading', { name: '甲篇' }).waitFor();
    await rooms.open('乙篇');
    const read = page.locator('[data-reader]');
    await read.getByRole('heading', { name: '乙篇' }).waitFor();
    expect(await beside.getByRole('heading').allInnerTexts()).toEqual(['甲篇']);
    expect(await beside.locator('mark').allInnerTexts()).toEqual([WORDS]);
    await rooms.search('的第0天');
    await rooms.result('甲篇').click();
    await read.getByRole('heading', { name: '甲篇' }).waitFor();
    expect(await beside.getByRole('heading').allInnerTexts()).toEqual(['甲篇']);
    await rooms.searchBox.fill('');
    await rooms.open('乙篇');
    // A reload comes to the same two.
    await page.reload();
    await beside.getByRole('heading', { name: '甲篇' }).waitFor();
    await beside.getByRole('button', { name: rooms.words.reader.beside.exchange }).click();
    await read.getByRole('heading', { name: '甲篇' }).waitFor();
    await beside.getByRole('heading', { name: '乙篇' }).waitFor();
    await page.keyboard.press('Shift+O');
    await beside.waitFor({ state: 'detached' });
    expect(complaints.list()).toEqual([]);
  });
});
