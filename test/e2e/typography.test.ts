import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { useWindow } from './use-window.ts';

const PAGE = resolve('resources/samples/jichuan-daily-2024-03-18-p3.txt');
const STREET = '柳荫巷：一条老街的 慢与暖';
const TITLE = '标点与版心';
const SIZE = 18;
const PAIRS = ['。」', '，“', '：“', '”，', '》，', '）。', '。”', '「『', '、《', '；「'];
const MIXED = '共有Latin字与2024年';
/** Marks that may not begin a line, and one that may not end it, wherever the lines are cut. */
const FULL = '渡，船。过“江”！去（了）？'.repeat(24);

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function openSigns() {
    const opened = await window.open();
    const { rooms } = opened;
    const { room } = window.ground;
    await rooms.places.waitFor();
    mkdirSync(room, { recursive: true });
    const paragraphs = [...PAIRS.map((pair) => `甲甲${pair}乙乙`), MIXED, FULL];
    writeFileSync(join(room, '标点.md'), [`# ${TITLE}`, ...paragraphs].join('\n\n'));
    await rooms.drop([room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open(TITLE);
    return opened;
  }

  /** How wide the characters of the paragraph that begins with `words` are, in characters of its size. */
  const widthOf = (page: Page, words: string, from: number, to: number) =>
    page.evaluate(
      ({ words, from, to, size }) => {
        const block = [...document.querySelectorAll('[data-reader] [data-start]')].find(
          ({ textContent }) => textContent?.startsWith(words) === true,
        );
        const range = new Range();
        if (!block?.firstChild) throw new Error(words);
        range.setStart(block.firstChild, from);
        range.setEnd(block.firstChild, to);
        return range.getBoundingClientRect().width / size;
      },
      { words, from, to, size: SIZE },
    );

  here('ten pairs of marks take a character and a half in each face, not two', async () => {
    const { page, rooms } = await openSigns();
    const measure = () => Promise.all(PAIRS.map((pair) => widthOf(page, `甲甲${pair}`, 2, 4)));
    for (const width of await measure()) expect(width).toBeCloseTo(1.5, 1);
    await rooms.article.getByRole('button', { name: rooms.words.reader.type.title }).click();
    await page.getByRole('radio', { name: rooms.words.reader.type.sans }).click();
    await page.keyboard.press('Escape');
    await page.locator('[data-face=sans]').waitFor();
    for (const width of await measure()) expect(width).toBeCloseTo(1.5, 1);
    // Two Han characters are two: the pairs are not narrow because everything is.
    expect(await widthOf(page, '甲甲。」', 0, 2)).toBeCloseTo(2, 1);
  });

  here('lines are justified, indented by two characters, and no mark stands where it may not', async () => {
    const { page, complaints } = await openSigns();
    const lines = await page.evaluate((words) => {
      const block = [...document.querySelectorAll('[data-reader] [data-start]')].find(
        ({ textContent }) => textContent === words,
      );
      const text = block?.firstChild as Text;
      const signs = Array.from({ length: text.length }, (_, at) => {
        const range = new Range();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const { left, right, bottom } = range.getBoundingClientRect();
        return { sign: text.data.charAt(at), left, right, line: Math.round(bottom / 10) };
      });
      return [...Map.groupBy(signs, ({ line }) => line).values()].map((line) => ({
        words: line.map(({ sign }) => sign).join(''),
        left: line[0]?.left ?? 0,
        right: line.at(-1)?.right ?? 0,
      }));
    }, FULL);
    expect(lines.length).toBeGreaterThan(5);
    const [first, second] = lines;
    expect((first?.left ?? 0) - (second?.left ?? 0)).toBeCloseTo(2 * SIZE, 0);
    const inner = lines.slice(0, -1);
    // A mark at the end may stand half outside, as the face has it; no line is ragged.
    for (const { right } of inner) expect(Math.abs(right - (first?.right ?? 0))).toBeLessThan(SIZE / 2 + 1);
    expect(lines.slice(1).filter(({ words }) => /^[，。！？”）]/.test(words))).toEqual([]);
    expect(inner.filter(({ words }) => /[“（]$/.test(words))).toEqual([]);

    const spaced = await widthOf(page, MIXED, 0, MIXED.length);
    await page
      .locator('[data-reader] article')
      .evaluate((article: HTMLElement) => article.style.setProperty('text-autospace', 'no-autospace'));
    const tight = await widthOf(page, MIXED, 0, MIXED.length);
    // Four seams between Han and Latin, an eighth of a character each.
    expect(spaced - tight).toBeCloseTo(4 / 8, 1);
    expect(complaints.list()).toEqual([]);
  });

  here('head, section heads and captions are told apart by their setting', async () => {
    const { page, rooms, complaints } = await window.open();
    await rooms.places.waitFor();
    await rooms.drop([PAGE]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open(STREET);
    const look = await page.evaluate(() => {
      const blocks = [...document.querySelectorAll<HTMLElement>('[data-reader] [data-start]')];
      const styleOf = (words: string) => {
        const block = blocks.find(({ textContent }) => textContent?.includes(words));
        const style = getComputedStyle(block ?? document.body);
        return {
          size: Number.parseFloat(style.fontSize),
          weight: style.fontWeight,
          face: style.fontFamily.split(',')[0],
          colour: style.color,
          tag: block?.tagName,
        };
      };
      return {
        title: styleOf('一条老街的'),
        byline: styleOf('记者'),
        subhead: styleOf('先问住户'),
        caption: styleOf('院门前闲谈'),
        body: styleOf('清晨六点半'),
      };
    });
    const { title, byline, subhead, caption, body } = look;
    expect([title.tag, subhead.tag, caption.tag, body.tag]).toEqual(['H1', 'H2', 'P', 'P']);
    expect([title.size, subhead.size, body.size]).toEqual([30, 20, 18].map((size) => expect.closeTo(size, 0)));
    expect([title.weight, subhead.weight, body.weight]).toEqual(['700', '700', '400']);
    expect(caption.size).toBeLessThan(15);
    expect(caption.face).not.toBe(body.face);
    expect([caption.colour, byline.colour]).not.toContain(body.colour);
    expect(byline.size).toBeLessThan(body.size);
    expect(complaints.list()).toEqual([]);
  });
});
