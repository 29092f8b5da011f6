import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikePage } from '#archive/desk/sniff.ts';
import { IntakeRefusal } from '#archive/intake/document.ts';
import { readAlto } from '#archive/intake/read-alto.ts';
import { readDocument } from '#archive/intake/read-document.ts';
import type { PositionBox } from '#contract/positions.ts';
import { damaged, uncovered } from './covered.ts';

const SAMPLE = 'resources/samples/nanpu-morning-2024-05-17-p3.xml';

const page = (content: string, declared = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>${declared}<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Description><MeasurementUnit>pixel</MeasurementUnit></Description><Layout><Page WIDTH="100" HEIGHT="200"><PrintSpace>${content}</PrintSpace></Page></Layout></alto>`;
const place = (x: number, y: number, w: number, h: number) => `HPOS="${x}" VPOS="${y}" WIDTH="${w}" HEIGHT="${h}"`;
const word = (text: string, x = 0, y = 0, w = 10, h = 10) => `<String ${place(x, y, w, h)} CONTENT="${text}"/>`;
const line = (words: string, at = '') => `<TextLine ${at}>${words}</TextLine>`;
const block = (lines: string, at = '') => `<TextBlock ${at}>${lines}</TextBlock>`;
const boxesOf = (xml: string, kind: PositionBox['kind']) => {
  const { text, positions } = readAlto(xml);
  return positions.flatMap(({ boxes }) =>
    boxes
      .filter((box) => box.kind === kind)
      .map(({ range: [start, end], x, y, w, h }) => [text.slice(start, end), x, y, w, h]),
  );
};
const refusal = (xml: string, name = 'a.xml') => {
  try {
    readDocument(Buffer.from(xml), name, () => false);
  } catch (error) {
    return (error as { reason?: string }).reason;
  }
  return 'read';
};

describe('the sample page', () => {
  const xml = readFileSync(SAMPLE, 'utf8');
  const { text, positions } = readAlto(xml);

  test('is one line a line in the order of the file, with an empty line between blocks', () => {
    // The same file, cut by its marks alone.
    const words = (part: string) => [...part.matchAll(/<SP\/>|CONTENT="([^"]*)"/g)].map(([, said = ' ']) => said);
    const behind = (part: string, mark: string) => part.split(mark).slice(1);
    const blocks = behind(xml, '<TextBlock').map((part) =>
      behind(part, '<TextLine').map((each) => words(each).join('')),
    );
    expect(text.split('\n\n').map((part) => part.split('\n'))).toEqual(blocks);
    expect(text).toMatch(
      /^南浦晨报 2024年5月17日 星期五 第3版 民生\n\n城北三条背街试行早市错时摆摊\n\n摊位退一步 路宽了一米\n\n本报记者 祁月\n\n/,
    );
  });

  test('has the box of every line and of every word, to the pixel', () => {
    const boxes = positions[0]?.boxes ?? [];
    expect(positions.map(({ width, height, unit }) => [width, height, unit])).toEqual([[1092, 1232, 'pixel']]);
    const numbers = (name: string) =>
      [
        ...xml.matchAll(new RegExp(`<${name} [^>]*?HPOS="(\\d+)" VPOS="(\\d+)" WIDTH="(\\d+)" HEIGHT="(\\d+)"`, 'g')),
      ].map((found) => found.slice(1).map(Number));
    const shown = (kind: PositionBox['kind']) =>
      boxes.filter((box) => box.kind === kind).map(({ x, y, w, h }) => [x, y, w, h]);
    expect(shown('line')).toEqual(numbers('TextLine'));
    expect(shown('word')).toEqual(numbers('String'));
    expect(shown('block')).toEqual(numbers('TextBlock'));
    const words = boxes.filter((box) => box.kind === 'word').map(({ range }) => text.slice(...range));
    expect(words).toEqual([...xml.matchAll(/CONTENT="([^"]*)"/g)].map((found) => found[1]));
  });

  test('is a newspaper page whose lines hold all of its text', () => {
    const document = readDocument(readFileSync(SAMPLE), 'nanpu-morning-2024-05-17-p3.xml', looksLikePage);
    expect(document).toMatchObject({
      page: true,
      mediaType: 'application/xml',
      textOf: 'extract',
      importer: 'alto 1',
      metadata: { date: { edtf: '2024-05-17' }, pageLabel: '3' },
    });
    expect(uncovered(document.text, document.positions ?? [])).toEqual([]);
  });
});

describe('what recognisers write', () => {
  test('Latin words are parted where no SP says so, Chinese ones are not, and a hyphen stays', () => {
    const lines = [
      line(word('The') + word('old')),
      line(word('报') + word('纸')),
      line(`${word('re')}<HYP CONTENT="-"/>`),
    ];
    expect(readAlto(page(block(lines.join('')))).text).toBe('The old\n报纸\nre-');
  });

  test('a line without a place has that of its words, or of its block; blocks without text have none', () => {
    const xml = page(
      block(line(word('甲', 10, 20, 5, 6) + word('乙', 15, 20, 5, 8)), place(1, 2, 90, 80)) +
        block(line('<String CONTENT="丙"/>'), place(7, 8, 30, 12)) +
        block(line(word(' ')), place(0, 0, 1, 1)),
    );
    expect(boxesOf(xml, 'line')).toEqual([
      ['甲乙', 10, 20, 10, 8],
      ['丙', 7, 8, 30, 12],
    ]);
    expect(boxesOf(xml, 'word').map(([text]) => text)).toEqual(['甲', '乙']);
    expect(boxesOf(xml, 'block')).toEqual([
      ['甲乙', 1, 2, 90, 80],
      ['丙', 7, 8, 30, 12],
    ]);
  });

  test('blocks come in the reading order that a file gives, and those that it does not name behind them', () => {
    const said =
      '<ReadingOrder><OrderedGroup><ElementRef REF="l3"/><ElementRef REF="b1"/></OrderedGroup></ReadingOrder>';
    const blocks = [
      block(line(word('甲')), 'ID="b1"'),
      block(line(word('乙')), 'ID="b2"'),
      block(line(word('丙'), 'ID="l3"') + line(word('丁')), 'ID="b3"'),
    ].join('');
    expect(readAlto(page(blocks)).text).toBe('甲\n\n乙\n\n丙\n丁');
    expect(readAlto(page(blocks).replace('<Layout>', `${said}<Layout>`)).text).toBe('丙\n丁\n\n甲\n\n乙');
  });

  test('a prefix, another unit, two pages, and numbers that are none', () => {
    const xml = `<a:alto xmlns:a="urn:x"><a:Description><a:MeasurementUnit>mm10</a:MeasurementUnit></a:Description><a:Layout><a:Page WIDTH="x" HEIGHT="-1"><a:TextBlock><a:TextLine HPOS="1e999" VPOS="NaN" WIDTH="1" HEIGHT="1"><a:String CONTENT="甲" HPOS="3" VPOS="4" WIDTH="5" HEIGHT="6"/></a:TextLine></a:TextBlock></a:Page><a:Page WIDTH="50" HEIGHT="60"><a:TextBlock><a:TextLine><a:String CONTENT="乙"/></a:TextLine></a:TextBlock></a:Page></a:Layout></a:alto>`;
    const { text, positions } = readAlto(xml);
    expect(text).toBe('甲\n\n乙');
    expect(positions.map(({ width, height, unit }) => [width, height, unit])).toEqual([
      [8, 10, 'mm10'],
      [50, 60, 'mm10'],
    ]);
  });

  test('whatever words a page has, their boxes lie in the text and the lines hold all that is not blank', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 5 });
    const escaped = (text: string) =>
      text.replace(/[^\p{L}\p{N} ]/gu, (ch) => (/^[^\p{C}]$/u.test(ch) ? `&#${ch.codePointAt(0)};` : ' '));
    fc.assert(
      fc.property(fc.array(fc.array(words, { maxLength: 4 }), { minLength: 1, maxLength: 4 }), (blocks) => {
        const xml = page(
          blocks
            .map((lines) => block(lines.map((each) => line(each.map((text) => word(escaped(text))).join(''))).join('')))
            .join(''),
        );
        let read: ReturnType<typeof readAlto>;
        try {
          read = readAlto(xml);
        } catch (error) {
          // Nothing but blanks: there is no text to place.
          expect(blocks.flat(2).every((text) => escaped(text).trim() === '')).toBe(true);
          expect(error).toMatchObject({ reason: 'no_text_layer' });
          return;
        }
        expect(uncovered(read.text, read.positions)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const hostile = (content: string, declared = '') => page(block(line(word(content))), declared);
test.each([
  [
    'entities that multiply',
    hostile('&b;', '<!DOCTYPE alto [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'),
    'unsafe_document_type',
  ],
  [
    'an entity of another file',
    hostile('&x;', '<!DOCTYPE alto [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    'unsafe_document_type',
  ],
  [
    'a document type elsewhere',
    hostile('甲', '<!DOCTYPE alto SYSTEM "http://leaking.via/alto.dtd">'),
    'unsafe_document_type',
  ],
  ['an entity that nobody declared', hostile('&x;'), 'broken_document'],
  ['a file that was cut off', readFileSync(SAMPLE, 'utf8').slice(0, 20_000), 'broken_document'],
  ['marks that cross', page('<TextBlock><TextLine></TextBlock></TextLine>'), 'broken_document'],
  ['a page of pictures', page('<Illustration/>'), 'no_text_layer'],
  ['nesting without end', page('<ComposedBlock>'.repeat(200) + '</ComposedBlock>'.repeat(200)), 'too_complex'],
  ['pages without end', page('').replace('</Layout>', `${'<Page/>'.repeat(600)}</Layout>`), 'too_complex'],
])('%s: refused by name', (_what, xml, reason) => {
  expect(refusal(xml)).toBe(reason);
});

test('XML that is not ALTO stays a text, whatever it declares', () => {
  expect(refusal('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')).toBe('read');
});

test('a damaged file is read with every box in its text, or refused by name', () => {
  fc.assert(
    fc.property(damaged(readFileSync(SAMPLE)), (bytes) => {
      let read: ReturnType<typeof readAlto>;
      try {
        read = readAlto(Buffer.from(bytes).toString('utf8'));
      } catch (error) {
        expect(error).toBeInstanceOf(IntakeRefusal);
        return;
      }
      expect(uncovered(read.text, read.positions)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
