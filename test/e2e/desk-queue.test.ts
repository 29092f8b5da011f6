import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enterDesk } from './desk-room.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { useWindow } from './use-window.ts';

const DOUBTFUL = 'jichuan-daily-2024-03-18-p3.txt';
/** Nothing about these is doubtful. */
const CLEAN = ['nanpu-morning-2024-05-17-p3.xml', 'nanpu-morning-2024-05-17-p3.png'];

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

  here('pages without a doubt are accepted at once, after a look at them; undo takes all of them back', async () => {
    const clean = CLEAN.map((name) => resolve('resources/samples', name));
    const { page, rooms, desk, waiting, complaints } = await openQueue([makeIssues(1), ...clean]);
    await desk.press('q');
    await expect.poll(() => desk.queue.getByRole('option').count()).toBe(2);
    await desk.press('Shift+A');
    const dialog = page.getByRole('dialog', { name: rooms.words.queue.clean.title });
    const look = dialog.getByRole('link', { name: CLEAN[0] });
    await look.focus();
    await desk.press('Enter');
    await page.getByRole('heading', { level: 1, name: CLEAN[0] }).waitFor();
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

  here('whoever comes back from the desk stands on the row that was open; filters are in the address', async () => {
    const { page, rooms, desk, complaints } = await openQueue([makeIssues(3)]);
    await desk.press('q');
    const rows = desk.queue.getByRole('option');
    await expect.poll(() => rows.count()).toBe(3);
    await desk.press('ArrowDown', 'ArrowDown', 'Enter');
    await desk.clean.locator('[role="option"][data-current]').waitFor();
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
