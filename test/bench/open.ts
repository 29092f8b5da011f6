import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { COMPILE_CACHE } from '../../electron/cli/compile-cache.ts';
import { startLoopback } from '../built/start-loopback.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { enterRooms, type Rooms } from '../e2e/rooms.ts';
import { percentile, printResult } from './figures.ts';
import { ensureLibrary } from './library.ts';

/**
 * What a person waits for: from starting the program to a list one can use on an archive of 20,000 articles, and from a
 * click on an article to its text on the screen, there and on one of 100,000. The browser is started with it, as
 * `npm start` does.
 */
const ARTICLES = 20_000;
const MANY_ARTICLES = 100_000;
const STARTS = 5;
const CLICKS = 60;

const archive = await ensureLibrary(ARTICLES);
const large = await ensureLibrary(MANY_ARTICLES);
const settings = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
const starts: number[] = [];
try {
  for (let run = 0; run < STARTS; run += 1) {
    // The first run warms the disk's cache for all that follow.
    if (run === 0) await inWindow(archive, async () => undefined);
    const { start } = await inWindow(archive, async () => undefined);
    starts.push(start);
  }
  const { clicks, megabytes } = await clickOn(archive);
  const many = await clickOn(large);
  printResult({
    bench: 'open',
    figures: [
      {
        what: `start to usable window, ${ARTICLES} articles, median of ${STARTS}`,
        value: percentile(starts, 0.5) / 1000,
        unit: 's',
        atMost: 1.5,
      },
      { what: 'the slowest of them', value: Math.max(...starts) / 1000, unit: 's' },
      {
        what: `click on an article to its text painted, p50 of ${clicks.length}`,
        value: percentile(clicks, 0.5),
        unit: 'ms',
        atMost: 50,
      },
      { what: 'click on an article to its text painted, p95', value: percentile(clicks, 0.95), unit: 'ms' },
      { what: 'memory of the service, resident', value: megabytes, unit: 'MB', atMost: 300 },
      { what: `the same click, ${MANY_ARTICLES} articles, p50`, value: percentile(many.clicks, 0.5), unit: 'ms' },
      {
        what: `the same click, ${MANY_ARTICLES} articles, p95`,
        value: percentile(many.clicks, 0.95),
        unit: 'ms',
        atMost: 50,
      },
      { what: `memory of the service, ${MANY_ARTICLES} articles`, value: many.megabytes, unit: 'MB', atMost: 400 },
    ],
  });
} finally {
  rmSync(settings, { recursive: true, force: true });
}

/** Starts host and browser together, and says when the list could be used. */
async function inWindow<T>(dir: string, use: (page: Page, servicePid: number) => Promise<T>) {
  const begin = performance.now();
  const [host, browser] = await Promise.all([
    startLoopback({ archive: dir, environment: { JIANBAO_SETTINGS: settings, NODE_COMPILE_CACHE: COMPILE_CACHE } }),
    launchBrowser(),
  ]);
  try {
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
    await page.goto(await host.newAddress());
    const rooms = enterRooms(page);
    await rooms.list.getByRole('option').first().waitFor();
    await rooms.searchBox.waitFor();
    const start = performance.now() - begin;
    return { start, used: await use(page, host.servicePid()) };
  } finally {
    await browser.close();
    await host.close();
  }
}

async function clickOn(dir: string) {
  const { used } = await inWindow(dir, async (page, pid) => ({
    clicks: await clickThrough(page),
    megabytes: readResidentMegabytes(pid),
  }));
  return used;
}

/** Clicks down the list; each time from the click's own time stamp to the frame after the new heading stands. */
async function clickThrough(page: Page): Promise<number[]> {
  const rooms = enterRooms(page);
  await page.evaluate(() => {
    const times: number[] = [];
    Reflect.set(window, '__times', times);
    let since = 0;
    let before = '';
    const heading = () => [...document.querySelectorAll('main h1')].find((h) => h.checkVisibility())?.textContent ?? '';
    addEventListener(
      'pointerdown',
      (event) => {
        since = event.timeStamp;
        before = heading();
      },
      true,
    );
    // Attributes too: an article that was made ready is shown without a node more.
    new MutationObserver(() => {
      if (since === 0 || heading() === before || heading() === '') return;
      const begun = since;
      since = 0;
      // A frame is painted after its animation callbacks: the message comes when it is out.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - begun);
        port2.postMessage(0);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  for (let click = 0; click < CLICKS; click += 1) {
    await pointAtRow(page, rooms, click);
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForFunction((count) => (Reflect.get(window, '__times') as number[]).length >= count, click + 1);
    if (click % 4 === 3) await page.mouse.wheel(0, 450);
    // Rows take no press while the list is still moving.
    if (click % 4 === 3) await page.waitForTimeout(450);
    await page.waitForTimeout(150);
  }
  return page.evaluate(() => Reflect.get(window, '__times') as number[]);
}

/** As a person does: on a row that is in sight and not open yet (a click on that changes nothing), and there for a moment. */
async function pointAtRow(page: Page, rooms: Rooms, click: number): Promise<void> {
  const list = await rooms.list.boundingBox();
  const rows = await rooms.list.locator('[role="option"]:not([aria-selected="true"])').all();
  const boxes = await Promise.all(rows.map((row) => row.boundingBox()));
  const whole = boxes.filter((box) => box && list && box.y >= list.y && box.y + box.height <= list.y + list.height);
  const box = whole[click % whole.length];
  if (!box) throw new Error('no row is in sight');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(100);
}

function readResidentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
