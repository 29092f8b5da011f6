import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { isInView, listPainted } from './rooms.ts';
import { useWindow } from './use-window.ts';

const TITLE = '渡口三记';
const HEADS = ['清晨的船', '正午的桥', '夜里的灯'];
const FILLER = '河水照常流过，石阶上有人洗衣。'.repeat(30);
const SOUGHT = '摆渡人';

/** Inside one article: its sections and its words, with the keyboard alone. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function openArticle() {
    const opened = await window.open();
    const { page, rooms } = opened;
    const { room } = window.ground;
    await rooms.places.waitFor();
    mkdirSync(room, { recursive: true });
    const sections = HEADS.map((head, at) => `## ${head}\n\n${FILLER}\n\n${SOUGHT}第${at}次过河。`);
    writeFileSync(join(room, '三记.md'), [`# ${TITLE}`, ...sections].join('\n\n'));
    await rooms.drop([room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await page.keyboard.press('j');
    await rooms.article.getByRole('heading', { name: TITLE }).waitFor();
    await page.locator('[data-reader]').focus();
    return opened;
  }

  here('the contents name every section, mark the one that is read and lead to another', async () => {
    const { page, rooms, complaints } = await openArticle();
    await page.keyboard.press('c');
    const menu = page.getByRole('menu', { name: rooms.words.reader.contents.title });
    await menu.waitFor();
    expect(await menu.getByRole('menuitemradio').allInnerTexts()).toEqual([TITLE, ...HEADS]);
    const marked = menu.getByRole('menuitemradio', { checked: true });
    expect(await marked.allInnerTexts()).toEqual([HEADS[0]]);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await menu.waitFor({ state: 'detached' });
    await page.locator('[data-reader]:focus').waitFor();
    const view = await page.locator('[data-reader]').boundingBox();
    const head = rooms.article.getByRole('heading', { name: HEADS[2] ?? '' });
    await expect
      .poll(async () => {
        const box = await head.boundingBox();
        return box && view ? box.y >= view.y && box.y + box.height <= view.y + view.height : false;
      })
      .toBe(true);
    await page.keyboard.press('c');
    await menu.waitFor();
    expect(await marked.allInnerTexts()).toEqual([HEADS[2]]);
    expect(complaints.list()).toEqual([]);
  });

  here(
    'words are found in the article with their number, stepped through, and left where one has come to',
    async () => {
      const { page, rooms, complaints } = await openArticle();
      await page.keyboard.press('ControlOrMeta+f');
      const bar = page.getByRole('search', { name: rooms.words.reader.find.label });
      await bar.waitFor();
      await page.keyboard.type(SOUGHT);
      const said = bar.getByRole('status');
      const place = (now: number) => rooms.words.reader.hits.of.replace('{{now}}', `${now}`).replace('{{count}}', '3');
      await expect.poll(() => said.innerText()).toBe(place(1));
      expect(await listPainted(page)).toMatchObject({ hit: [SOUGHT, SOUGHT, SOUGHT], 'hit-now': [SOUGHT] });
      await page.keyboard.press('Enter');
      await expect.poll(() => said.innerText()).toBe(place(2));
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Shift+Enter');
      await expect.poll(() => said.innerText()).toBe(place(3));
      await expect.poll(() => isInView(page, 'hit-now')).toBe(true);

      // A quotation mark is a character here, a field name is a word.
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('title:渡口');
      await expect.poll(() => said.innerText()).toBe(rooms.words.reader.find.none);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('第2次');
      await expect.poll(() => listPainted(page)).toMatchObject({ 'hit-now': ['第2次'] });
      const before = await page.locator('[data-reader]').evaluate((view) => view.scrollTop);
      await page.keyboard.press('Escape');
      await bar.waitFor({ state: 'detached' });
      await page.locator('[data-reader]:focus').waitFor();
      await expect.poll(async () => (await listPainted(page)).hit).toBeUndefined();
      expect(await page.locator('[data-reader]').evaluate((view) => view.scrollTop)).toBe(before);

      // In the list the same keys look for articles.
      await rooms.list.getByRole('option').first().click();
      await page.keyboard.press('ControlOrMeta+f');
      await expect.poll(() => rooms.searchBox.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(complaints.list()).toEqual([]);
    },
  );

  here('a result that is opened while another query is on its way stays open beside the new results', async () => {
    const { rooms, complaints } = await openArticle();
    writeFileSync(join(window.ground.room, '对岸.md'), `# 对岸\n\n${FILLER}\n\n${SOUGHT}的对岸。`);
    await rooms.drop([join(window.ground.room, '对岸.md')]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.search('摆渡');
    await rooms.result(TITLE).waitFor();
    // In one turn: the last character and, before anything was asked, the press on what stands in the list.
    await rooms.result(TITLE).evaluate((result, text) => {
      const field = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (!field || !(result instanceof HTMLElement)) throw new Error('no field');
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      result.click();
    }, `${SOUGHT}的`);
    await rooms.result('对岸').waitFor();
    await rooms.result(TITLE).waitFor({ state: 'detached' });
    await rooms.article.getByRole('heading', { name: TITLE }).waitFor();
    // Whoever goes on writing leaves it.
    await rooms.searchBox.fill(`${SOUGHT}的对`);
    await rooms.article.getByRole('heading', { name: TITLE }).waitFor({ state: 'detached' });
    expect(complaints.list()).toEqual([]);
  });
});
