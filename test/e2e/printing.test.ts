import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS, type OpenedWindow } from './hosts.ts';
import type { Rooms } from './rooms.ts';
import { useWindow } from './use-window.ts';

const TITLE = '柳荫巷：一条老街的慢与暖';
const WORDS = '石板路刚被雨水洗过';
const NOTE = '向修缮中心要逐院的数字';

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const view = useWindow(host);

  async function openMarked(): Promise<OpenedWindow & { rooms: Rooms }> {
    const opened = await view.open({ night: true });
    const { rooms } = opened;
    const { room } = view.ground;
    await rooms.places.waitFor();
    mkdirSync(room, { recursive: true });
    const paragraphs = Array.from({ length: 40 }, (_, at) => `第${at}户人家的门开着，`.repeat(12));
    writeFileSync(join(room, '老街.md'), [`# ${TITLE}`, `清晨，${WORDS}。`, ...paragraphs].join('\n\n'));
    await rooms.drop([room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open(TITLE);
    await rooms.highlight(WORDS, 'question');
    await rooms.writeNote(WORDS, NOTE);
    return opened;
  }

  /** What a printer would be given, as text and colours: the browser's own event makes the sheet. */
  async function lookAtPaper(page: Page) {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const seen = await page.evaluate(() => {
      const sheet = document.querySelector<HTMLElement>('[data-print]');
      const isShown = (element: Element | null) => element !== null && element.getClientRects().length > 0;
      const mark = sheet?.querySelector('mark');
      return {
        text: sheet?.innerText ?? '',
        panes: [...document.querySelectorAll('[data-pane], [data-reader]')].filter(isShown).length,
        ink: sheet && getComputedStyle(sheet).color,
        paper: sheet && getComputedStyle(sheet).backgroundColor,
        canvas: getComputedStyle(document.documentElement).backgroundColor,
        line: mark && getComputedStyle(mark).textDecorationStyle,
        words: mark?.textContent,
        number: sheet?.querySelector('sup')?.textContent,
        face: sheet && getComputedStyle(sheet.querySelector('article') ?? sheet).fontFamily,
        isCut: document.documentElement.scrollHeight <= innerHeight,
      };
    });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    return seen;
  }

  here('only the article is printed, black on white also by night, its note numbered below it', async () => {
    const { page, complaints } = await openMarked();
    const paper = await lookAtPaper(page);
    expect(paper).toMatchObject({
      panes: 0,
      ink: 'rgb(0, 0, 0)',
      paper: 'rgb(255, 255, 255)',
      canvas: 'rgb(255, 255, 255)',
      line: 'dashed',
      words: WORDS,
      number: '1',
      isCut: false,
    });
    expect(paper.face).toContain('CJK SC');
    expect(paper.text).toMatch(new RegExp(`^${TITLE}[^]*${WORDS}1?[^]*第39户[^]*${NOTE}[^]*老街\\.md$`));
    expect(await page.locator('[data-print]').count()).toBe(0);
    expect(complaints.list()).toEqual([]);
  });
});

describe('loopback in Chromium', () => {
  const [host] = JOURNEY_HOSTS;
  if (!host) throw new Error('there is no host');
  const here = test.skipIf(!host.isHere);
  const view = useWindow(host);

  here('the command and its key open the dialog of the browser; a confidential note stays off the paper', async () => {
    const { page, complaints, rooms } = await view.open();
    const { room } = view.ground;
    await rooms.places.waitFor();
    mkdirSync(room, { recursive: true });
    writeFileSync(join(room, '老街.md'), `# ${TITLE}\n\n清晨，${WORDS}。\n`);
    await rooms.drop([room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open(TITLE);
    await rooms.highlight(WORDS, 'fact');
    await rooms.writeNote(WORDS, NOTE);
    await page.evaluate(() => {
      const printed: string[] = [];
      Object.assign(window, { printed });
      // The dialog itself would stop the page until somebody closes it.
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'));
        printed.push(document.querySelector('[data-print]')?.textContent ?? '');
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    const printed = () => page.evaluate(() => (window as unknown as { printed: string[] }).printed);
    await rooms.command(rooms.words.reader.print.command);
    await expect.poll(printed).toEqual([expect.stringContaining(NOTE)]);
    const confidential = { name: rooms.words.marks.confidential };
    await rooms.card(WORDS).getByRole('button', confidential).click();
    await rooms
      .card(WORDS)
      .getByRole('button', { ...confidential, pressed: true })
      .waitFor();
    await page.keyboard.press('ControlOrMeta+p');
    await expect.poll(async () => (await printed()).length).toBe(2);
    expect((await printed())[1]).toContain(WORDS);
    expect((await printed())[1]).not.toContain(NOTE);
    // A file is written by the same dialog: a page of a browser may not choose a place.
    await rooms.command(rooms.words.reader.print.pdf);
    await expect.poll(async () => (await printed()).length).toBe(3);
    const bytes = await page.pdf({ preferCSSPageSize: true });
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(complaints.list()).toEqual([]);
  });
});
