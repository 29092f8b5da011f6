import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArticles } from '../archive/desk/scramble/article.ts';
import { enterDesk } from './desk-room.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { useWindow } from './use-window.ts';

const DOUBTFUL = 'jichuan-daily-2024-03-18-p3.txt';
/** Three briefs below each other, whole and in order: nothing about them is doubtful. */
const CLEAN = 'nanpu-morning-2024-05-18-p3.txt';
const BRIEFS = ['river-brief', 'flower', 'city-stat'];

/** An import of hundreds, where the machine has other work too. */
const LONG_MILLISECONDS = 300_000;

/** Pages are worked through one after the other; after the drop everything is done with the keyboard. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  /** Pages that differ in their date alone, so that each is a page of its own. */
  function makeIssues(count: number): string {
    const folder = join(window.ground.room, '一年的报');
    mkdirSync(folder, { recursive: true });
    const text = readFileSync(`resources/samples/${DOUBTFUL}`, 'utf8');
    for (let number = 1; number <= count; number += 1) {
      const name = `${String(number).padStart(3, '0')}.txt`;
      writeFileSync(join(folder, name), `${text}\n\n第${number}号\n`);
    }
    return folder;
  }

  function makeClean(path = join(window.ground.room, CLEAN), last = ''): string {
    const stories = readArticles().filter(({ name }) => BRIEFS.includes(name));
    const text = stories.flatMap(({ fields, items: [first, ...rest] }) => [
      fields.title,
      `${fields.dateline} ${first?.text}`,
      ...rest.map((item) => item.text),
    ]);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.join('\n\n') + last);
    return path;
  }

  async function openQueue(paths: readonly string[]) {
    const opened = await window.open();
    const { rooms, page } = opened;
    await rooms.places.waitFor();
    await rooms.drop(paths);
    await rooms.waitForImport();
    const desk = enterDesk(page, rooms);
    const waiting = (count: number) =>
      expect
        .poll(() => rooms.places.getByRole('link', { name: rooms.words.library.places.queue }).innerText())
        .toContain(count === 0 ? rooms.words.library.places.queue : String(count));
    return { ...opened, desk, waiting };
  }

  here('Enter opens a page, accepts it and goes on: as many keys as pages, and one to begin', async () => {
    const pages = 4;
    const { page, rooms, desk, waiting, complaints } = await openQueue([makeIssues(pages)]);
    await waiting(pages);
    await desk.press('q');
    await expect.poll(() => desk.queue.getByRole('option').count()).toBe(pages);
    await desk.press('Enter');
    const seen = new Set<string>();
    for (let number = 0; number < pages; number += 1) {
      const heading = page.getByRole('heading', { level: 1 });
      await expect.poll(async () => seen.has(await heading.innerText())).toBe(false);
      await desk.clean.locator('[role="option"][data-current]').waitFor();
      seen.add(await heading.innerText());
      await desk.press('Enter');
    }
    expect(seen.size).toBe(pages);
    // The last one is taken back where one stands, and accepted again.
    await expect.poll(() => desk.head.innerText()).toContain(rooms.words.desk.state.accepted);
    await desk.press('u');
    await expect.poll(() => desk.head.innerText()).toContain(rooms.words.desk.state.separated);
    await desk.press('Enter');
    await desk.notice(rooms.words.deskActs.acceptedLast.split('，')[1] ?? '').waitFor();
    await desk.press('Escape');
    await page.getByText(rooms.words.queue.done).waitFor();
    expect(await desk.queue.getByText(rooms.words.queue.states.accepted).count()).toBe(pages);
    await desk.press('Escape');
    await waiting(0);
    expect(complaints.list()).toEqual([]);
  });

  here(
    'in a queue of five hundred clean pages one key takes one of them, and three take the rest',
    async () => {
      const folder = join(window.ground.room, '五百版');
      const [pages, byKey] = [500, 40];
      for (let number = 1; number <= pages; number += 1)
        makeClean(join(folder, `${number}.txt`), `以上是第${number}期的统计。`);
      const { page, rooms, desk, waiting, complaints } = await openQueue([folder]);
      // What travels is shown by the journey of that; here one goes through quickly.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await waiting(pages);
      await desk.press('q');
      await desk.queue.getByRole('option').first().waitFor();
      await desk.press('Enter');
      const heading = page.getByRole('heading', { level: 1 });
      const seen = new Set<string>();
      for (let keys = 0; keys < byKey; keys += 1) {
        await expect.poll(async () => seen.has(await heading.innerText())).toBe(false);
        await desk.clean.locator('[role="option"][data-current]').waitFor();
        expect(await desk.doubts()).toBe(0);
        seen.add(await heading.innerText());
        await desk.press('Enter');
      }
      expect(seen.size).toBe(byKey);
      await expect.poll(async () => seen.has(await heading.innerText())).toBe(false);
      await desk.press('Escape');
      await desk.queue.getByRole('option').first().waitFor();
      await desk.press('Shift+A');
      const { title, accept } = rooms.words.queue.clean;
      const dialog = page.getByRole('dialog', { name: title });
      await expect.poll(() => dialog.getByRole('link').count()).toBe(20);
      await dialog.getByRole('button', { name: accept.replace('{{count}}', String(pages - byKey)) }).focus();
      await desk.press('Enter');
      await page.getByText(rooms.words.queue.done).waitFor();
      await desk.press('Escape');
      await waiting(0);
      expect(complaints.list()).toEqual([]);
    },
    LONG_MILLISECONDS,
  );

  here('pages without a doubt are accepted at once, after a look at them; undo takes all of them back', async () => {
    const { page, rooms, desk, waiting, complaints } = await openQueue([makeIssues(1), makeClean()]);
    await desk.press('q');
    await expect.poll(() => desk.queue.getByRole('option').count()).toBe(2);
    await desk.press('Shift+A');
    const dialog = page.getByRole('dialog', { name: rooms.words.queue.clean.title });
    const look = dialog.getByRole('link', { name: CLEAN });
    await look.focus();
    await desk.press('Enter');
    await page.getByRole('heading', { level: 1, name: CLEAN }).waitFor();
    await desk.clean.locator('[role="option"][data-current]').waitFor();
    await desk.press('Escape');
    await dialog.getByText(rooms.words.queue.clean.seen).waitFor();
    await dialog.getByRole('button', { name: rooms.words.queue.clean.accept.replace('{{count}}', '1') }).focus();
    await desk.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const accepted = desk.queue.getByText(rooms.words.queue.states.accepted);
    await expect.poll(() => accepted.count()).toBe(1);
    await desk.press('Control+z');
    await expect.poll(() => accepted.count()).toBe(0);
    await desk.press('Escape');
    await waiting(2);
    expect(complaints.list()).toEqual([]);
  });

  here('a page that comes while they are looked at is accepted with none of them before it was seen', async () => {
    const { page, rooms, desk, waiting, complaints } = await openQueue([makeClean()]);
    await waiting(1);
    await desk.press('q');
    await desk.queue.getByRole('option').first().waitFor();
    await desk.press('Shift+A');
    const { title, accept, changes } = rooms.words.queue.clean;
    const dialog = page.getByRole('dialog', { name: title });
    const acceptAll = (count: string) => dialog.getByRole('button', { name: accept.replace('{{count}}', count) });
    await acceptAll('1').waitFor();
    await rooms.drop([makeClean(join(window.ground.room, '后到.txt'), '后到的一版。')]);
    const waits = desk.queue.getByText(rooms.words.queue.states.separated);
    await expect.poll(() => waits.count()).toBe(2);
    // The dialog stands as it was: what it speaks of is what it would accept.
    await acceptAll('1').focus();
    await desk.press('Enter');
    const said = changes.text.replace('{{what}}', changes.came_one.replace('{{count}}', '1'));
    await dialog.getByRole('alert').filter({ hasText: said }).waitFor();
    await dialog.getByRole('link', { name: '后到.txt' }).waitFor();
    expect(await waits.count()).toBe(2);
    await acceptAll('2').focus();
    await desk.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => desk.queue.getByText(rooms.words.queue.states.accepted).count()).toBe(2);
    expect(complaints.list()).toEqual([]);
  });

  here('whoever comes back from the desk stands on the row that was open; filters are in the address', async () => {
    const { page, rooms, desk, complaints } = await openQueue([makeIssues(3)]);
    await desk.press('q');
    const rows = desk.queue.getByRole('option');
    await expect.poll(() => rows.count()).toBe(3);
    await desk.press('ArrowDown', 'ArrowDown', 'Enter');
    await desk.clean.locator('[role="option"][data-current]').waitFor();
    // What is said of the import stands below the work and covers none of it.
    const [work, line] = await Promise.all([page.getByRole('main').boundingBox(), rooms.importing.boundingBox()]);
    expect((work?.y ?? 0) + (work?.height ?? 0)).toBeLessThanOrEqual(line?.y ?? 0);
    await desk.press('Escape');
    await expect.poll(() => rows.nth(2).getAttribute('aria-selected')).toBe('true');
    await page.locator('[role="option"]:focus').waitFor();

    await page.evaluate(() => {
      location.hash = '#/queue?state=accepted';
    });
    await page.getByRole('heading', { name: rooms.words.queue.none.title }).waitFor();
    await page.evaluate(() => {
      location.hash = '#/queue?doubts=some';
    });
    await expect.poll(() => rows.count()).toBe(3);
    expect(complaints.list()).toEqual([]);
  });
});
