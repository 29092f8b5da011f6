import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jumpsStrings } from '../../renderer/src/strings/jumps.ts';
import { JOURNEY_HOSTS, makeGround } from '../e2e/hosts.ts';
import { makeJumpPages } from '../e2e/jump-pages.ts';
import { enterRooms } from '../e2e/rooms.ts';

/** The picture of a story that goes on on another page, in both themes and languages; in an archive of its own two pages. */
const PICTURES = fileURLToPath(new URL('../../resources/screenshots/', import.meta.url));
const SIZE = { width: 1440, height: 900 };

const [host] = JOURNEY_HOSTS;
if (!host?.isHere) throw new Error('a browser of the Chromium family is needed');
mkdirSync(PICTURES, { recursive: true });
const ground = makeGround();
try {
  for (const [language, locale, short] of [
    ['zh-Hans', 'zh-CN', 'zh'],
    ['en', 'en-GB', 'en'],
  ] as const) {
    for (const night of [false, true]) {
      const { page, complaints, close } = await host.open({ ...ground, locale, night, size: SIZE });
      try {
        const rooms = enterRooms(page, language);
        await rooms.places.waitFor();
        await rooms.drop([makeJumpPages(ground.room)]);
        await rooms.waitForImport();
        await rooms.dismissImport();
        await rooms.goTo(rooms.words.library.places.jumps);
        const words = jumpsStrings[language];
        await page.getByRole('region', { name: words.ends }).locator('button[aria-current]').waitFor();
        await page.mouse.move(SIZE.width - 4, SIZE.height - 4);
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(PICTURES, `jumps-${short}-${night ? 'night' : 'light'}.png`) });
        if (complaints.list().length > 0) throw new Error(complaints.list().join('\n'));
      } finally {
        await close();
      }
    }
  }
} finally {
  ground.clear();
}
