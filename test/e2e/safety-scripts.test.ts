import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER, launchBrowser } from './browser.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { makeHostileArchive, WORDS } from './safety/hostile-archive.ts';
import { provoke } from './safety/provoke.ts';
import { SCRIPT_VECTORS } from './safety/script-vectors.ts';
import { openSink } from './safety/sink.ts';
import { visit, withPages } from './safety/visit.ts';
import { useWindow } from './use-window.ts';

/** Listens, in every frame, for vectors that run. */
async function listen(page: Page): Promise<Set<string>> {
  const ran = new Set<string>();
  await page.exposeBinding('jianbaoRan', (_, id: unknown) => void ran.add(String(id)));
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  return ran;
}

test('there are at least 120 vectors, each with a name of its own', () => {
  expect(new Set(SCRIPT_VECTORS.map(({ id }) => id)).size).toBeGreaterThanOrEqual(120);
});

describe.skipIf(BROWSER === undefined)('without any defence', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('most vectors run: the laboratory can see them', async () => {
    const vectors = new Map(SCRIPT_VECTORS.map(({ id, html }) => [id, `<!doctype html><body>${html}<p>${WORDS}`]));
    const server = await openSink(vectors);
    const ran = new Set<string>();
    try {
      const context = await browser.newContext();
      const pages = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
      const heard = await Promise.all(pages.map(listen));
      await withPages(pages, vectors.keys(), async (page, id) => {
        await page.goto(`${server.address}/${id}`, { waitUntil: 'commit' }).catch(() => undefined);
        await page.waitForTimeout(25);
        for (const frame of page.frames()) await provoke(frame);
        await page.waitForTimeout(25);
      });
      for (const id of heard.flatMap((ids) => [...ids])) ran.add(id);
    } finally {
      await server.close();
    }
    const silent = SCRIPT_VECTORS.filter(({ id }) => !ran.has(id)).map(({ html }) => html);
    expect(ran.size, `silent: ${silent.join('\n')}`).toBeGreaterThan(SCRIPT_VECTORS.length * 0.6);
  });
});

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const window = useWindow(host);

  test.skipIf(!host.isHere)('no vector runs, through whatever door it came in', { timeout: 600_000 }, async () => {
    const articles = await makeHostileArchive(window.ground.archive, SCRIPT_VECTORS);
    expect(articles).toHaveLength(SCRIPT_VECTORS.length * 2);
    const { page, complaints } = await window.open();
    const ran = await listen(page);
    const address = page.url().replace(/#.*$/, '');
    let shown = 0;
    for (const article of articles) {
      await visit(page, article);
      shown += 1;
      // What a vector is made of bears a mark; none of it may stand in the document as an element.
      expect(await page.locator('[data-vector]').count()).toBe(0);
    }
    await page.waitForTimeout(500);
    expect({ shown, ran: [...ran], frames: page.frames().length }).toEqual({
      shown: articles.length,
      ran: [],
      frames: 1,
    });
    expect(page.url().startsWith(address)).toBe(true);
    expect(complaints.list()).toEqual([]);
  });
});
