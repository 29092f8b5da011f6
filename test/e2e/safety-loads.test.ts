import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BROWSER, launchBrowser } from './browser.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { makeHostileArchive, WORDS } from './safety/hostile-archive.ts';
import { loadVectors } from './safety/load-vectors.ts';
import { provoke } from './safety/provoke.ts';
import { openSink, type Sink } from './safety/sink.ts';
import { visit, withPages } from './safety/visit.ts';
import { useWindow } from './use-window.ts';

let sink: Sink;
beforeEach(async () => {
  sink = await openSink();
});
afterEach(() => sink.close());

test('there are at least 150 ways to load an address, each with a name of its own', () => {
  expect(new Set(loadVectors(sink.address).map(({ id }) => id)).size).toBeGreaterThanOrEqual(150);
});

describe.skipIf(BROWSER === undefined)('without any defence', () => {
  test('most ways reach the sink: the laboratory can see them', { timeout: 300_000 }, async () => {
    const vectors = loadVectors(sink.address);
    const server = await openSink(
      new Map(vectors.map(({ id, html }) => [id, `<!doctype html><body>${html}<p>${WORDS}`])),
    );
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext();
      const pages = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
      await withPages(pages, vectors, async (page, { id }) => {
        await page.goto(`${server.address}/${id}`, { waitUntil: 'commit' }).catch(() => undefined);
        await page.waitForTimeout(40);
        await provoke(page.mainFrame());
        await page.waitForTimeout(30);
      });
      const silent = vectors.filter(({ id }) => !sink.asked.has(id)).map(({ html }) => html);
      expect(sink.asked.size, `silent: ${silent.join('\n')}`).toBeGreaterThan(vectors.length * 0.5);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const window = useWindow(host);

  const title = 'no way opens a socket, through whatever door it came in';
  test.skipIf(!host.isHere)(title, { timeout: 600_000 }, async () => {
    const articles = await makeHostileArchive(window.ground.archive, loadVectors(sink.address));
    const { page, complaints } = await window.open();
    const own = new URL(page.url()).origin;
    const asked: string[] = [];
    page.context().on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(own) && !/^(?:data|blob|app|jbdoc):/.test(url)) asked.push(url);
    });
    for (const article of articles) await visit(page, article);
    await page.waitForTimeout(1000);
    expect({ asked, reached: [...sink.asked], sockets: sink.sockets() }).toEqual({
      asked: [],
      reached: [],
      sockets: 0,
    });
    expect(complaints.list()).toEqual([]);
  });
});
