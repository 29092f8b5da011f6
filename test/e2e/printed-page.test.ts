import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { enterDesk } from './desk-room.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import type { Rooms } from './rooms.ts';
import { useWindow } from './use-window.ts';

const ALTO = 'nanpu-morning-2024-05-17-p3';
const HEAD = '城北三条背街试行早市错时摆摊';

/** A page that says where its text stands: dropped with its picture, shown beside what became of it. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  function folderWith(...names: string[]): string {
    const folder = join(window.ground.room, '版面');
    mkdirSync(folder, { recursive: true });
    for (const name of names) cpSync(`resources/samples/${name}`, join(folder, name));
    return folder;
  }

  async function openDesk(page: Page, rooms: Rooms, names: readonly string[], title: string): Promise<void> {
    await rooms.drop([folderWith(...names)]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open(title);
    await rooms.openDesk();
    await page.getByRole('group', { name: rooms.words.desk.page.label.replace('{{name}}', '') }).waitFor();
  }

  const lit = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-region][data-lit]')].map((region) => {
        const page = region.parentElement?.getBoundingClientRect() ?? new DOMRect();
        const { left, top, height } = region.getBoundingClientRect();
        return { column: Math.floor(((left - page.left) / page.width) * 3) + 1, top: top - page.top, height };
      }),
    );

  here(
    'ALTO with its picture: pointing at a paragraph lights its boxes in both columns, and a box its paragraph',
    async () => {
      const { page, rooms, complaints } = await window.open();
      await openDesk(page, rooms, [`${ALTO}.xml`, `${ALTO}.png`], HEAD);
      const picture = page.getByRole('img', { name: rooms.words.desk.page.picture.replace('{{number}}', '1') });
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1092);

      const clean = page.getByRole('region', { name: rooms.words.desk.clean });
      const cut = clean.getByText('从十一分钟缩短到');
      await cut.hover();
      await expect
        .poll(() => lit(page).then((boxes) => boxes.map(({ column }) => column)))
        .toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2]);

      // The box of the last line of the first column; what lights up is the paragraph of both.
      await page.mouse.move(5, 5);
      await expect.poll(() => lit(page).then((boxes) => boxes.length)).not.toBe(9);
      const box = page.locator('[data-region]').filter({ visible: true });
      const start = await page.evaluate(() => document.querySelectorAll('[data-region]').length);
      expect(start).toBeGreaterThan(60);
      const block = await cut.evaluate((element) => element.closest('[data-place]')?.getAttribute('data-place'));
      await box
        .and(page.locator(`[data-place="${block}"]`))
        .last()
        .hover();
      await expect.poll(() => cut.evaluate((element) => element.closest('[data-lit]') !== null)).toBe(true);
      expect(complaints.list()).toEqual([]);
    },
  );

  here('keys go from block to block, zoom, and show the lines instead of the picture', async () => {
    const { page, rooms, complaints } = await window.open();
    await openDesk(page, rooms, [`${ALTO}.xml`, `${ALTO}.png`], HEAD);
    const words = rooms.words.desk.page;
    const frame = page.getByRole('group', { name: words.label.replace('{{name}}', '') });
    await frame.focus();
    // A page opens at its first doubt, wherever that is: from the top there is somewhere to go.
    for (let block = 0; block < 40; block += 1) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await lit(page)).length).toBeGreaterThan(0);
    const first = await lit(page);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => lit(page)).not.toEqual(first);
    const width = () =>
      page
        .locator('[data-region]')
        .first()
        .evaluate((region) => region.parentElement?.clientWidth ?? 0);
    const before = await width();
    await page.keyboard.press('z');
    await expect.poll(width).toBeGreaterThan(before * 1.2);
    await page.keyboard.press('w');
    await expect.poll(() => frame.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    await page.getByRole('button', { name: words.asText }).click();
    await page.getByRole('region', { name: rooms.words.desk.raw }).getByText('六分钟，摊主的营业额并没有下').waitFor();
    await page.getByRole('button', { name: words.asPage }).click();
    await frame.waitFor();
    expect(complaints.list()).toEqual([]);
  });

  here(
    'beside an article its source shows what is read, on the page and in its lines; a box leads back to the text',
    async () => {
      const { page, rooms, complaints } = await window.open();
      await rooms.drop([folderWith(`${ALTO}.xml`, `${ALTO}.png`)]);
      await rooms.waitForImport();
      await rooms.dismissImport();
      await rooms.open(HEAD);
      await page.keyboard.press('o');
      const beside = page.getByRole('region', { name: rooms.words.desk.raw });
      await beside.getByRole('img').waitFor();
      await rooms.scrollTo('从十一分钟缩短到');
      const columns = () => lit(page).then((boxes) => boxes.map(({ column }) => column));
      // Text that is still being set moves from under a pointer that rests: it is pointed at until it stands.
      await expect
        .poll(async () => {
          await page.mouse.move(5, 5);
          await rooms.article.locator('[data-start]').getByText('从十一分钟缩短到').hover();
          return columns();
        })
        .toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2]);

      await page.setViewportSize({ width: 1280, height: 420 });
      const last = rooms.article.locator('[data-start]').getByText('试行到七月底');
      const isInView = () => last.evaluate((element) => element.getBoundingClientRect().top < innerHeight);
      const boxes = page.locator('[data-region]');
      const count = await boxes.count();
      for (let at = count - 1; at >= 0; at -= 1) {
        if ((await boxes.nth(at).getAttribute('data-first')) === '2') {
          await boxes.nth(at - 1).click();
          break;
        }
      }
      await expect.poll(isInView).toBe(true);

      await page.getByRole('button', { name: rooms.words.desk.page.asText }).click();
      await beside.getByText('届时再请住户投票决定去留。').waitFor();
      await page.keyboard.press('Escape');
      await rooms.article.locator('[data-reader]').focus();
      await page.keyboard.press('o');
      await beside.waitFor({ state: 'detached' });
      expect(complaints.list()).toEqual([]);
    },
  );

  here(
    'a rectangle drawn on the page chooses the blocks under it, and what was chosen is sent with one key',
    async () => {
      const { page, rooms, complaints } = await window.open();
      await openDesk(page, rooms, [`${ALTO}.xml`, `${ALTO}.png`], HEAD);
      const chosen = () =>
        page.evaluate(
          () =>
            [
              ...new Set(
                [...document.querySelectorAll<HTMLElement>('[data-region][data-chosen]')].map(
                  (each) => each.dataset.place,
                ),
              ),
            ].length,
        );
      // Around the second story of the third column, without its title.
      const first = await page.locator('[data-region][data-first="2"]').boundingBox();
      const third = await page.locator('[data-region][data-first="3"]').boundingBox();
      if (!first || !third) throw new Error('the third column is not in view');
      await page.mouse.move(first.x - 8, first.y + first.height + 4);
      await page.mouse.down();
      await page.mouse.move(first.x + 60, first.y + 90, { steps: 3 });
      await page.mouse.move(first.x + 300, third.y - 6, { steps: 3 });
      await page.mouse.up();
      // Dateline, byline and three paragraphs.
      await expect.poll(chosen).toBe(5);
      await page.keyboard.press('1');
      await expect
        .poll(() => page.evaluate(() => document.querySelectorAll('[data-region][data-band="0"]').length))
        .toBeGreaterThan(45);
      expect(complaints.list()).toEqual([]);
    },
  );

  here('a rectangle assigns what it holds: whole blocks as they are, of a paragraph only its lines', async () => {
    const { page, rooms, complaints } = await window.open();
    await openDesk(page, rooms, [`${ALTO}.xml`, `${ALTO}.png`], HEAD);
    const desk = enterDesk(page, rooms);
    const first = await desk.articles();
    const [own = [], other = []] = first;

    /** Around the printed lines of a block, from its first to one of its last. */
    async function drawAround(place: string | undefined, lines?: number): Promise<void> {
      const boxes = await page
        .locator(`[data-region][data-place="${place}"]`)
        .evaluateAll((regions) => regions.map((region) => region.getBoundingClientRect().toJSON() as DOMRect));
      const taken = boxes.slice(0, lines ?? boxes.length);
      const left = Math.min(...taken.map((box) => box.left));
      const right = Math.max(...taken.map((box) => box.right));
      const [top, bottom] = [taken[0]?.top ?? 0, taken.at(-1)?.bottom ?? 0];
      await page.mouse.move(left - 2, top + 1);
      await page.mouse.down();
      await page.mouse.move(left + 20, top + 5, { steps: 3 });
      await page.mouse.move(right + 2, bottom - 1, { steps: 3 });
      await page.mouse.up();
    }

    const whole = other.find(({ role }) => role === 'paragraph');
    await drawAround(whole?.place);
    await desk.press('1');
    await expect.poll(async () => (await desk.articles())[0]?.at(-1)).toEqual(whole);
    await desk.press('u');
    await expect.poll(desk.articles).toEqual(first);

    const cut = own.find(({ role }) => role === 'paragraph');
    await drawAround(cut?.place, 2);
    await desk.press('a');
    await expect.poll(async () => (await desk.articles()).length).toBe(first.length + 1);
    const made = (await desk.articles()).flat().find(({ place }) => place === cut?.place);
    expect(made?.text.length).toBeLessThan(cut?.text.length ?? 0);
    expect(cut?.text.startsWith(made?.text ?? ' ')).toBe(true);
    await desk.press('u', 'u');
    await expect.poll(desk.articles).toEqual(first);
    expect(complaints.list()).toEqual([]);
  });

  here('with keys alone lines are chosen on the page and sent: what a rectangle does with a pointer', async () => {
    const { page, rooms, complaints } = await window.open();
    await openDesk(page, rooms, [`${ALTO}.xml`, `${ALTO}.png`], HEAD);
    const desk = enterDesk(page, rooms);
    const first = await desk.articles();
    const cursor = page.locator('[data-region][data-cursor]');
    const active = () =>
      page.evaluate(() => {
        const id = document.activeElement?.getAttribute('aria-activedescendant');
        return (id && document.getElementById(id)?.getAttribute('aria-label')) || '';
      });
    const chosen = () =>
      page
        .locator('[data-region][data-chosen]')
        .evaluateAll((regions) => regions.map((region) => Number((region as HTMLElement).dataset.start)));
    await desk.press('l');
    await cursor.waitFor();
    // To the first line of the second paragraph of the second story: across to its column, and along it.
    const paragraph = first[1]?.filter(({ role }) => role === 'paragraph')[1];
    const begins = page.locator(`[data-region][data-start="${paragraph?.place}"]`);
    // Its column is the last of three; a line that is shorter has nothing to its right.
    for (let column = 0; column < 2; column += 1) await page.keyboard.press('ArrowRight');
    for (let step = 0; step < 60; step += 1) {
      const [box, target] = [await cursor.boundingBox(), await begins.boundingBox()];
      if (!box || !target || (box.x === target.x && box.y === target.y)) break;
      await page.keyboard.press(box.y > target.y ? 'ArrowUp' : 'ArrowDown');
    }
    const words = paragraph?.text.slice(0, 3) ?? ' ';
    expect(await active()).toContain(words);
    expect(await active()).toMatch(/^第 2 篇：/);
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(async () => (await chosen()).length).toBe(2);
    await page.keyboard.press('1');
    await expect.poll(async () => (await desk.articles())[0]?.at(-1)?.text.startsWith(words)).toBe(true);
    const sent = (await desk.articles())[0]?.at(-1);
    const whole = first[1]?.find(({ text }) => text.startsWith(words));
    expect(sent?.text.length).toBeLessThan(whole?.text.length ?? 0);
    // Enter ends the choosing and accepts nothing; the next is the desk's own.
    await page.keyboard.press('Enter');
    await expect.poll(() => cursor.count()).toBe(0);
    expect(await page.getByRole('group', { name: rooms.words.desk.page.label.replace('{{name}}', '') }).count()).toBe(
      1,
    );
    await desk.press('u', 'u');
    await expect.poll(desk.articles).toEqual(first);
    expect(complaints.list()).toEqual([]);
  });
});
