import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { enterDesk } from '../e2e/desk-room.ts';
import { JOURNEY_HOSTS, type JourneyHost, makeGround, type OpenedWindow } from '../e2e/hosts.ts';
import { enterRooms, type Language } from '../e2e/rooms.ts';

/**
 * The pictures of resources/screenshots: every room in both themes and both languages, from the sample pages alone.
 * The archive is filled once; each window shows it in its own language and light.
 */
const PICTURES = fileURLToPath(new URL('../../resources/screenshots/', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../resources/samples', import.meta.url));
const SIZE = { width: 1440, height: 900 };
/** So low that the first screen of the README has room for what else it says. */
const WIDE = { width: 1680, height: 470 };
const STREET = '柳荫巷：一条老街的 慢与暖';
const MARKED = '返工少了六成';
/** Of the page that came with its picture: a paragraph that two columns were needed for. */
const PRINTED = { title: '城北三条背街试行早市错时摆摊', words: '从十一分钟缩短到' };
const SOUGHT = '巷子';
const ACCEPTED = 'harrow-vale-courier-2023-06-02-p1.txt';
const CHANGED = 'hezhu-weekly-2023-11-22-p4.txt';
const LANGUAGES: readonly { readonly language: Language; readonly locale: string; readonly short: string }[] = [
  { language: 'zh-Hans', locale: 'zh-CN', short: 'zh' },
  { language: 'en', locale: 'en-GB', short: 'en' },
];

const [host] = JOURNEY_HOSTS;
if (!host?.isHere) throw new Error('a browser of the Chromium family is needed');
mkdirSync(PICTURES, { recursive: true });
const ground = makeGround();
let isFilled = false;
try {
  for (const { language, locale, short } of LANGUAGES) {
    for (const night of [false, true]) {
      const opened = await host.open({ ...ground, locale, night, size: SIZE });
      try {
        await takeRooms(opened, language, `${short}-${night ? 'night' : 'light'}`);
      } finally {
        await opened.close();
      }
    }
  }
  await takeHoldings();
  const wide = await host.open({ ...ground, locale: 'zh-CN', size: { width: WIDE.width, height: SIZE.height } });
  try {
    await takeDesk(wide.page, 'zh-Hans', STREET, '用本地话念出来', 'raw-to-articles', WIDE);
  } finally {
    await wide.close();
  }
} finally {
  ground.clear();
}

async function takeRooms({ page, complaints }: OpenedWindow, language: Language, suffix: string): Promise<void> {
  const rooms = enterRooms(page, language);
  await rooms.places.waitFor();
  await rooms.drop([SAMPLES]);
  await rooms.waitForImport();
  await shoot(page, `import-${suffix}`);
  await rooms.dismissImport();
  if (!isFilled) await fill(page, language);
  isFilled = true;

  await rooms.goTo(rooms.words.library.places.all);
  await rooms.list.getByRole('option').first().waitFor();
  await shoot(page, `library-${suffix}`);

  await rooms.open(STREET);
  await rooms.card(MARKED).waitFor();
  await rooms.scrollTo(MARKED);
  await rooms.card(MARKED).getByRole('button').first().click();
  await shoot(page, `reader-${suffix}`);
  if (suffix === 'zh-light') await takeClipping(page, rooms);
  await takeVertical(page, `vertical-${suffix}`);

  await page.keyboard.press('m');
  await page.getByRole('listbox', { name: rooms.words.panel.list }).getByRole('option').first().waitFor();
  await shoot(page, `highlights-${suffix}`);
  await page.keyboard.press('Escape');
  await rooms.list.getByRole('option').first().waitFor();

  await rooms.search(SOUGHT);
  await rooms.result(STREET).click();
  await page.getByRole('toolbar', { name: rooms.words.reader.hits.label }).waitFor();
  await shoot(page, `search-${suffix}`);

  await takeDesk(page, language, STREET, '工单，由住户签字', `desk-${suffix}`);
  await takePrinted(page, language, suffix);
  await takeQueue(page, language, `queue-${suffix}`);
  if (complaints.list().length > 0) throw new Error(complaints.list().join('\n'));
}

/** The words of the active mark as they are pasted elsewhere. */
async function takeClipping(page: Page, rooms: ReturnType<typeof enterRooms>): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('Shift+C');
  await page.getByText(rooms.words.marks.clippingCopied).waitFor();
  const bytes = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await item?.getType('image/png');
    return [...new Uint8Array((await picture?.arrayBuffer()) ?? new ArrayBuffer(0))];
  });
  writeFileSync(join(PICTURES, 'clipping.png'), Buffer.from(bytes));
  await page.getByRole('button', { name: rooms.words.app.dismiss }).click();
}

/** Beside each other, with one paragraph pointed at: its raw lines are lit, wherever they stood. */
async function takeDesk(
  page: Page,
  language: Language,
  title: string,
  words: string,
  name: string,
  size = SIZE,
): Promise<void> {
  const rooms = enterRooms(page, language);
  await rooms.goTo(rooms.words.library.places.all);
  await rooms.open(title);
  await rooms.openDesk();
  await page.setViewportSize(size);
  const clean = page.getByRole('region', { name: rooms.words.desk.clean });
  await clean.getByText(words).first().click();
  await page.keyboard.press('Escape');
  // Both halves of it, wherever they stand.
  const halves = page.getByRole('region', { name: rooms.words.desk.raw }).locator('[data-current]');
  await halves.first().evaluate((run) => {
    run.scrollIntoView({ block: 'start' });
    // To the very top: what belongs to it may stand far below.
    let view = run.parentElement;
    while (view && !/auto|scroll/.test(getComputedStyle(view).overflowY)) view = view.parentElement;
    view?.scrollBy(0, run.getBoundingClientRect().top - view.getBoundingClientRect().top - 8);
  });
  await settle(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  await page.goBack();
}

/** A page whose places are known: at the desk, and beside its article, with one paragraph pointed at. */
async function takePrinted(page: Page, language: Language, suffix: string): Promise<void> {
  const rooms = enterRooms(page, language);
  const { title, words } = PRINTED;
  await rooms.goTo(rooms.words.library.places.all);
  await rooms.open(title);
  await page.keyboard.press('o');
  await page.getByRole('region', { name: rooms.words.desk.raw }).getByRole('img').waitFor();
  await rooms.scrollTo(words);
  await rooms.article.locator('[data-start]').getByText(words).hover();
  await settle(page);
  await page.screenshot({ path: join(PICTURES, `beside-${suffix}.png`) });
  await page.keyboard.press('o');
  await rooms.openDesk();
  await page.getByRole('region', { name: rooms.words.desk.raw }).getByRole('img').waitFor();
  await page.getByRole('region', { name: rooms.words.desk.clean }).getByText(words).hover();
  await settle(page);
  await page.screenshot({ path: join(PICTURES, `page-${suffix}.png`) });
  await page.goBack();
}

/** The same article in columns, with the card of its mark under them. */
async function takeVertical(page: Page, name: string): Promise<void> {
  const reader = page.locator('[data-reader]');
  await page.keyboard.press('Shift+V');
  await reader.and(page.locator('[data-direction=vertical]')).waitFor();
  await reader.focus();
  await page.keyboard.press(']');
  await shoot(page, name);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+V');
}

/** A year of a paper that was made up for it, in an archive of its own: weekly at first, then daily, with a gap. */
async function takeHoldings(): Promise<void> {
  const shelf = makeGround();
  try {
    const folder = join(shelf.room, '江城日报');
    for (let day = 0; day < 366; day += 1) {
      const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      const isHeld = day < 120 ? day % 7 === 0 : (day < 205 || day > 228) && day < 330 && day % 31 !== 0;
      for (let page = 1; isHeld && page <= 1 + ((day * 7) % 9); page += 1) {
        mkdirSync(folder, { recursive: true });
        const head = `---\nnewspaper: 江城日报\ndate: ${date}\npage: '${page}'\n---`;
        writeFileSync(join(folder, `${date}-${page}.md`), `${head}\n\n# ${date} 第${page}版\n\n渡口照常开船。\n`);
      }
    }
    for (const [index, { language, locale, short }] of LANGUAGES.entries())
      for (const night of [false, true]) {
        const { page, close } = await (host as JourneyHost).open({ ...shelf, locale, night, size: SIZE });
        try {
          const rooms = enterRooms(page, language);
          await rooms.places.waitFor();
          if (index === 0 && !night) {
            await rooms.drop([folder]);
            await rooms.waitForImport(300_000);
            await rooms.dismissImport();
          }
          await rooms.goTo('江城日报');
          await page.locator('a[data-day="2024-06-18"]').click();
          if (index === 0 && !night) {
            await rooms.open('2024-06-18 第2版');
            await rooms.highlight('照常开船', 'fact');
            await page.keyboard.press('h');
          }
          await shoot(page, `holdings-${short}-${night ? 'night' : 'light'}`);
        } finally {
          await close();
        }
      }
  } finally {
    shelf.clear();
  }
}

/** The pages in every state: one is accepted and one changed when the first picture is taken. */
async function takeQueue(page: Page, language: Language, name: string): Promise<void> {
  const rooms = enterRooms(page, language);
  const desk = enterDesk(page, rooms);
  await page.keyboard.press('q');
  await desk.queue.getByRole('option').first().waitFor();
  if ((await desk.queue.getByText(rooms.words.queue.states.accepted).count()) === 0) {
    await desk.open(ACCEPTED);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: ACCEPTED }).waitFor({ state: 'detached' });
    await desk.open(CHANGED);
    // A story is split below its head, whatever the desk asks first.
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await page.keyboard.press('s');
    await page.getByText(rooms.words.deskActs.said.split_article).waitFor();
    await page.keyboard.press('q');
    await desk.queue.getByText(rooms.words.queue.states.open).waitFor();
    await page.getByRole('button', { name: rooms.words.app.dismiss }).click();
  }
  await page.keyboard.press('Home');
  await shoot(page, name);
}

/** What a reader leaves on a page: marks that overlap, a note, tags. */
async function fill(page: Page, language: Language): Promise<void> {
  const rooms = enterRooms(page, language);
  await rooms.open(STREET);
  await rooms.highlight('不搞大拆大建，不统一门面，不迁走愿意留下的人', 'quote');
  await rooms.highlight(MARKED, 'fact');
  await rooms.writeNote(MARKED, '向修缮中心要逐院的数字，再问算法。');
  await rooms.highlight('少了六成，纠纷一件也没有', 'question');
  await rooms.tag('城市/老街');
  await rooms.tag('待核实');
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.mouse.move(SIZE.width - 4, SIZE.height - 4);
  await settle(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
}
