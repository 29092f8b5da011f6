import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { GBK, pageOf, pagesOf } from '../archive/intake/small-pdf.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import type { Rooms } from './rooms.ts';
import { useWindow } from './use-window.ts';

const SAMPLE = readFileSync('resources/samples/baishi-daily-2024-06-02-p1.pdf');
const WELLS = '九百口老井重新有了名字';
const show = (text: string) => `BT /F 16 Tf 1 0 0 1 20 260 Tm ${text} Tj ET`;

/** A PDF is drawn by what its own pages say, in threads, under the regions of its text. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function bringIn(rooms: Rooms, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
    const folder = join(window.ground.room, '版面');
    mkdirSync(folder, { recursive: true });
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    await rooms.drop([folder]);
    await rooms.waitForImport();
    await rooms.dismissImport();
  }

  async function openDesk(page: Page, rooms: Rooms): Promise<void> {
    await rooms.open(WELLS);
    await rooms.openDesk();
    await page.getByRole('group', { name: rooms.words.desk.page.label.replace('{{name}}', '') }).waitFor();
  }

  /** Of every region, the share of it that is dark on the drawn page; and the same of the margin left of all. */
  const ink = (page: Page) =>
    page.evaluate(() => {
      const canvas = document.querySelector('canvas');
      if (!canvas) return null;
      const whole = canvas.getBoundingClientRect();
      const context = canvas.getContext('2d');
      const share = canvas.width / whole.width;
      const darkOf = (left: number, top: number, width: number, height: number) => {
        const data = context?.getImageData(left * share, top * share, width * share, height * share).data ?? [];
        let dark = 0;
        for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
        return (4 * dark) / data.length;
      };
      const regions = [...document.querySelectorAll('[data-region]')].map((region) => {
        const { left, top, width, height } = region.getBoundingClientRect();
        return darkOf(left - whole.left, top - whole.top, width, height);
      });
      return { regions, margin: darkOf(2, 2, 12, whole.height - 4), pixels: canvas.width };
    });

  here('a PDF is drawn as it was printed, under its regions, and anew when it is shown larger', async () => {
    const { page, rooms, complaints } = await window.open();
    await bringIn(rooms, { 'baishi-daily-2024-06-02-p1.pdf': SAMPLE });
    await openDesk(page, rooms);
    await expect.poll(() => ink(page)).not.toBeNull();
    const drawn = await ink(page);
    expect(drawn?.regions.length).toBeGreaterThan(40);
    expect(drawn?.regions.filter((dark) => dark < 0.02)).toEqual([]);
    expect(drawn?.margin).toBe(0);
    await page.getByRole('img', { name: rooms.words.desk.page.picture.replace('{{number}}', '1') }).waitFor();
    // What stood there until it was drawn is gone.
    expect(await page.locator('svg text').count()).toBe(0);
    await page.keyboard.press('z');
    await expect.poll(async () => (await ink(page))?.pixels).toBeGreaterThan((drawn?.pixels ?? 0) * 1.2);
    expect((await ink(page))?.regions.filter((dark) => dark < 0.02)).toEqual([]);
    expect(complaints.list()).toEqual([]);
  });

  here('Chinese that brings no font is drawn, and a font that is a program runs nothing', async () => {
    const { page, rooms, complaints } = await window.open();
    const ran: unknown[] = [];
    await page.exposeFunction('ranFromAFont', (what: unknown) => ran.push(what));
    const program = '(1\\); globalThis.ranFromAFont?.\\(1\\); //)';
    const font = `<</Type/Font/Subtype/Type1/BaseFont/Some/FontMatrix[0.1 0 0 0.1 0 ${program}]/FirstChar 65/LastChar 65/Widths[500]/FontDescriptor<</Type/FontDescriptor/FontName/Some/Flags 4/FontMatrix[0.1 0 0 0.1 0 ${program}]>>>>`;
    await bringIn(rooms, {
      '老井.pdf': pageOf({ content: show(`<${iconv.encode('老井有了名字', 'gbk').toString('hex')}>`), font: GBK() }),
      'program.pdf': pageOf({ content: show('(AAAA)'), font }),
    });
    await rooms.open('program');
    await page.keyboard.press('o');
    await page.locator('canvas').waitFor();
    await rooms.open('老井');
    await expect.poll(async () => Math.max(0, ...((await ink(page))?.regions ?? []))).toBeGreaterThan(0.05);
    expect(ran).toEqual([]);
    expect(complaints.list()).toEqual([]);
  });

  here('a scan without a text layer shows its page beside a sentence about it', async () => {
    const { page, rooms, complaints } = await window.open();
    const grey = '0.2 g 20 40 160 220 re f';
    await bringIn(rooms, { '扫描件.pdf': pageOf({ content: grey }) });
    await rooms.open('扫描件');
    await rooms.article.getByText(rooms.words.reader.source.noText).waitFor();
    const middle = () =>
      page.evaluate(() => {
        const canvas = document.querySelector('canvas');
        const context = canvas?.getContext('2d');
        return context ? [...context.getImageData(context.canvas.width / 2, context.canvas.height / 2, 1, 1).data] : [];
      });
    await expect.poll(middle).toEqual([51, 51, 51, 255]);
    expect(complaints.list()).toEqual([]);
  });

  here('of an issue of sixty pages those in view are drawn, and the others are let go of', async () => {
    const { page, rooms, complaints } = await window.open();
    await bringIn(rooms, { 'issue.pdf': pagesOf(60, (at) => show(`(Page ${at + 1} of the issue)`)) });
    await rooms.open('issue');
    await page.keyboard.press('o');
    const drawn = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('[role="img"]:has(canvas)')].map((each) => each.getAttribute('aria-label')),
      );
    const picture = (number: number) => rooms.words.desk.page.picture.replace('{{number}}', String(number));
    await expect.poll(drawn).toContain(picture(1));
    expect((await drawn()).length).toBeLessThan(8);
    // Every page is there to be gone to.
    expect(await page.locator('[data-region]').count()).toBe(60);
    await page.locator('[data-region^="39."]').evaluate((region) => region.scrollIntoView({ block: 'center' }));
    await expect.poll(drawn).toContain(picture(40));
    await expect.poll(drawn).not.toContain(picture(1));
    expect((await drawn()).length).toBeLessThan(8);
    expect(complaints.list()).toEqual([]);
  });

  here('a page that is never done with ends the threads that draw it, and shows its lines', async () => {
    const { page, rooms, complaints } = await window.open();
    // A pattern of ten forms, each of ten, and so on: a billion squares. Reading its text looks at none of them.
    const depth = 9;
    const form = (at: number) => {
      const content = at === depth ? '0 0 1 1 re f' : '/X Do '.repeat(10);
      const more = at === 0 ? '/PatternType 1/PaintType 1/TilingType 1/XStep 9/YStep 9' : '/Subtype/Form';
      return `<<${more}/BBox[0 0 9 9]/Resources<</XObject<</X ${7 + at} 0 R>>>>/Length ${content.length}>>stream\n${content}\nendstream`;
    };
    const endless = pageOf({
      content: `${show('(Some words)')}\n/Pattern cs /P scn 0 0 200 300 re f`,
      more: '/Resources<</Font<</F 5 0 R>>/Pattern<</P 6 0 R>>>>',
      objects: Array.from({ length: depth + 1 }, (_, at) => form(at)),
    });
    await bringIn(rooms, { 'endless.pdf': endless });
    await rooms.open('endless');
    await page.keyboard.press('o');
    await expect.poll(() => page.workers().length).toBe(2);
    await page.getByText(rooms.words.desk.page.notDrawn).waitFor({ timeout: 90_000 });
    await expect.poll(() => page.workers().length).toBe(0);
    expect(await page.locator('svg text').filter({ hasText: 'Some words' }).count()).toBe(1);
    expect(complaints.list()).toEqual([]);
  });

  here('a PDF whose original was damaged shows its lines, and says so', async () => {
    const { page, rooms } = await window.open();
    await bringIn(rooms, { 'baishi-daily-2024-06-02-p1.pdf': SAMPLE });
    const originals = join(window.ground.archive, 'originals');
    const kept = readdirSync(originals, { recursive: true, encoding: 'utf8' }).find((name) =>
      /[0-9a-f]{64}$/.test(name),
    );
    writeFileSync(join(originals, kept ?? ''), Buffer.alloc(SAMPLE.length, 0x20));
    await openDesk(page, rooms);
    await page.getByText(rooms.words.desk.page.notDrawn).waitFor();
    const line = page.locator('svg text').filter({ hasText: '是一口老井，点开来，有深度、井' });
    const box = await line.boundingBox();
    const regions = await page
      .locator('[data-region]')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect));
    const [nearest] = regions.toSorted(
      (one, other) => Math.abs(one.top - (box?.y ?? 0)) - Math.abs(other.top - (box?.y ?? 0)),
    );
    // Set where it is printed, as wide as it is printed.
    const off = [(nearest?.left ?? 0) - (box?.x ?? 99), (nearest?.width ?? 0) - (box?.width ?? 99)];
    expect(off.map((pixels) => Math.abs(pixels) < 6)).toEqual([true, true]);
  });
});
