import { resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS, type OpenedWindow } from './hosts.ts';
import { enterRooms, listPainted, type Rooms } from './rooms.ts';
import { useWindow } from './use-window.ts';

const NOTE = resolve('resources/samples/reading-note.md');
const PAGE = resolve('resources/samples/jichuan-daily-2024-03-18-p3.txt');
const TITLE = '读报札记：怎样读一条“同比增长”';

/** What one does with an article, with and without a mouse. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function openNote(): Promise<OpenedWindow & { rooms: Rooms }> {
    const opened = await window.open();
    const { rooms } = opened;
    await rooms.places.waitFor();
    await rooms.drop([NOTE]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await opened.page.keyboard.press('j');
    await rooms.article.getByRole('heading', { name: TITLE }).waitFor();
    return opened;
  }

  async function press(page: Page, ...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }

  /** What acts on a text is there a frame after the text, and a key that is too early is nobody's. */
  async function choosePassage({ page, rooms }: { readonly page: Page; readonly rooms: Rooms }): Promise<void> {
    const toolbar = rooms.article.getByRole('toolbar', { name: rooms.words.marks.toolbar });
    await expect
      .poll(async () => {
        await page.keyboard.press('p');
        return toolbar.waitFor({ timeout: 3_000 }).then(() => 'chosen', String);
      })
      .toBe('chosen');
  }

  here('an English window sets Chinese words as Chinese, and a page that is gone has a way out', async () => {
    const { page, complaints } = await window.open({ locale: 'en-GB' });
    const rooms = enterRooms(page, 'en');
    await rooms.places.waitFor();
    await rooms.drop([PAGE]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.search('柳荫账本');
    const result = rooms.results.getByRole('option').first();
    await result.getByText('18 Mar 2024').waitFor();
    const languageOf = (words: Locator) =>
      words.evaluate((element) => element.closest<HTMLElement>('[lang]')?.getAttribute('lang'));
    expect(await languageOf(result.getByRole('heading'))).toBe('zh-Hans');
    expect(await languageOf(result.getByText('18 Mar 2024'))).toBe('en');
    await result.click();
    await rooms.openDesk();
    for (const side of [rooms.words.desk.raw, rooms.words.desk.clean]) {
      const words = page.getByRole('region', { name: side }).getByText('先问住户').first();
      expect(await languageOf(words)).toBe('zh-Hans');
    }
    expect(complaints.list()).toEqual([]);
    await page.evaluate(() => location.assign('#/desk/01900000-0000-7000-8000-000000000000'));
    await page.getByRole('button', { name: rooms.words.app.broken.home }).click();
    await rooms.list.getByRole('option').first().waitFor();
    // What a screen could not show is told in the console, too.
    expect(complaints.list()).toEqual([expect.stringMatching(/^error: Failure: NOT_FOUND/)]);
    complaints.forget();
  });

  here('without a mouse: words are chosen, marked, noted, stepped through, removed and brought back', async () => {
    const { page, rooms, complaints } = await openNote();
    await choosePassage({ page, rooms });
    await press(page, '1');
    await expect.poll(() => listPainted(page)).toMatchObject({ 'mark-fact': [TITLE] });

    await press(page, 'Escape', 'F6', 'F6', 'v', 'Home');
    await press(page, ...Array.from({ length: 4 }, () => 'Shift+ArrowRight'), '3');
    await expect
      .poll(() => listPainted(page))
      .toMatchObject({ 'mark-fact': [TITLE], 'mark-question': ['读报札记'], 'mark-active': ['读报札记'] });

    await press(page, 'e');
    const field = rooms.article.getByRole('textbox', { name: rooms.words.marks.note });
    await field.waitFor();
    await page.keyboard.type('先问：和谁比？ 1 2 3');
    await press(page, 'Control+Enter');
    // The field keeps the keys until the note is written.
    await field.waitFor({ state: 'detached' });
    await rooms.article.getByText('先问：和谁比？ 1 2 3').waitFor();
    await page.locator('[data-reader]:focus').waitFor();

    await press(page, '[');
    await expect.poll(() => listPainted(page)).toMatchObject({ 'mark-active': [TITLE] });
    await press(page, 'Delete');
    await expect.poll(async () => (await listPainted(page))['mark-fact']).toBeUndefined();
    await press(page, 'Control+z');
    await expect.poll(() => listPainted(page)).toMatchObject({ 'mark-fact': [TITLE], 'mark-question': ['读报札记'] });
    expect(complaints.list()).toEqual([]);
  });

  here('a key that belongs to an input method marks nothing', async () => {
    const { page, rooms } = await openNote();
    await choosePassage({ page, rooms });
    await page.evaluate(() => {
      for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
        const event = new KeyboardEvent('keydown', { key: '1', code: 'Digit1', bubbles: true, ...composing });
        document.activeElement?.dispatchEvent(event);
      }
    });
    await page.waitForTimeout(300);
    expect((await listPainted(page))['mark-fact']).toBeUndefined();
  });

  here(
    'marks on the same words are told apart: each click comes to the next, and their cards do not overlap',
    async () => {
      const { page, rooms } = await openNote();
      await rooms.highlight(TITLE, 'fact');
      await rooms.highlight('怎样读一条', 'contradiction');
      await rooms.highlight('读一条“同比', 'followup');
      const active = async () => (await listPainted(page))['mark-active']?.join();
      // A new mark is the active one; the first click is to find none.
      await expect.poll(active).toBe('读一条“同比');
      await press(page, 'Escape');
      await expect.poll(active).toBeUndefined();

      const place = await page.evaluate(() => {
        const text = document.querySelector('article h1')?.firstChild;
        if (!text) return undefined;
        const range = new Range();
        range.setStart(text, '读报札记：怎样读'.length);
        range.setEnd(text, '读报札记：怎样读一'.length);
        const rect = range.getBoundingClientRect();
        return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
      });
      if (!place) throw new Error('the title is not there');
      const seen: (string | undefined)[] = [];
      for (let click = 0; click < 3; click += 1) {
        const before = await active();
        await page.mouse.click(place.x, place.y);
        await expect.poll(active).not.toBe(before);
        seen.push(await active());
        // Two clicks in quick succession choose a word.
        await page.waitForTimeout(600);
      }
      expect(seen.toSorted()).toEqual(['怎样读一条', '读一条“同比', TITLE].sort());

      const boxes = await rooms.article
        .getByRole('list', { name: rooms.words.marks.margin })
        .evaluate((list) => [...list.children].map((card) => card.getBoundingClientRect().toJSON() as DOMRect));
      expect(boxes).toHaveLength(3);
      for (const [index, box] of boxes.entries()) {
        expect(box.top).toBeGreaterThanOrEqual(boxes[index - 1]?.bottom ?? 0);
      }
    },
  );
});
