import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { useWindow } from './use-window.ts';

const PAPER = '江城日报';
const DAYS = ['1998/0315', '1998/0316', '1998/0401', '1999/0102'];

/** From a paper to a year, an issue, a page and an article, with the keyboard alone. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function openShelf() {
    const opened = await window.open();
    const { rooms } = opened;
    await rooms.places.waitFor();
    for (const day of DAYS)
      for (const page of ['01', '02']) {
        const folder = join(window.ground.room, PAPER, day);
        mkdirSync(folder, { recursive: true });
        const words = `${day} 第${page}版的事`;
        writeFileSync(join(folder, `${page}.md`), `---\n版次: '${page}'\n---\n\n# ${words}\n\n${words}。\n`);
      }
    await rooms.drop([join(window.ground.room, PAPER)]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    return opened;
  }

  const dayHere = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.day);

  here('the calendar opens on the last year; keys go by day, week and year, and to an issue and its page', async () => {
    const { page, rooms, complaints } = await openShelf();
    await rooms.article.getByRole('heading', { level: 2, name: PAPER }).waitFor();
    const years = rooms.article.getByRole('navigation', { name: rooms.words.holdings.years });
    expect(await years.getByRole('link').allInnerTexts()).toEqual(['1998', '1999']);
    const day = rooms.article.locator('a[data-day]');
    await expect.poll(() => day.evaluateAll((days) => days.map((one) => one.dataset.day))).toEqual(['1999-01-02']);

    await page.keyboard.press('h');
    await expect.poll(() => dayHere(page)).toBe('1999-01-02');
    await page.keyboard.press('PageUp');
    await expect.poll(() => dayHere(page)).toBe('1998-03-15');
    await page.keyboard.press('ArrowDown');
    expect(await dayHere(page)).toBe('1998-04-01');
    await page.keyboard.press('ArrowLeft');
    expect(await dayHere(page)).toBe('1998-03-16');
    // Between the first and the last day that is held, all others are missing.
    expect(await rooms.article.locator('[data-missing][data-missing="true"]').count()).toBeGreaterThan(280);

    await page.keyboard.press('Enter');
    await expect.poll(() => rooms.list.getByRole('option').count()).toBe(2);
    const pages = page.getByRole('navigation', { name: rooms.words.holdings.pages });
    await expect.poll(() => pages.getByRole('link').count()).toBe(3);
    await pages.getByRole('link').nth(2).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => rooms.list.getByRole('option').count()).toBe(1);
    await page.keyboard.press('j');
    await rooms.article.getByRole('heading', { level: 1, name: '第02版' }).waitFor();

    // Back to where one was: the place keeps its issue, and the calendar its day.
    await page.keyboard.press('h');
    await expect.poll(() => rooms.article.locator('a[aria-current=date]').getAttribute('data-day')).toBe('1998-03-16');
    expect(complaints.list()).toEqual([]);
  });

  here('an archive without dates opens on its list, with a word on how to begin', async () => {
    const { page, rooms, complaints } = await window.open();
    await rooms.places.waitFor();
    mkdirSync(window.ground.room, { recursive: true });
    writeFileSync(join(window.ground.room, '札记.md'), '# 札记\n\n没有日期的一段话。\n');
    await rooms.drop([window.ground.room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await page.getByRole('heading', { name: rooms.words.reader.none.title }).waitFor();
    expect(await page.locator('[data-day]').count()).toBe(0);
    expect(complaints.list()).toEqual([]);
  });
});
