import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS, type OpenedWindow } from './hosts.ts';
import { listPainted, type Rooms } from './rooms.ts';
import { useWindow } from './use-window.ts';

const TITLE = '竖排的一页';
const FIRST = '二〇二四年三月，渡口有12条船，其中3条停航，2021年的旧账还有1,258笔没有结清。';
/** Marks that may not begin a column stand where a careless setting would put them there. */
const FULL = '渡，船。过；江！去：了？'.repeat(20);
const LAST = '末尾的一段';

/** Chinese in columns from right to left, with the keyboard alone. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function openVertical(): Promise<OpenedWindow & { rooms: Rooms }> {
    const opened = await window.open();
    const { page, rooms } = opened;
    const { room } = window.ground;
    await rooms.places.waitFor();
    mkdirSync(room, { recursive: true });
    const paragraphs = [FIRST, FULL, ...Array.from({ length: 30 }, (_, at) => `第${at}户的门开着，`.repeat(14)), LAST];
    writeFileSync(join(room, '竖排.md'), [`# ${TITLE}`, ...paragraphs].join('\n\n'));
    await rooms.drop([room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await page.keyboard.press('j');
    await rooms.article.getByRole('heading', { name: TITLE }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-reader]').focus();
    await page.keyboard.press('Shift+V');
    await page.locator('[data-reader][data-direction=vertical]').waitFor();
    return opened;
  }

  /** The characters of a paragraph with where each stands. */
  function charactersOf(page: Page, words: string) {
    return page.evaluate((beginning) => {
      const block = [...document.querySelectorAll('[data-reader] [data-start]')].find((candidate) =>
        candidate.textContent?.startsWith(beginning),
      );
      const texts = document.createTreeWalker(block ?? document.body, NodeFilter.SHOW_TEXT);
      const found: { sign: string; left: number; top: number; width: number; height: number }[] = [];
      for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
        for (let at = 0; at < node.length; at += 1) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { left, top, width, height } = range.getBoundingClientRect();
          found.push({ sign: node.data.charAt(at), left, top, width, height });
        }
      }
      return found;
    }, words);
  }

  const scrolled = (page: Page) => page.locator('[data-reader]').evaluate((view) => view.scrollLeft);

  here('columns run from right to left, indented by two characters; short figures stand upright', async () => {
    const { page, complaints } = await openVertical();
    const [one, two] = await charactersOf(page, FIRST.slice(0, 4));
    const full = await charactersOf(page, FULL.slice(0, 4));
    expect(one?.left).toBeCloseTo(two?.left ?? 0, 0);
    expect((two?.top ?? 0) - (one?.top ?? 0)).toBeCloseTo(18, 0);

    const columns = Map.groupBy(full, ({ left }) => Math.round(left));
    expect([...columns.keys()]).toEqual([...columns.keys()].toSorted((a, b) => b - a));
    expect(columns.size).toBeGreaterThan(3);
    const tops = [...columns.values()].map((signs) => signs[0]?.top ?? 0);
    expect((tops[0] ?? 0) - (tops[1] ?? 0)).toBeCloseTo(36, 0);
    const heads = [...columns.values()].slice(1).map((signs) => signs[0]?.sign);
    expect(heads.filter((sign) => sign !== undefined && '，。；！：？'.includes(sign))).toEqual([]);

    const upright = await page.locator('[data-reader] [data-start] span').allInnerTexts();
    expect(upright.slice(0, 2)).toEqual(['12', '3']);
    const box = await page.locator('[data-reader] [data-start] span').first().boundingBox();
    expect(box?.height).toBeLessThan(20);
    expect(box?.width).toBeLessThan(40);
    expect(complaints.list()).toEqual([]);
  });

  here('keys turn the pages, choose across upright figures and mark; the card stands under its column', async () => {
    const { page, rooms, complaints } = await openVertical();
    await page.keyboard.press('PageDown');
    await expect.poll(() => scrolled(page)).toBeLessThan(-400);
    await page.keyboard.press('Home');
    await expect.poll(() => scrolled(page)).toBeGreaterThan(-2);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => scrolled(page)).toBeLessThan(-50);
    await page.keyboard.press('Home');
    await page.mouse.move(1_000, 400);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => scrolled(page)).toBeLessThan(-250);
    await page.keyboard.press('Home');

    // From the title to the paragraph after it, to the words before the figures, and over them.
    for (const key of ['v', 'ArrowLeft']) await page.keyboard.press(key);
    await page.keyboard.press('Home');
    for (let step = 0; step < FIRST.indexOf('有12'); step += 1) await page.keyboard.press('ArrowDown');
    for (let step = 0; step < '有12条船'.length; step += 1) await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('有12条船');
    await rooms.article.getByRole('toolbar', { name: rooms.words.marks.toolbar }).waitFor();
    await page.keyboard.press('3');
    await expect.poll(() => listPainted(page)).toMatchObject({ 'mark-question': ['有12条船'] });

    const card = await rooms.card('有12条船').boundingBox();
    const words = (await charactersOf(page, FIRST.slice(0, 4))).at(FIRST.indexOf('有12'));
    expect(card?.y).toBeGreaterThan((words?.top ?? 0) + 300);
    expect((card?.x ?? 0) + (card?.width ?? 0)).toBeGreaterThan(words?.left ?? 0);
    expect(card?.x).toBeLessThan((words?.left ?? 0) + (words?.width ?? 0));
    expect(complaints.list()).toEqual([]);
  });

  here('setting, place and search hits come back; on paper the columns go on from sheet to sheet', async () => {
    const first = await openVertical();
    await first.page.keyboard.press('End');
    await expect.poll(() => scrolled(first.page)).toBeLessThan(-600);
    // Where reading stopped is told after the last movement; at the end that makes the article one that was read.
    await first.rooms.places.getByRole('link', { name: first.rooms.words.library.places.read }).waitFor();

    const { page, rooms } = await window.open();
    await rooms.places.waitFor();
    await rooms.open(TITLE);
    await page.locator('[data-reader][data-direction=vertical]').waitFor();
    await expect.poll(() => scrolled(page)).toBeLessThan(-600);

    await rooms.search(LAST);
    await rooms.result(TITLE).click();
    await expect.poll(() => listPainted(page)).toMatchObject({ 'hit-now': [LAST] });
    const view = await page.locator('[data-reader]').boundingBox();
    const shown = (await charactersOf(page, LAST))[0];
    expect(shown?.left).toBeGreaterThan(view?.x ?? 0);

    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const paper = await page.evaluate(() => ({
      root: getComputedStyle(document.documentElement).writingMode,
      upright: document.querySelector('[data-print] p span span')?.textContent,
    }));
    expect(paper).toEqual({ root: 'vertical-rl', upright: '12' });
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });

    await page.locator('[data-reader]').focus();
    await page.keyboard.press('Shift+V');
    await page.locator('[data-reader][data-direction=horizontal]').waitFor();
    await expect.poll(() => listPainted(page)).toMatchObject({ 'hit-now': [LAST] });
  });
});
