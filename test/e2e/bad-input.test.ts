import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureStrings } from '../../renderer/src/strings/failures.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { listPainted } from './rooms.ts';
import { useWindow } from './use-window.ts';

const TITLE = '渡口一日';
const LINES = ['清晨渡口开船，客流平稳。', '午后江面起雾，渡船停航一小时。', '傍晚雾散，末班船准点。'];
/** As UTF-8 has it: three bytes a character. */
const MEGABYTE = 1_048_576 / 3;

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function openText() {
    const opened = await window.open();
    const { rooms } = opened;
    await rooms.places.waitFor();
    mkdirSync(window.ground.room, { recursive: true });
    writeFileSync(join(window.ground.room, '渡口.md'), `# ${TITLE}\n\n${LINES.join('\n\n')}\n`);
    await rooms.drop([window.ground.room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open(TITLE);
    const blockOf = (line: string) => rooms.article.locator('[data-start]').filter({ hasText: line });
    return { ...opened, blockOf };
  }

  here(
    'who begins to drag in the margin, on either side, marks the words that they come to, and no others',
    async () => {
      const { page, blockOf, complaints } = await openText();
      const size = 18;
      /** Across a line, from so far left or right of it to so many characters. */
      const drag = async (line: string, from: number, characters: number) => {
        const box = await blockOf(line).boundingBox();
        if (!box) throw new Error('no line');
        const y = box.y + box.height / 2;
        const begun = from < 0 ? box.x + from : box.x + box.width + from;
        const end = box.x + size * characters + 2;
        await page.mouse.move(begun, y);
        await page.mouse.down();
        await page.mouse.move((begun + end) / 2, y, { steps: 4 });
        await page.mouse.move(end, y, { steps: 4 });
        await page.mouse.up();
      };
      // Two characters are the indent of the paragraph.
      await drag(LINES[1] ?? '', -14, 8);
      await page.keyboard.press('1');
      await expect.poll(async () => (await listPainted(page))['mark-fact']).toEqual([LINES[1]?.slice(0, 6)]);
      await page.keyboard.press('Escape');
      await drag(LINES[2] ?? '', 40, 8);
      await page.keyboard.press('2');
      await expect.poll(async () => (await listPainted(page))['mark-quote']).toEqual([LINES[2]?.slice(6)]);
      expect(complaints.list()).toEqual([]);
    },
  );

  here('a note of a megabyte is kept to its last character, and one that is longer stays in its field', async () => {
    const { page, rooms, complaints } = await openText();
    const long = `头${'雾'.repeat(Math.floor(MEGABYTE) - 2)}尾`;
    await rooms.highlight('客流平稳', 'fact');
    const card = rooms.card('客流平稳');
    await page.keyboard.press('e');
    const field = card.getByRole('textbox', { name: rooms.words.marks.note });
    await field.fill(long.repeat(2));
    await page.keyboard.press('Control+Enter');
    await page.getByText(failureStrings['zh-Hans'].NOTE_TOO_LONG).waitFor();
    expect((await field.inputValue()).length).toBe(long.length * 2);
    await field.fill(long);
    await page.keyboard.press('Control+Enter');
    await field.waitFor({ state: 'detached' });
    await page.reload();
    await card.waitFor();
    await card.getByRole('button').first().click();
    await page.keyboard.press('e');
    const kept = await field.inputValue();
    expect([kept.length, kept.at(0), kept.at(-1)]).toEqual([long.length, '头', '尾']);
    expect(complaints.list()).toEqual([]);
  });
});
