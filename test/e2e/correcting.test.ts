import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { correctionStrings } from '../../renderer/src/strings/corrections.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { listPainted, selectWords } from './rooms.ts';
import { useWindow } from './use-window.ts';

const PAGE = resolve('resources/samples/jichuan-daily-2024-03-18-p3.txt');
const TITLE = '柳荫巷：一条老街的 慢与暖';
const MARKED = '返工少了六成';
const words = correctionStrings['zh-Hans'];

/** What the recognition of a page got wrong is put right while one reads; nothing of what stood there is lost. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function openPage() {
    const opened = await window.open();
    const { rooms, page } = opened;
    await rooms.places.waitFor();
    await rooms.drop([PAGE]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open(TITLE);
    const dialog = page.getByRole('dialog', { name: words.title });
    const history = rooms.article.getByRole('region', { name: words.history });
    /** Selects the words and writes others in their place, by keys. */
    const correct = async (was: string, now: string, why: string) => {
      await selectWords(page, rooms.article, was);
      await page.keyboard.press('x');
      await dialog.getByRole('textbox', { name: words.now }).waitFor();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(now);
      await page.keyboard.press('Tab');
      await page.keyboard.type(why);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
    };
    return { ...opened, dialog, history, correct };
  }

  here(
    'a word is corrected by keys; the mark on it asks, both readings are told, and undo brings back the first',
    async () => {
      const { page, rooms, history, correct, complaints } = await openPage();
      await rooms.highlight(MARKED, 'fact');
      await page.keyboard.press('Escape');
      await correct('六成', '八成', '按纸面');
      await rooms.article.getByText('返工少了八成').first().waitFor();
      await expect.poll(() => listPainted(page)).toMatchObject({ corrected: ['八'] });

      const card = rooms.card(rooms.words.marks.states.changed);
      await card.getByRole('button').first().click();
      const difference = card.getByRole('group', { name: rooms.words.marks.difference });
      await expect.poll(() => difference.locator('del').allInnerTexts()).toEqual(['六']);
      expect(await difference.locator('ins').allInnerTexts()).toEqual(['八']);

      await page.locator('[data-reader]').focus();
      await page.keyboard.press('Shift+X');
      const place = history.getByRole('listitem').filter({ hasText: '按纸面' });
      await place.waitFor();
      expect(await place.locator('del').allInnerTexts()).toEqual(['六']);
      expect(await place.locator('ins').allInnerTexts()).toEqual(['八']);

      await page.locator('[data-reader]').focus();
      await page.keyboard.press('ControlOrMeta+z');
      await rooms.article.getByText(MARKED).first().waitFor();
      await history.waitFor({ state: 'detached' });
      await expect.poll(async () => (await listPainted(page))['mark-fact']).toEqual([MARKED]);
      expect((await listPainted(page)).corrected).toBeUndefined();
      await page.keyboard.press('ControlOrMeta+Shift+z');
      await rooms.article.getByText('返工少了八成').first().waitFor();
      expect(complaints.list()).toEqual([]);
    },
  );

  here(
    'one goes back to the text of any correction; across paragraphs, or where nothing is selected, that is said',
    async () => {
      const { page, rooms, dialog, history, correct, complaints } = await openPage();
      await page.locator('[data-reader]').focus();
      await page.keyboard.press('x');
      await page.getByText(words.selectFirst).waitFor();
      await correct('六成', '八成', '一');
      await rooms.article.getByText('返工少了八成').first().waitFor();
      await correct('返工', '误工', '二');
      await rooms.article.getByText('误工少了八成').first().waitFor();
      await page.locator('[data-reader]').focus();
      await page.keyboard.press('Shift+X');
      await history.getByRole('button', { name: words.back }).click();
      await rooms.article.getByText('返工少了八成').first().waitFor();
      await history.getByRole('button', { name: words.begin }).click();
      await rooms.article.getByText(MARKED).first().waitFor();
      expect(await history.getByRole('button').first().innerText()).toContain(
        words.count_other.replace('{{count}}', '4'),
      );

      await page
        .locator('[data-start]')
        .nth(4)
        .click({ position: { x: 60, y: 8 } });
      await page
        .locator('[data-start]')
        .nth(5)
        .click({ position: { x: 60, y: 8 }, modifiers: ['Shift'] });
      await page.keyboard.press('x');
      await page.getByText(words.refused.paragraph).waitFor();
      expect(await dialog.count()).toBe(0);
      expect(complaints.list()).toEqual([]);
    },
  );
});
