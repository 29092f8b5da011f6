import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { HighlightColour } from '#contract/annotations.ts';
import { documentOf, store, temporaryArchive } from '../archive/temporary-archive.ts';
import { startLoopback } from '../built/start-loopback.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { enterRooms } from '../e2e/rooms.ts';
import { percentile, printResult } from './figures.ts';
import { generateParagraphs, makeVocabulary, seededRandom } from './generate-text.ts';

/** One article of 20,000 characters with 5,000 highlights: opened, scrolled, and marked once more. */
const CHARACTERS = 20_000;
const MARKS = 5_000;
const OPENINGS = 10;
const ADDED = 20;
const TITLE = '一篇标满了的长文';
/** For each highlight three keys are pressed: a sentence is selected, marked in the fifth colour, and left. */
const COLOUR_KEY = '5';
const KEYS_EACH = 3;
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

const random = seededRandom(7);
const settings = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
const here = await temporaryArchive();
const vocabulary = makeVocabulary(random);
const [article] = (
  await store(here, documentOf([{ title: TITLE, paragraphs: generateParagraphs(vocabulary, random, CHARACTERS) }]))
).articles;
await store(here, documentOf([{ title: '另一篇', paragraphs: ['没有标注。'] }]), 'plain.txt');
if (!article) throw new Error('no article');
const { body } = await here.client.articles.get({ id: article });
for (let index = 0; index < MARKS; index += 1) {
  const start = Math.floor(((body.length - 40) * index) / MARKS);
  const span = { start, end: start + 4 + Math.floor(random() * 30) };
  const colour = HighlightColour.options[index % 5] ?? 'fact';
  await here.client.annotations.create({ article, span, colour, note: index % 500 === 0 ? `第 ${index} 条` : '' });
}
await here.archive.close();

const host = await startLoopback({ archive: here.dir, environment: { JIANBAO_SETTINGS: settings } });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  await page.goto(await host.newAddress());
  const rooms = enterRooms(page);
  await rooms.row(TITLE).waitFor();
  const opened: number[] = [];
  for (let opening = 0; opening <= OPENINGS; opening += 1) {
    await rooms.row('另一篇').click();
    await page.waitForFunction(() => !CSS.highlights.has('mark-fact'));
    await page.waitForTimeout(400);
    const time = await timeOpening(page, TITLE);
    if (opening > 0) opened.push(time);
  }
  const frames = await countFrames(page);
  const added = await timeAdding(page);
  printResult({
    bench: 'marks',
    figures: [
      {
        what: `open an article of ${MARKS} highlights, median of ${OPENINGS}`,
        value: percentile(opened, 0.5),
        unit: 'ms',
        atMost: 200,
      },
      { what: 'the slowest of them', value: Math.max(...opened), unit: 'ms' },
      { what: 'frames a second while it is scrolled', value: frames, unit: '/s', atLeast: 50 },
      {
        what: `work of the window for one highlight more: its longest task, median of ${ADDED}`,
        value: percentile(added.wall, 0.5),
        unit: 'ms',
        atMost: 16,
      },
      { what: 'the same, processor time', value: percentile(added.processor, 0.5), unit: 'ms' },
      { what: 'the slowest of them', value: Math.max(...added.wall), unit: 'ms' },
    ],
  });
} finally {
  await browser.close();
  await host.close();
  rmSync(settings, { recursive: true, force: true });
  rmSync(join(here.dir, '..'), { recursive: true, force: true });
}

/** From the press of the button to the frame in which every line in view is painted and a card stands. */
async function timeOpening(page: Page, title: string): Promise<number> {
  const row = enterRooms(page).row(title);
  await page.evaluate(() => {
    /** The text has no character without a mark: where lines stand in the view, some of them are painted. */
    const isPainted = () => {
      const view = document.querySelector('[data-reader]')?.getBoundingClientRect();
      const text = document.querySelector('[data-start]')?.closest('article')?.getBoundingClientRect();
      if (!view || !text) return false;
      const registry = CSS.highlights as unknown as { highlightsFromPoint(x: number, y: number): readonly unknown[] };
      const isMarked = (y: number) =>
        [0, 8, 16, 24].some((step) => registry.highlightsFromPoint(text.left + 60, y + step).length > 0);
      return [0.5, 0.75, 0.95].every((share) => isMarked(view.top + view.height * share));
    };
    Reflect.set(
      window,
      '__opened',
      new Promise<number>((resolve) => {
        addEventListener(
          'pointerdown',
          ({ timeStamp }) => {
            const look = () => {
              if (!document.querySelector('[id^="mark-"]') || !isPainted()) return requestAnimationFrame(look);
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now() - timeStamp);
              return port2.postMessage(0);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      }),
    );
  });
  await row.click();
  return page.evaluate(() => Reflect.get(window, '__opened') as Promise<number>);
}

/** Scrolls as a hand does that goes through the whole text, and counts what is drawn meanwhile. */
function countFrames(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const scroller = document.querySelector('[data-reader]');
    if (!scroller) throw new Error('no article is open');
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const begun = await frame();
    let frames = 0;
    let now = begun;
    while (now - begun < 3_000) {
      scroller.scrollTop += 24;
      now = await frame();
      frames += 1;
    }
    return (frames * 1000) / (now - begun);
  });
}

/**
 * What the window does when a highlight is made: the longest task of its main thread in the fifth of a second after the
 * key, the frame that shows the mark among them. The way to the archive and back, which holds up nobody, is not in it.
 */
async function timeAdding(page: Page): Promise<{ readonly wall: number[]; readonly processor: number[] }> {
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-reader]')?.focus());
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  for (let added = 0; added < ADDED; added += 1) {
    await page.waitForFunction(() => !CSS.highlights.has('mark-active'));
    await page.keyboard.press('s');
    await page.waitForTimeout(60);
    await page.keyboard.press(COLOUR_KEY);
    await page.waitForFunction(
      () => CSS.highlights.has('mark-active') && document.querySelector('article[data-active]'),
    );
    await page.waitForTimeout(900);
    await page.keyboard.press('Escape');
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const keys = traceEvents.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  const pressed = keys.filter((_, index) => index % KEYS_EACH === 1);
  const longest = pressed.map((key) => {
    const tasks = traceEvents.filter(
      ({ name, pid, tid, ts, dur = 0 }) =>
        name === 'RunTask' && pid === key.pid && tid === key.tid && ts + dur > key.ts && ts < key.ts + 200_000,
    );
    return tasks.reduce((most, task) => ((task.tdur ?? 0) > (most.tdur ?? 0) ? task : most));
  });
  if (longest.length !== ADDED) throw new Error(`${longest.length} keys were seen`);
  return {
    wall: longest.map(({ dur = 0 }) => dur / 1000),
    processor: longest.map(({ tdur = 0 }) => tdur / 1000),
  };
}
