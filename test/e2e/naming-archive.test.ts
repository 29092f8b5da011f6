import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enterDesk } from './desk-room.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { useWindow } from './use-window.ts';

const SAMPLE = 'resources/samples/jichuan-daily-2024-03-18-p3.txt';
const FITTING = ['江城/1998/0315/02.txt', '江城/1998/0316/03.txt', '江城/1998/0317/A4.txt'];
const NAMES = [...FITTING, '江城/1998/0230/04.txt', '江城/未编.txt'];
const RULE = '{报}/{yyyy}/{mmdd}/{版}.txt';

/** Pages that came in without a rule get paper, day and page from their names afterwards; the keyboard alone. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const window = useWindow(host);

  function fill(): string {
    const folder = join(window.ground.room, '旧盘');
    const text = readFileSync(SAMPLE, 'utf8');
    for (const [index, name] of NAMES.entries()) {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${text}\n\n第${index}号\n`);
    }
    return folder;
  }

  test.skipIf(!host.isHere)(
    'from the queue: all that are shown or those chosen, seen first, applied, taken back',
    async () => {
      const { page, rooms, complaints } = await window.open();
      const { words } = rooms;
      await rooms.places.waitFor();
      await rooms.drop([fill()]);
      await rooms.waitForImport();
      const desk = enterDesk(page, rooms);
      await desk.press('q');
      const pages = desk.queue.getByRole('option');
      await expect.poll(() => pages.count()).toBe(NAMES.length);

      const dialog = page.getByRole('dialog', { name: words.intake.names.title });
      const rule = dialog.getByRole('textbox');
      const others = dialog.getByRole('listbox').getByRole('option');
      await desk.press('r');
      await dialog.waitFor();
      await rule.press('ControlOrMeta+a');
      await page.keyboard.insertText(RULE);
      await expect
        .poll(async () => (await others.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ')).sort())
        .toEqual(['旧盘/江城/1998/0230/04.txt 没有 1998-02-30 这一天', '旧盘/江城/未编.txt 不合规则']);
      const read = await dialog.getByRole('row').allInnerTexts();
      const said = read.slice(1).map((row) => row.replace(/\s+/g, ' '));
      expect(said.sort()).toEqual([
        '旧盘/江城/1998/0315/02.txt 江城 1998-03-15 02',
        '旧盘/江城/1998/0316/03.txt 江城 1998-03-16 03',
        '旧盘/江城/1998/0317/A4.txt 江城 1998-03-17 A4',
      ]);
      // Names that do not fit are seen before those that do.
      const heights = await Promise.all([others.first().boundingBox(), dialog.getByRole('table').boundingBox()]);
      expect(heights[0]?.y).toBeLessThan(heights[1]?.y ?? 0);
      await desk.press('Escape');
      await dialog.waitFor({ state: 'detached' });

      // Three of the five: one at least fits.
      await desk.press('Home', 'Shift+ArrowDown', 'Shift+ArrowDown');
      await page.getByText(words.queue.marked_other.replace('{{count}}', '3')).waitFor();
      await desk.press('r');
      await dialog.waitFor();
      await rule.press('ControlOrMeta+a');
      await page.keyboard.insertText(RULE);
      const named = pages.filter({ hasText: '江城' });
      expect(await named.count()).toBe(0);
      const apply = dialog.getByRole('button', { name: /^填写合规则的/ });
      await apply.and(dialog.locator(':enabled')).waitFor();
      const fitting = Number(/\d+/.exec(await apply.innerText())?.[0]);
      await apply.focus();
      await desk.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => named.count()).toBe(fitting);
      await desk.press('Control+z');
      await expect.poll(() => named.count()).toBe(0);
      // Escape lets go of the three first, then of the queue.
      await desk.press('Escape');
      await page.getByText(words.queue.marked_other.replace('{{count}}', '3')).waitFor({ state: 'detached' });
      await desk.press('Escape');
      await desk.queue.waitFor({ state: 'detached' });
      expect(complaints.list()).toEqual([]);
    },
  );
});
