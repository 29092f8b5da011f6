import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { makePages } from './material.ts';
import { enterRooms } from './rooms.ts';
import { useWindow } from './use-window.ts';

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const window = useWindow(host);
  const { open } = window;

  test.skipIf(!host.isHere)(
    'a new archive opens empty, in the language of the system, without a complaint',
    async () => {
      const { page, complaints } = await open({ locale: 'en-GB' });
      const { places, words } = enterRooms(page, 'en');
      await places.waitFor();
      await page.getByRole('heading', { name: words.library.empty.archive.title }).waitFor();
      expect(await page.title()).toContain('Jianbao');
      expect(complaints.list()).toEqual([]);
    },
  );

  test.skipIf(!host.isHere)('a reload keeps the session, and the address holds no secret', async () => {
    const { page, complaints } = await open();
    await page.getByRole('navigation', { name: '位置' }).waitFor();
    expect(page.url()).not.toContain('code=');
    await page.reload();
    await page.getByRole('link', { name: '全部文章' }).waitFor();
    expect(complaints.list()).toEqual([]);
  });

  test.skipIf(!host.isHere)('a list that was moved takes a press at once', async () => {
    const { page, rooms } = await open();
    await rooms.places.waitFor();
    await rooms.drop([makePages(window.ground.room, 60)]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.list.hover();
    const top = () => rooms.list.evaluate((list) => list.scrollTop);
    await page.mouse.wheel(0, 600);
    await expect.poll(top).toBe(600);
    await page.mouse.down();
    await page.mouse.up();
    await rooms.article.getByRole('heading', { name: /^札记/ }).waitFor({ timeout: 5_000 });
  });
});
