import { resolve } from 'node:path';
import type { WebSocketRoute } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { enterDesk } from './desk-room.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { enterRooms } from './rooms.ts';
import { useWindow } from './use-window.ts';

const NAME = 'jichuan-daily-2024-03-18-p3.txt';

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  // The product has one window; in a browser nobody is kept from opening a second one.
  const here = test.skipIf(!host.isHere || host.name === 'Electron');
  const window = useWindow(host);

  here(
    'two windows at one page: what was meant for an older state is not done, and the new state is shown',
    async () => {
      const { page, rooms, complaints } = await window.open();
      await rooms.places.waitFor();
      await rooms.drop([resolve('resources/samples', NAME)]);
      await rooms.waitForImport();

      // As on a slow line: what the service says reaches the first window late.
      let isSlow = false;
      const late: (() => void)[] = [];
      await page.routeWebSocket(/.*/, (socket: WebSocketRoute) => {
        const service = socket.connectToServer();
        service.onMessage((message) => {
          const arrive = () => socket.send(message);
          if (isSlow) late.push(arrive);
          else arrive();
        });
      });
      await page.reload();
      const desk = enterDesk(page, rooms);
      await rooms.places.waitFor();
      await desk.open(NAME);
      const first = await desk.places();

      const opening = page.waitForEvent('popup');
      await page.evaluate(() => void globalThis.open(location.href));
      const second = await opening;
      const other = enterDesk(second, enterRooms(second));
      await other.clean.locator('[role="option"][data-current]').waitFor();
      await other.walkTo('陆明溪算过一笔账');
      await desk.walkTo('陆明溪算过一笔账');
      isSlow = true;
      await other.press('s');
      await expect.poll(async () => (await other.places()).length).toBe(first.length + 1);
      await desk.press('x');
      await page.waitForTimeout(500);
      expect(await desk.places()).toEqual(first);
      isSlow = false;
      for (const arrive of late.splice(0)) arrive();

      await desk.notice(rooms.words.deskActs.conflict).waitFor();
      await expect.poll(desk.places).toEqual(await other.places());
      await desk.press('m');
      await expect.poll(desk.places).toEqual(first);
      await expect.poll(other.places).toEqual(first);
      expect(complaints.list()).toEqual([]);
    },
  );
});
