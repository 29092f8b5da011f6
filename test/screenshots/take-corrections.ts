import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { correctionStrings } from '../../renderer/src/strings/corrections.ts';
import { JOURNEY_HOSTS, makeGround } from '../e2e/hosts.ts';
import { enterRooms, type Language, selectWords } from '../e2e/rooms.ts';

/**
 * The pictures of a correction, in both themes and languages: what should stand there, and the mark on the corrected
 * words that waits for a yes or a no.
 */
const PICTURES = fileURLToPath(new URL('../../resources/screenshots/', import.meta.url));
const PAGE = fileURLToPath(new URL('../../resources/samples/jichuan-daily-2024-03-18-p3.txt', import.meta.url));
const SIZE = { width: 1440, height: 900 };
const TITLE = '柳荫巷：一条老街的 慢与暖';
const MARKED = '返工少了六成';
const WRONG = '六成';
const RIGHT = '八成';

const [host] = JOURNEY_HOSTS;
if (!host?.isHere) throw new Error('a browser of the Chromium family is needed');
mkdirSync(PICTURES, { recursive: true });
for (const [language, locale, short] of [
  ['zh-Hans', 'zh-CN', 'zh'],
  ['en', 'en-GB', 'en'],
] as const) {
  for (const night of [false, true]) {
    const ground = makeGround();
    const { page, complaints, close } = await host.open({ ...ground, locale, night, size: SIZE });
    try {
      await takeCorrection(page, language, `${short}-${night ? 'night' : 'light'}`);
      if (complaints.list().length > 0) throw new Error(complaints.list().join('\n'));
    } finally {
      await close();
      ground.clear();
    }
  }
}

async function takeCorrection(page: Page, language: Language, suffix: string): Promise<void> {
  const rooms = enterRooms(page, language);
  const words = correctionStrings[language];
  await rooms.places.waitFor();
  await rooms.drop([PAGE]);
  await rooms.waitForImport();
  await rooms.dismissImport();
  await rooms.open(TITLE);
  await rooms.highlight(MARKED, 'fact');
  await page.keyboard.press('Escape');
  await selectWords(page, rooms.article, WRONG);
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog', { name: words.title });
  await dialog.getByRole('textbox', { name: words.now }).fill(RIGHT);
  await dialog.getByRole('textbox', { name: words.why }).fill(words.whyPlaceholder.replace(/^例如：/, ''));
  if (suffix === 'zh-light') await shoot(page, 'correcting');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const card = rooms.card(rooms.words.marks.states.changed);
  await card.getByRole('button').first().click();
  await card.getByRole('group', { name: rooms.words.marks.difference }).waitFor();
  await rooms.scrollTo(`返工少了${RIGHT}`);
  await shoot(page, `changed-${suffix}`);
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.mouse.move(SIZE.width - 4, SIZE.height - 4);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
