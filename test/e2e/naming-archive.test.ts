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

  function fill(textOf: (index: number) => string): string {
    const folder = join(window.ground.room, '旧盘');
    for (const [index, name] of NAMES.entries()) {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, textOf(index));
    }
    return folder;
  }

  test.skipIf(!host.isHere)(
    'from the library: the chosen articles alone get what their names say, and give it back',
    async () => {
      const { page, rooms, complaints } = await window.open();
      const { words } = rooms;
      await rooms.places.waitFor();
      await rooms.drop([fill((index) => `第${index}篇\n\n渡口新添第${index}艘渡船。\n`)]);
      await rooms.waitForImport();
      await rooms.dismissImport();
      const rows = rooms.list.getByRole('option');
      await expect.poll(() => rows.count()).toBe(NAMES.length);
      const placed = rows.filter({ hasText: '江城' });
      const titles = async () => (await placed.allInnerTexts()).map((text) => /第\d篇/.exec(text)?.[0]).sort();
      expect(await placed.count()).toBe(0);

      const { selection } = words.library;
      const bar = page.getByRole('toolbar', { name: selection.label });
      const dialog = page.getByRole('dialog', { name: words.intake.names.title });
      const rule = dialog.getByRole('textbox');
      const apply = dialog.getByRole('button', { name: /^填写合规则的/ });
      const ask = async (count: string) => {
        await bar.getByText(selection.count_other.replace('{{count}}', count)).waitFor();
        await bar.getByRole('button', { name: selection.rule }).focus();
        await page.keyboard.press('Enter');
        await dialog.getByText(words.intake.names.introArchive_other.replace('{{count}}', count)).waitFor();
      };

      // Two of the three that fit, and one that does not.
      await rooms.row('第0篇').click({ modifiers: ['ControlOrMeta'] });
      await rooms.row('第2篇').click({ modifiers: ['ControlOrMeta'] });
      await rooms.row('第4篇').click({ modifiers: ['ControlOrMeta'] });
      await ask('3');
      await rule.press('ControlOrMeta+a');
      await page.keyboard.insertText('{报}/{yyyy}');
      // What fits no name fills in nothing.
      await dialog
        .getByRole('button', { name: words.intake.names.applyNone })
        .and(dialog.locator(':disabled'))
        .waitFor();
      await rule.press('ControlOrMeta+a');
      await page.keyboard.insertText(RULE);
      await apply.and(dialog.locator(':enabled')).filter({ hasText: '2' }).waitFor();
      await apply.focus();
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(titles).toEqual(['第0篇', '第2篇']);
      await placed.first().getByText('1998年3月').waitFor();
      await page.keyboard.press('ControlOrMeta+z');
      await expect.poll(titles).toEqual([]);

      // The rule is proposed the next time, to whatever is chosen then.
      await rows.first().click();
      await rooms.list.press('ControlOrMeta+a');
      await ask('5');
      expect(await rule.inputValue()).toBe(RULE);
      await apply.and(dialog.locator(':enabled')).filter({ hasText: '3' }).waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await titles()).toEqual([]);
      expect(complaints.list()).toEqual([]);
    },
  );

  test.skipIf(!host.isHere)(
    'from the queue: all that are shown or those chosen, seen first, applied, taken back',
    async () => {
      const { page, rooms, complaints } = await window.open();
      const { words } = rooms;
      await rooms.places.waitFor();
      const text = readFileSync(SAMPLE, 'utf8');
      await rooms.drop([fill((index) => `${text}\n\n第${index}号\n`)]);
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
