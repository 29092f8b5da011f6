import type { Box, PrintedBlock, PrintedLine, PrintedPage } from './printed.ts';
import { element, type XmlNode, xmlFile } from './xml.ts';

export interface AltoSource {
  readonly page: PrintedPage;
  /** Titles by the id of their article. */
  readonly titles: ReadonlyMap<string, string>;
  /** Of the picture of the page, beside the file. */
  readonly picture: string | null;
  /** Of the source that it was made from. */
  readonly original: { readonly name: string; readonly sha256: string };
  readonly label: string;
  readonly language: string | null;
  readonly at: number;
}

/** Said where nothing is known of places. */
export const MADE_UP_GEOMETRY =
  'The source says nothing of places: pages, positions and line breaks are made up, and only the order of the text is meant.';
const WORD_GEOMETRY =
  'Places of lines are those of the source; a word of which it does not say the place has its share of its line.';

/** How many of a unit of ours are one of ALTO's. */
const POINTS = 1200 / 72;

/** One page as ALTO 4.4 (https://www.loc.gov/standards/alto/), its blocks in reading order, each tagged with its article. */
export function toAlto(source: AltoSource): string {
  const { page, titles, picture, original, label, language, at } = source;
  const scale = page.unit === 'point' ? POINTS : 1;
  const used = [...new Set(page.blocks.map(({ article }) => article))];
  const tags = new Map(used.map((id, index) => [id, `article${index + 1}`]));
  return xmlFile(
    element(
      'alto',
      {
        xmlns: 'http://www.loc.gov/standards/alto/ns-v4#',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation':
          'http://www.loc.gov/standards/alto/ns-v4# http://www.loc.gov/standards/alto/v4/alto-4-4.xsd',
        SCHEMAVERSION: '4.4',
      },
      element(
        'Description',
        {},
        element('MeasurementUnit', {}, page.unit === 'point' ? 'inch1200' : page.unit),
        element(
          'sourceImageInformation',
          {},
          picture === null ? null : element('fileName', {}, picture),
          element('documentIdentifier', {}, `urn:sha256:${original.sha256}`),
        ),
        element(
          'Processing',
          { ID: 'jianbao' },
          element('processingCategory', {}, 'contentModification'),
          element('processingDateTime', {}, new Date(at).toISOString()),
          element(
            'processingStepDescription',
            {},
            `Text separated into articles and corrected; made from ${original.name}`,
          ),
          element('processingStepSettings', {}, page.isMadeUp ? MADE_UP_GEOMETRY : WORD_GEOMETRY),
          element('processingSoftware', {}, element('softwareName', {}, 'Jianbao')),
        ),
      ),
      used.length === 0
        ? null
        : element(
            'Tags',
            {},
            used.map((id) =>
              element('StructureTag', {
                ID: tags.get(id),
                TYPE: 'article',
                LABEL: titles.get(id) ?? '',
                URI: `urn:uuid:${id}`,
              }),
            ),
          ),
      page.blocks.length === 0
        ? null
        : element(
            'ReadingOrder',
            {},
            element(
              'OrderedGroup',
              { ID: 'order' },
              page.blocks.map(({ id }) => element('ElementRef', { ID: `order-${id}`, REF: id })),
            ),
          ),
      element(
        'Layout',
        {},
        element(
          'Page',
          {
            ID: 'page',
            PHYSICAL_IMG_NR: 1,
            PRINTED_IMG_NR: label === '' ? null : label,
            WIDTH: number(page.width * scale),
            HEIGHT: number(page.height * scale),
            LANG: language !== null && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language) ? language : null,
          },
          element(
            'PrintSpace',
            { HPOS: 0, VPOS: 0, WIDTH: number(page.width * scale), HEIGHT: number(page.height * scale) },
            page.blocks.map((block) => blockOf(block, tags.get(block.article) ?? '', scale)),
          ),
        ),
      ),
    ),
  );
}

function blockOf({ id, box, lines }: PrintedBlock, tag: string, scale: number): XmlNode {
  return element(
    'TextBlock',
    { ID: id, TAGREFS: tag, ...placeOf(box, scale) },
    lines.map((line) => lineOf(line, scale)),
  );
}

function lineOf({ box, words, hyphen, corrected }: PrintedLine, scale: number): XmlNode {
  return element(
    'TextLine',
    { ...placeOf(box, scale), CS: corrected ? 'true' : null },
    words.flatMap((word) => [
      element('String', { CONTENT: word.text, ...placeOf(word.box, scale) }),
      ...(word.spaced ? [element('SP', {})] : []),
    ]),
    hyphen ? element('HYP', { CONTENT: '-' }) : null,
  );
}

function placeOf({ x, y, w, h }: Box, scale: number) {
  return { HPOS: number(x * scale), VPOS: number(y * scale), WIDTH: number(w * scale), HEIGHT: number(h * scale) };
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
