import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { useWindow } from './use-window.ts';

const NAMES = ['江城/1998/0315/02.txt', '江城/1998/0316/03.txt', '江城/1998/0230/04.txt', '江城/札记.txt'];

function fill(room: string): string {
  const folder = join(room, '旧盘');
  for (const name of NAMES) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `题目 ${name}\n\n渡口新添两艘渡船，${name}。\n`);
  }
  return folder;
}

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const window = useWindow(host);

  test.skipIf(!host.isHere)(
    'who wants to be asked sees what the names say, and those that do not fit, before anything is sent',
    async () => {
      const { page, rooms, complaints } = await window.open();
      const { words } = rooms;
      await rooms.places.waitFor();
      const folder = fill(window.ground.room);

      await page.keyboard.press('ControlOrMeta+k');
      const palette = page.getByRole('dialog', { name: words.app.palette });
      await palette.getByRole('searchbox').fill(words.intake.askAlways);
      await palette.getByRole('menuitem', { name: words.intake.askAlways }).click();
      await palette.waitFor({ state: 'detached' });
      await rooms.drop([folder]);

      const dialog = page.getByRole('dialog', { name: words.intake.names.title });
      const rule = dialog.getByRole('textbox');
      const other = dialog.getByRole('listbox').getByRole('option');
      await rule.fill('{报}/{yyy}/{mmdd}/{版}.txt');
      await dialog.getByText(words.intake.names.problems.unknown_field).waitFor();
      expect(await dialog.locator('mark').textContent()).toBe('{yyy}');

      await rule.fill('{报}/{yyyy}/{mmdd}/{版}.txt');
      await expect.poll(() => dialog.getByRole('row').allInnerTexts()).toHaveLength(3);
      const rows = await dialog.getByRole('row').allInnerTexts();
      expect(rows.slice(1).map((row) => row.replace(/\s+/g, ' '))).toEqual([
        '旧盘/江城/1998/0315/02.txt 江城 1998-03-15 02',
        '旧盘/江城/1998/0316/03.txt 江城 1998-03-16 03',
      ]);
      expect((await other.allInnerTexts()).map((row) => row.replace(/\s+/g, ' '))).toEqual([
        '旧盘/江城/1998/0230/04.txt 没有 1998-02-30 这一天',
        '旧盘/江城/札记.txt 不合规则',
      ]);

      // Given up: nothing was sent, and nothing is.
      await dialog.getByRole('button', { name: words.intake.cancel }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await rooms.importing.count()).toBe(0);
      await page.reload();
      await page.getByRole('heading', { name: words.library.empty.archive.title }).waitFor();

      // Asked again in a new session, and only what fits is taken.
      await rooms.drop([folder]);
      await rule.fill('{报}/{yyyy}/{mmdd}/{版}.txt');
      await dialog.getByRole('button', { name: '只导入合规则的 2 个' }).click();
      expect(await rooms.waitForImport()).toContain('2 个文件');
      await rooms.dismissImport();
      const listed = await rooms.list.getByRole('option').allInnerTexts();
      expect(listed.map((row) => /江城.*1998年3月1[56]日/s.test(row))).toEqual([true, true]);

      // The rule is remembered.
      await rooms.drop([folder]);
      await dialog.waitFor();
      await expect.poll(() => rule.inputValue()).toBe('{报}/{yyyy}/{mmdd}/{版}.txt');
      await dialog.getByRole('button', { name: '导入 4 个' }).click();
      expect(await rooms.waitForImport()).toContain('2 个已在库中');
      expect(complaints.list()).toEqual([]);
    },
  );

  test.skipIf(!host.isHere)('who does not, is not: a drop is imported in one step', async () => {
    const { page, rooms } = await window.open();
    await rooms.places.waitFor();
    await rooms.drop([fill(window.ground.room)]);
    expect(await rooms.waitForImport()).toContain('4 个文件');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});
