import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportStrings } from '../../renderer/src/strings/export.ts';
import { JOURNEY_HOSTS, makeGround } from '../e2e/hosts.ts';
import { enterRooms } from '../e2e/rooms.ts';

/** An archive that is handed over, and what the window says when a bag comes in, in both themes and languages. */
const PICTURES = fileURLToPath(new URL('../../resources/screenshots/', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../resources/samples/', import.meta.url));
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
      const folder = `${short}-${night ? 'night' : 'light'}`;
      mkdirSync(join(ground.home, folder), { recursive: true });
      const { page, complaints, close } = await host.open({ ...ground, locale, night, size: SIZE });
      try {
        const rooms = enterRooms(page, language);
        const words = exportStrings[language];
        const shoot = async (name: string) => {
          await page.mouse.move(SIZE.width - 4, SIZE.height - 4);
          await page.evaluate(() => document.fonts.ready);
          await page.waitForTimeout(400);
          await page.screenshot({ path: join(PICTURES, `${name}-${folder}.png`) });
        };
        await rooms.places.waitFor();
        await rooms.drop([SAMPLES]);
        await rooms.waitForImport();
        await rooms.dismissImport();
        await rooms.command(words.command);
        const dialog = page.getByRole('dialog', { name: words.title });
        await dialog.getByRole('button', { name: words.as }).click();
        await page.getByRole('option', { name: words.forms.bag, exact: true }).click();
        await rooms.choosePlace(folder);
        await shoot('bag');
        await rooms.exportTo(folder);
        const [bag = ''] = readdirSync(join(ground.home, folder));
        await rooms.drop([join(ground.home, folder, bag)]);
        await rooms.waitForImport();
        await shoot('bag-import');
        if (complaints.list().length > 0) throw new Error(complaints.list().join('\n'));
      } finally {
        await close();
      }
    }
  }
} finally {
  ground.clear();
}
