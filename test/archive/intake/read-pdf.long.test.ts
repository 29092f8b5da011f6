import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { looksLikePage } from '#archive/desk/sniff.ts';
import { IntakeRefusal } from '#archive/intake/document.ts';
import { withoutRadicals } from '#archive/intake/radicals.ts';
import { readFileDocument } from '#archive/intake/read-file.ts';
import { readPdf } from '#archive/intake/read-pdf.ts';
import { BAISHI } from '../../samples/page-texts.ts';
import { damaged, uncovered } from './covered.ts';
import { GBK, pageOf, pdfOf, type SmallPage } from './small-pdf.ts';

const SAMPLE = 'resources/samples/baishi-daily-2024-06-02-p1.pdf';
const show = (lines: readonly (readonly [x: number, y: number, text: string])[], size = 10) =>
  lines.map(([x, y, text]) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`).join('\n');
const gbk = (text: string) => `<${iconv.encode(text, 'gbk').toString('hex')}>`;
const rounded = async (page: SmallPage) => {
  const { text, positions } = await readPdf(pageOf(page));
  return (positions[0]?.boxes ?? [])
    .filter(({ kind }) => kind === 'line')
    .map(({ range, x, y, w, h }) => [text.slice(...range), ...[x, y, w, h].map(Math.round)]);
};
const refusal = (bytes: Uint8Array) =>
  readFileDocument(bytes, 'a.pdf', () => false).then(
    () => 'read',
    (error: { reason?: string }) => error.reason,
  );

describe('the sample page', () => {
  test('gives back the words that were printed, line by line, a paragraph a block', async () => {
    const { text } = await readPdf(readFileSync(SAMPLE));
    const bare = (words: string) => words.replace(/\s/g, '');
    const printed = BAISHI.boxes.flatMap(({ pieces }) => pieces.map((piece) => bare(piece.text)));
    expect(text.split('\n\n').map(bare)).toEqual(printed);
    expect(text.split('\n\n')[3]?.split('\n')).toEqual([
      '白石县的地图上，一夜之间多',
      '出九百一十二个小圆点。每个圆点',
      '是一口老井，点开来，有深度、井',
      '圈的石料、最近一次淘井的日子，',
      '还有村里人对它的叫法。',
    ]);
  });

  test('has every line where it was printed, in points from the upper left corner', async () => {
    const { text, positions } = await readPdf(readFileSync(SAMPLE));
    expect(positions.map(({ width, height, unit }) => [Math.round(width), Math.round(height), unit])).toEqual([
      [585, 570, 'point'],
    ]);
    const lines = (positions[0]?.boxes ?? []).filter(({ kind }) => kind === 'line');
    // Of the layout's pixels, each 0.75 points: the columns begin at 30, 277 and 524, and are 226 wide.
    for (const { range, x, y, w, h } of lines) {
      const where = text.slice(...range);
      const column = [22.5, 207.75, 393].find((left) => x >= left - 1 && x + w <= left + 170.5);
      if (y > 120) expect(column, where).toBeDefined();
      expect(h, where).toBeGreaterThan(7);
      expect(y + h, where).toBeLessThan(570);
    }
    expect(uncovered(text, positions)).toEqual([]);
  });

  test('is a newspaper page with the day and the page of its name', async () => {
    const document = await readFileDocument(readFileSync(SAMPLE), SAMPLE.split('/').at(-1) ?? '', looksLikePage);
    expect(document).toMatchObject({
      page: true,
      mediaType: 'application/pdf',
      textOf: 'extract',
      importer: 'pdf 1',
      metadata: { date: { edtf: '2024-06-02' }, pageLabel: '1', language: 'zh-Hans' },
    });
  });
});

describe('what programs print', () => {
  test('columns that are drawn row by row are lines of their own; a larger line, a gap and an indent begin a block', async () => {
    const content = [
      show([[20, 270, 'Head line']], 20),
      show([
        [20, 240, 'left one'],
        [120, 240, 'right one'],
        [20, 228, 'left two'],
        [120, 228, 'right two'],
      ]),
      show([
        [32, 200, 'Indented'],
        [20, 188, 'goes on'],
        [32, 176, 'Another'],
        [20, 140, 'far below'],
      ]),
    ].join('\n');
    const { text } = await readPdf(pageOf({ content }));
    expect(text).toBe(
      'Head line\n\nleft one\n\nright one\n\nleft two\n\nright two\n\nIndented\ngoes on\n\nAnother\n\nfar below',
    );
  });

  test('Chinese that is encoded by name is read, across and downwards, upright and on a turned page', async () => {
    const across = `BT /F 10 Tf 1 0 0 1 20 200 Tm ${gbk('报纸')} Tj ET`;
    expect(await rounded({ content: across, font: GBK() })).toEqual([['报纸', 20, 91, 20, 10]]);
    expect(await rounded({ content: across, font: GBK(), more: '/Rotate 90' })).toEqual([['报纸', 199, 20, 10, 20]]);
    const [[down, x, y, w, h] = []] = await rounded({ content: across, font: GBK('GBK-EUC-V') });
    expect([down, x, y, w, h]).toEqual(['报纸', 15, 100, 10, 20]);
  });

  test('a radical in the place of its character is told back, and nothing else is folded', () => {
    expect(withoutRadicals('⼒⽉⽇⼀ ⻓⺠⻬ Ａ１％ ﬁ 〇')).toBe('力月日一 长民齐 Ａ１％ ﬁ 〇');
  });
});

const RC4 = `<</Filter/Standard/V 1/R 2/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>`;
test.each([
  [
    'a password',
    pageOf({ content: show([[20, 200, 'secret']]), trailer: '/Encrypt 6 0 R/ID[<00><00>]', objects: [RC4] }),
    'encrypted',
  ],
  [
    'a program that runs when it is opened',
    pageOf({ content: show([[20, 200, 'a']]), catalogue: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' }),
    'active_content',
  ],
  [
    'a program among its names',
    pageOf({
      content: show([[20, 200, 'a']]),
      catalogue: '/Names<</JavaScript<</Names[(a)6 0 R]>>>>',
      objects: ['<</S/JavaScript/JS(app.alert\\(1\\))>>'],
    }),
    'active_content',
  ],
  [
    'a page of a hundred kilometres',
    pageOf({ content: show([[20, 200, 'a']]), size: '300000000 300000000' }),
    'too_complex',
  ],
  ['a strip that nobody could look at', pageOf({ content: show([[2, 2, 'a']]), size: '9 1000' }), 'too_complex'],
  [
    'more pages than an issue has',
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Count 900/Kids[${'3 0 R '.repeat(900)}]>>`,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
    ]),
    'too_complex',
  ],
  ['a file that was cut off', readFileSync(SAMPLE).subarray(0, 9000), 'broken_document'],
  ['a name and nothing more', Buffer.from('%PDF-1.7\n'), 'broken_document'],
  [
    'a tree of pages that bites its tail',
    pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[2 0 R]>>']),
    'broken_document',
  ],
])('%s: refused by name', async (_what, bytes, reason) => {
  expect(await refusal(bytes)).toBe(reason);
});

test('a large sheet whose dots were taken for points has its lines where they stand', async () => {
  const content = show([[4000, 29_000, 'The sheet']]);
  const { positions } = await readFileDocument(pageOf({ content, size: '22677 30236' }), 'a.pdf', looksLikePage);
  expect(positions?.[0]).toMatchObject({ width: 22_677, height: 30_236, boxes: [{ x: 4000 }, { x: 4000 }] });
});

test('a page that is a picture is kept as an article without text, and says what is missing', async () => {
  const scan = pageOf({ content: '0.5 g 0 0 200 300 re f' });
  const document = await readFileDocument(scan, '老井 1版.pdf', looksLikePage);
  expect(document).toMatchObject({ text: '', page: false, notices: ['no_text_layer'] });
  expect(document.positions).toEqual([{ width: 200, height: 300, unit: 'point', boxes: [] }]);
  expect(document.derivation.articles.map(({ title, blocks }) => [title, blocks])).toEqual([['老井 1版', []]]);
});

test('a font whose matrix is a program runs nothing (CVE-2024-4367), and the library has no way to run one', async () => {
  const program = '(1\\); globalThis.ranFromAFont = true; //)';
  const font = `<</Type/Font/Subtype/Type1/BaseFont/Some/FontMatrix[0.1 0 0 0.1 0 ${program}]/FirstChar 65/LastChar 65/Widths[500]/FontDescriptor<</Type/FontDescriptor/FontName/Some/Flags 4/FontMatrix[0.1 0 0 0.1 0 ${program}]>>>>`;
  await readPdf(pageOf({ content: show([[20, 200, 'A']]), font }));
  expect('ranFromAFont' in globalThis).toBe(false);
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  // What reads in the threads of the service, and what draws in the window's.
  const shipped = [
    'legacy/build/pdf.mjs',
    'legacy/build/pdf.worker.mjs',
    'build/pdf.mjs',
    'build/pdf.worker.min.mjs',
    'build/pdf.renderer.min.mjs',
  ].map(read);
  for (const shippedCode of shipped) {
    // How core-js asks for the global object where nothing else names it: a constant.
    const code = shippedCode.replace("Function('return this')()", '');
    expect(code.length).toBeGreaterThan(100_000);
    expect(code.match(/\bnew Function\s*\(|(?<![.\w])eval\s*\(|(?<![.\w"'])Function\s*\(\s*["'`]/g)).toBeNull();
  }
});

test('a damaged file is read with every box in its text, or refused by name', async () => {
  await fc.assert(
    fc.asyncProperty(damaged(readFileSync(SAMPLE)), async (bytes) => {
      const read = await readPdf(bytes).catch((error: unknown) => error);
      if (read instanceof IntakeRefusal) return;
      const { text, positions } = read as Awaited<ReturnType<typeof readPdf>>;
      expect(uncovered(text, positions)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
