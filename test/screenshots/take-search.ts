import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { termStrings } from '../../renderer/src/strings/terms.ts';
import { JOURNEY_HOSTS, makeGround } from '../e2e/hosts.ts';
import { enterRooms } from '../e2e/rooms.ts';

/** The pictures of what was found by time, paper and person, and of a list of names, in both themes and languages. */
const PICTURES = fileURLToPath(new URL('../../resources/screenshots/', import.meta.url));
const SIZE = { width: 1440, height: 900 };
const PAPERS = ['江城日报', '滨海晚报', '江城日报', '北岭农报'];
const PEOPLE = ['林月', '陈致远', '周小舟'];

const [host] = JOURNEY_HOSTS;
if (!host?.isHere) throw new Error('a browser of the Chromium family is needed');
mkdirSync(PICTURES, { recursive: true });
const ground = makeGround();
mkdirSync(ground.room, { recursive: true });
for (let i = 0; i < 60; i += 1) {
  const month = `${2022 + Math.floor(i / 24)}-${String(1 + ((i * i + 3 * i) % 12)).padStart(2, '0')}`;
  writeFileSync(
    join(ground.room, `${i}.md`),
    `---\npublication: ${PAPERS[i % 4]}\npublished: ${month}-${String(1 + (i % 27)).padStart(2, '0')}\nauthor: 本报记者 ${PEOPLE[i % 3]}\n---\n\n# 渡口水位第${i}次公布\n\n清晨的渡口水位又涨了${i}厘米，摆渡人说物流要绕行大桥。${i % 3 === 0 ? '沿岸的营商环境不受影响。' : ''}\n`,
  );
}
try {
  for (const [language, locale, short] of [
    ['zh-Hans', 'zh-CN', 'zh'],
    ['en', 'en-GB', 'en'],
  ] as const) {
    for (const night of [false, true]) {
      const { page, complaints, close } = await host.open({ ...ground, locale, night, size: SIZE });
      try {
        const rooms = enterRooms(page, language);
        const words = rooms.words.search;
        await rooms.places.waitFor();
        await rooms.drop([ground.room]);
        await rooms.waitForImport();
        await rooms.dismissImport();
        await rooms.search('渡口 NEAR/8 厘米 -营商 from:2022-06 to:2023-08');
        await rooms.results.getByRole('option').first().click();
        const isSaved = page.getByRole('button', { name: words.unsave });
        if (!(await isSaved.isVisible())) await page.getByRole('button', { name: words.save }).click();
        await page.getByRole('button', { name: words.facets.show }).click();
        await page.getByRole('region', { name: words.facets.label }).waitFor();
        await page.mouse.move(SIZE.width - 4, SIZE.height - 4);
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(800);
        await page.screenshot({ path: join(PICTURES, `facets-${short}-${night ? 'night' : 'light'}.png`) });
        const terms = termStrings[language];
        await page.getByRole('button', { name: terms.command }).click();
        await page.getByRole('textbox', { name: terms.names }).fill('摆渡人\n物流\n营商环境\n林月\n大坝\n25厘米');
        await page.getByRole('textbox', { name: terms.condition }).fill('from:2022-06');
        await page.getByRole('button', { name: terms.look_other.replace('{{count}}', '6') }).click();
        await page.getByRole('row').nth(6).waitFor();
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(PICTURES, `terms-${short}-${night ? 'night' : 'light'}.png`) });
        if (complaints.list().length > 0) throw new Error(complaints.list().join('\n'));
      } finally {
        await close();
      }
    }
  }
} finally {
  ground.clear();
}
