import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jumpsStrings } from '../../renderer/src/strings/jumps.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { makeJumpPages } from './jump-pages.ts';
import { useWindow } from './use-window.ts';

/** A text as a page of lines of 24 characters, each paragraph a block. */
function altoOf(text: string): string {
  let y = 50;
  const at = (width: number) => `HPOS="50" VPOS="${y}" WIDTH="${width}" HEIGHT="24"`;
  const blocks = text.split('\n').flatMap((paragraph) => {
    const lines = paragraph.replaceAll('　', '').match(/.{1,24}/gu) ?? [];
    const placed = lines.map((line) => {
      y += 30;
      return `<TextLine ${at(24 * line.length)}><String ${at(24 * line.length)} CONTENT="${line}"/></TextLine>`;
    });
    y += 20;
    return placed.length > 0 ? [`<TextBlock>${placed.join('')}</TextBlock>`] : [];
  });
  return `<?xml version="1.0"?><alto><Description><MeasurementUnit>pixel</MeasurementUnit></Description><Layout><Page WIDTH="700" HEIGHT="${y + 60}"><PrintSpace>${blocks.join('')}</PrintSpace></Page></Layout></alto>`;
}

/** An article on two pages is read beside the page that the paragraph in view stands on. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const window = useWindow(host);

  test.skipIf(!host.isHere)('of a joined story each paragraph lights its lines on its own page', async () => {
    const { page, rooms, complaints } = await window.open();
    const from = join(makeJumpPages(join(window.ground.room, '文字')), '2024-03-18');
    const folder = join(window.ground.room, '版面');
    mkdirSync(folder, { recursive: true });
    for (const name of ['第1版', '第4版'])
      writeFileSync(
        join(folder, `霁川日报 2024-03-18 ${name}.xml`),
        altoOf(readFileSync(join(from, `${name}.txt`), 'utf8')),
      );
    await rooms.drop([folder]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.places.getByRole('link', { name: jumpsStrings['zh-Hans'].title }).click();
    const stubs = page.getByRole('listbox', { name: jumpsStrings['zh-Hans'].list }).getByRole('option');
    await expect.poll(() => stubs.count()).toBe(2);
    await page.keyboard.press('Enter');
    await expect.poll(() => stubs.count()).toBe(1);
    await page.keyboard.press('Escape');
    await rooms.open('汀溪渡口添了两艘电渡船');
    await rooms.article.getByText('早高峰要做到十分钟一班').waitFor();
    await page.keyboard.press('o');

    const lit = () =>
      page.evaluate(() => {
        const lines = document.querySelectorAll('[data-region][data-lit]');
        const name = lines[0]?.closest('[tabindex]')?.getAttribute('aria-label') ?? '';
        return `${/第\d版/.exec(name)?.[0]}: ${lines.length}`;
      });
    const read = async (words: string, shown: string) => {
      await rooms.scrollTo(words);
      // Text that is still being set moves from under a pointer that rests: it is pointed at until it stands.
      await expect
        .poll(async () => {
          await page.mouse.move(5, 5);
          await rooms.article.locator('[data-start]').getByText(words).first().hover();
          return lit();
        })
        .toBe(shown);
    };
    await read('渡口管理处的账本', '第1版: 3');
    await read('早高峰要做到十分钟', '第4版: 2');
    await read('戚满仓在这条河上', '第1版: 2');
    expect(complaints.list()).toEqual([]);
  });
});
