import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { startLoopback } from '../built/start-loopback.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { enterRooms } from '../e2e/rooms.ts';
import { printResult } from './figures.ts';
import { ensureLibrary } from './library.ts';

/**
 * From article to article with a key, 5,000 forward and 5,000 back, so that the window ends on what it began with: what
 * it holds more then is a leak.
 */
const ARTICLES = 20_000;
const SWITCHES = 10_000;
/** Both ways, before anything is counted: what is made once is made, and what is compiled is compiled. */
const WARM_UP = 1_000;
/** What nothing shows any more is let go a minute later, see `query-client.ts`. */
const LET_GO_MILLISECONDS = 65_000;

interface Held {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

const settings = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
const host = await startLoopback({
  archive: await ensureLibrary(ARTICLES),
  environment: { JIANBAO_SETTINGS: settings },
});
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  await page.goto(await host.newAddress());
  const rooms = enterRooms(page);
  await rooms.list.getByRole('option').first().click();
  await page.locator('[data-reader]').waitFor();
  const cdp = await page.context().newCDPSession(page);
  await thereAndBack(page, WARM_UP);
  const before = await countHeld(page, cdp);
  const begin = performance.now();
  await thereAndBack(page, SWITCHES);
  const seconds = (performance.now() - begin) / 1000;
  const after = await countHeld(page, cdp);
  const grown = (key: keyof Held) => (after[key] / before[key] - 1) * 100;
  printResult({
    bench: 'switches',
    figures: [
      { what: `heap after ${SWITCHES} article switches and a collection`, value: grown('heap'), unit: '%', atMost: 10 },
      { what: 'nodes of the page, more', value: grown('nodes'), unit: '%', atMost: 1 },
      { what: 'listeners, more', value: grown('listeners'), unit: '%', atMost: 1 },
      { what: 'heap before', value: before.heap / 2 ** 20, unit: 'MiB' },
      { what: 'switches a second', value: SWITCHES / seconds, unit: '/s' },
    ],
  });
} finally {
  await browser.close();
  await host.close();
  rmSync(settings, { recursive: true, force: true });
}

async function countHeld(page: Page, cdp: CDPSession): Promise<Held> {
  await page.waitForTimeout(LET_GO_MILLISECONDS);
  await cdp.send('Performance.enable');
  // What a finaliser let go is collected with the next one.
  for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  await cdp.send('Performance.disable');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  return { heap, nodes, listeners: jsEventListeners };
}

/** Presses the key of the next article and waits until it stands there, half of the times; then that of the one before. */
async function thereAndBack(page: Page, switches: number): Promise<void> {
  for (const key of ['j', 'k']) {
    for (let left = switches / 2; left > 0; left -= 500) await pressFor(page, key, Math.min(500, left));
  }
}

function pressFor(page: Page, key: string, times: number): Promise<void> {
  return page.evaluate(
    async ([key, times]) => {
      const frame = () => new Promise(requestAnimationFrame);
      const shown = () => document.querySelector('[data-reader] h1')?.textContent ?? '';
      for (let time = 0; time < times; time += 1) {
        const [address, title] = [location.hash, shown()];
        document
          .querySelector('[data-reader]')
          ?.dispatchEvent(
            new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true }),
          );
        const begun = performance.now();
        do {
          await frame();
          if (performance.now() - begun > 20_000) throw new Error(`${key} led to no other article`);
        } while (location.hash === address || shown() === title);
      }
    },
    [key, times] as const,
  );
}
