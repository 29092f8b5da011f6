import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportStrings } from '../../renderer/src/strings/export.ts';
import { templateStrings } from '../../renderer/src/strings/templates.ts';
import { JOURNEY_HOSTS, makeGround } from '../e2e/hosts.ts';
import { enterRooms } from '../e2e/rooms.ts';

/** What an export would change, before it does, and a template of one's own, in both themes and languages. */
const PICTURES = fileURLToPath(new URL('../../resources/screenshots/', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../resources/samples/', import.meta.url));
const SIZE = { width: 1440, height: 900 };
const FOLDER = '笔记';

const [host] = JOURNEY_HOSTS;
if (!host?.isHere) throw new Error('a browser of the Chromium family is needed');
mkdirSync(PICTURES, { recursive: true });
const ground = makeGround();
mkdirSync(join(ground.home, FOLDER), { recursive: true });
try {
  for (const [language, locale, short] of [
    ['zh-Hans', 'zh-CN', 'zh'],
    ['en', 'en-GB', 'en'],
  ] as const) {
    for (const night of [false, true]) {
      const { page, complaints, close } = await host.open({ ...ground, locale, night, size: SIZE });
      try {
        const rooms = enterRooms(page, language);
        const words = exportStrings[language];
        await rooms.places.waitFor();
        await rooms.drop([SAMPLES]);
        await rooms.waitForImport();
        await rooms.dismissImport();
        await rooms.list.getByRole('option').nth(2).click();
        await page.locator('[data-reader] h1').waitFor();
        await rooms.command(words.command);
        await rooms.exportTo(FOLDER);
        // The next sentence of the article each time.
        await page.locator('[data-reader]').focus();
        await page.keyboard.press('s');
        await page.keyboard.press('1');
        await page.locator('article[data-active]').waitFor();
        await page.keyboard.press('Escape');
        await rooms.command(words.command);
        await rooms.choosePlace(FOLDER);
        const dialog = page.getByRole('dialog', { name: words.title });
        await dialog.getByRole('button', { name: words.preview }).click();
        await dialog.getByRole('list', { name: words.planned }).getByRole('button').first().click();
        await dialog.locator('section ins').first().waitFor();
        await page.mouse.move(SIZE.width - 4, SIZE.height - 4);
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(PICTURES, `export-${short}-${night ? 'night' : 'light'}.png`) });
        await page.keyboard.press('Escape');

        // A template of one's own, stopped in a line, with what it made before.
        const templates = templateStrings[language];
        await rooms.command(words.command);
        await dialog.getByRole('button', { name: templates.none }).click();
        await page.getByRole('option', { name: templates.another }).click();
        const editor = page.getByRole('dialog', { name: templates.newTitle });
        await editor.getByText('> [!quote|fact]').waitFor();
        const source = editor.getByRole('textbox', { name: templates.source });
        await source.fill((await source.inputValue()).replace('a.annotatedText', 'a.annotatedText | bold'));
        await editor.getByRole('button', { name: templates.goTo }).click();
        await page.mouse.move(SIZE.width - 4, SIZE.height - 4);
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(PICTURES, `template-${short}-${night ? 'night' : 'light'}.png`) });
        if (complaints.list().length > 0) throw new Error(complaints.list().join('\n'));
      } finally {
        await close();
      }
    }
  }
} finally {
  ground.clear();
}
