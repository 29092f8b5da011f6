import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { greyPng } from './grey-png.ts';
import { BAISHI, NANPU, type PrintedPiece, type PrintedSheet } from './page-texts.ts';

/**
 * Prints the two sample pages that say where their text stands: one as the ALTO and the picture that a recogniser gives,
 * one as a PDF with a text layer. `node test/samples/render-pages.ts [FOLDER]`; glyphs and so the bytes depend on the
 * machine's fonts (Noto Serif CJK SC, Droid Sans Fallback), which is why what was made is kept beside the other samples.
 */
const target = resolve(process.argv[2] ?? 'resources/samples');
/** Pixels of the picture for one of the layout. */
const SCALE = 1.4;

const STYLE = `
  body { margin: 0; background: #fff; color: #111; line-break: strict; position: relative }
  section { position: absolute }
  p { margin: 0; text-align: justify }
  .body, .cut, .rest { font-size: 14.5px; line-height: 22px }
  .body, .cut { text-indent: 2em }
  .cut { text-align-last: justify }
  .folio { font-size: 13px; line-height: 26px; border-bottom: 1px solid #111 }
  .kicker { font-size: 15px; line-height: 26px }
  .title { font-size: 23px; line-height: 36px; font-weight: 700; margin: 4px 0 8px; text-align: left }
  .body + .title { margin-top: 22px }
  .byline { font-size: 13px; line-height: 24px }
  .caption { font-size: 12px; line-height: 18px; margin: 4px 0 10px }
  .picture { height: 120px; background: linear-gradient(#999, #ddd 45%, #777 46%, #bbb) }`;

const element = ({ as, text }: PrintedPiece) => `<p class="${as}">${text}</p>`;

function htmlOf({ width, height, boxes }: PrintedSheet, font: string): string {
  const sections = boxes.map(
    ({ x, y, w, pieces }) =>
      `<section style="left:${x}px;top:${y}px;width:${w}px">${pieces.map(element).join('')}</section>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>@page { size: ${width}px ${height}px; margin: 0 } ${STYLE}</style><body style="font-family:'${font}';width:${width}px;height:${height}px">${sections.join('')}</body>`;
}

interface Word {
  readonly text: string;
  /** A blank is printed before it. */
  readonly spaced: boolean;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Every paragraph's lines, every line's words, with their places on the screen. */
function measureWords(page: Page): Promise<Word[][][]> {
  return page.evaluate(() => {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    return [...document.querySelectorAll('p')].flatMap((paragraph) => {
      const node = paragraph.firstChild;
      if (!node?.textContent) return [];
      const lines: Word[][] = [];
      let top = Number.NEGATIVE_INFINITY;
      let spaced = false;
      for (const { segment, index } of segmenter.segment(node.textContent)) {
        if (segment.trim() === '') {
          spaced = true;
          continue;
        }
        const range = document.createRange();
        // A word that is cut at the end of a line stands in two.
        let part: Word | undefined;
        for (let at = index; at < index + segment.length; at += 1) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { left: x, top: y, width: w, height: h } = range.getBoundingClientRect();
          if (y > top + 4) {
            lines.push([]);
            top = y;
            part = undefined;
          }
          const before: Word | undefined = part;
          const line = lines.at(-1) ?? [];
          if (before) line.pop();
          part = {
            text: (before?.text ?? '') + node.textContent[at],
            spaced: before?.spaced ?? spaced,
            x: before?.x ?? x,
            y,
            w: x + w - (before?.x ?? x),
            h,
          };
          line.push(part);
          spaced = false;
        }
      }
      return [lines];
    });
  });
}

function altoOf({ name, width, height }: PrintedSheet, blocks: readonly (readonly (readonly Word[])[])[]): string {
  const px = (value: number) => String(Math.round(value * SCALE));
  const place = (words: readonly Word[]) => {
    const [left, top] = [Math.min(...words.map(({ x }) => x)), Math.min(...words.map(({ y }) => y))];
    const right = Math.max(...words.map(({ x, w }) => x + w));
    const bottom = Math.max(...words.map(({ y, h }) => y + h));
    return `HPOS="${px(left)}" VPOS="${px(top)}" WIDTH="${px(right - left)}" HEIGHT="${px(bottom - top)}"`;
  };
  const string = (word: Word, at: number) =>
    `${word.spaced && at > 0 ? '<SP/>' : ''}<String ${place([word])} CONTENT="${word.text}"/>`;
  const block = (lines: readonly (readonly Word[])[], at: number) =>
    `<TextBlock ID="b${at + 1}" ${place(lines.flat())}>\n${lines
      .map((words) => `<TextLine ${place(words)}>${words.map(string).join('')}</TextLine>`)
      .join('\n')}\n</TextBlock>`;
  const size = `WIDTH="${px(width)}" HEIGHT="${px(height)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">
<Description>
<MeasurementUnit>pixel</MeasurementUnit>
<sourceImageInformation><fileName>${name}.png</fileName></sourceImageInformation>
</Description>
<Layout>
<Page ID="p1" PHYSICAL_IMG_NR="1" ${size}>
<PrintSpace HPOS="0" VPOS="0" ${size}>
${blocks.map(block).join('\n')}
</PrintSpace>
</Page>
</Layout>
</alto>
`;
}

/** The screen in greys, read back through the browser's own decoder. */
async function pictureOf(page: Page): Promise<Buffer> {
  const shot = (await page.screenshot({ scale: 'device' })).toString('base64');
  const { width, height, grey } = await page.evaluate(async (data) => {
    const blob = await (await fetch(`data:image/png;base64,${data}`)).blob();
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    return { width: bitmap.width, height: bitmap.height, grey: [...pixels].filter((_, at) => at % 4 === 1) };
  }, shot);
  return greyPng(width, height, Uint8Array.from(grey));
}

const browser = await launchBrowser();
try {
  mkdirSync(target, { recursive: true });
  const { width, height } = NANPU;
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: SCALE });
  const page = await context.newPage();
  await page.setContent(htmlOf(NANPU, 'Noto Serif CJK SC'));
  writeFileSync(`${target}/${NANPU.name}.xml`, altoOf(NANPU, await measureWords(page)));
  writeFileSync(`${target}/${NANPU.name}.png`, await pictureOf(page));
  // A TrueType font goes into the file as one; of any other the browser draws each glyph as a picture.
  await page.setContent(`${htmlOf(BAISHI, 'Droid Sans Fallback')}<style>.title { font-weight: 400 }</style>`);
  writeFileSync(`${target}/${BAISHI.name}.pdf`, await page.pdf({ preferCSSPageSize: true, tagged: false }));
} finally {
  await browser.close();
}
