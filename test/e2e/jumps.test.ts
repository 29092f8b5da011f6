import { describe, expect, test } from 'vitest';
import { deskStrings } from '../../renderer/src/strings/desk.ts';
import { jumpsStrings } from '../../renderer/src/strings/jumps.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { makeJumpPages } from './jump-pages.ts';
import { useWindow } from './use-window.ts';

const words = jumpsStrings['zh-Hans'];

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const window = useWindow(host);

  test.skipIf(!host.isHere)(
    'a story on two pages is found, joined, read, undone and joined again with the keyboard alone',
    async () => {
      const { page, rooms, complaints } = await window.open();
      await rooms.places.waitFor();
      await rooms.drop([makeJumpPages(window.ground.room)]);
      await rooms.waitForImport();
      await rooms.dismissImport();
      const link = rooms.places.getByRole('link', { name: words.title });
      await expect.poll(() => link.innerText()).toMatch(/2/);
      await page.keyboard.press('ControlOrMeta+k');
      const palette = page.getByRole('dialog', { name: rooms.words.app.palette });
      await palette.getByRole('searchbox').fill(rooms.words.app.jumps);
      await page.keyboard.press('Enter');

      // Two ends of the first page; the one without its other half is listed as open.
      const stubs = page.getByRole('listbox', { name: words.list }).getByRole('option');
      await expect.poll(() => stubs.allInnerTexts()).toHaveLength(2);
      const listed = (await stubs.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
      expect(listed[0]).toContain('汀溪渡口添了两艘电渡船 下转4版');
      expect(listed[1]).toContain(words.open);
      const side = page.getByRole('region', { name: words.ends });
      await side.getByText('他记得每一处浅滩，').first().waitFor();
      await side.getByText('也记得哪一家的孩子').first().waitFor();
      await side.getByText(words.reasons.page_named.for).first().waitFor();

      const second = await side.getByRole('link').nth(1).getAttribute('href');

      await page.keyboard.press('j');
      await side.getByText(words.none.replace('{{page}}', '7')).waitFor();
      await page.keyboard.press('k');
      const current = side.locator('button[aria-current]');
      await current.waitFor();
      const first = await current.innerText();
      if ((await side.getByRole('listitem').count()) > 1) {
        await page.keyboard.press('ArrowDown');
        await expect.poll(() => current.innerText()).not.toBe(first);
        await page.keyboard.press('ArrowUp');
        await expect.poll(() => current.innerText()).toBe(first);
      }

      await page.keyboard.press('Enter');
      await expect.poll(() => stubs.count()).toBe(1);
      await page.keyboard.press('u');
      await expect.poll(() => stubs.count()).toBe(2);
      await page.keyboard.press('Enter');
      await expect.poll(() => stubs.count()).toBe(1);

      // In the reader it is one article with a thin rule where the page changes.
      await page.keyboard.press('Escape');
      await rooms.open('汀溪渡口添了两艘电渡船');
      await rooms.article.getByText('早高峰要做到十分钟一班').waitFor();
      expect(await rooms.article.getByRole('separator', { name: '4版' }).count()).toBe(1);
      await rooms.article.getByText('1、4版').waitFor();
      // At the desk either half leads to the other, and what accepting does is said before.
      await rooms.openDesk();
      const joins = deskStrings['zh-Hans'].joins;
      const clean = page.getByRole('region', { name: rooms.words.desk.clean });
      await clean.getByText(joins.stay_one.replace('{{count}}', '1')).waitFor();
      const ferry = clean.getByRole('article').filter({ hasText: '汀溪渡口添了两艘电渡船' });
      await ferry.getByRole('link', { name: '下转4版' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: '第4版.txt' }).waitFor();
      await clean.getByRole('link', { name: '上接1版' }).waitFor();
      expect(await clean.getByRole('link', { name: joins.all }).getAttribute('href')).toBe('#/jumps');
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: '第1版.txt' }).waitFor();
      await page.goBack();
      // What the other page keeps of it leads here.
      await page.evaluate((address) => location.assign(String(address)), second);
      await rooms.article.getByRole('link', { name: rooms.words.reader.parts.partOf }).click();
      await rooms.article.getByText('早高峰要做到十分钟一班').waitFor();
      await rooms.highlight('孩子们反倒不习惯', 'fact');
      await rooms.search('孩子们反倒不习惯');
      await rooms.result('汀溪渡口添了两艘电渡船').click();
      await rooms.article.getByRole('separator', { name: '4版' }).waitFor();

      // Taken apart from the article itself, the second page is an article of its own, with its mark.
      await page.keyboard.press('ControlOrMeta+k');
      const apart = rooms.words.reader.parts.part.replace('{{page}}', '4');
      await palette.getByRole('searchbox').fill(apart);
      await palette.getByRole('menuitem', { name: apart }).click();
      await rooms.article.getByRole('separator').waitFor({ state: 'detached' });
      await rooms.search('孩子们反倒不习惯');
      await rooms.result('也记得哪一家的孩子').click();
      await rooms.card('孩子们反倒不习惯').waitFor();
      expect(complaints.list()).toEqual([]);
    },
  );
});
