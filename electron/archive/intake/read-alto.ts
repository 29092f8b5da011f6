import { SaxesParser } from 'saxes';
import type { PositionUnit } from '#contract/positions.ts';
import type { AltoBlock } from './divide.ts';
import { IntakeRefusal } from './document.ts';
import { oneLine, type PageText, type PlacedBox, type PlacedLine, textOfPages, unionOf } from './page-text.ts';
import { isCjk } from './read-text.ts';

/** An ALTO file nests about ten deep. */
const DEPTH = 100;
const TAGS = 2_000_000;
const PAGES = 500;
/** Characters of a name that are looked at. */
const NAME = 500;
/** What a recogniser writes in a number is below this, in any unit. */
const FARTHEST = 1e7;

const UNITS: Readonly<Record<string, PositionUnit>> = { pixel: 'pixel', mm10: 'mm10', inch1200: 'inch1200' };

type Attributes = Readonly<Record<string, string>>;

interface OpenLine {
  readonly box: PlacedBox | undefined;
  text: string;
  readonly words: { start: number; end: number; box: PlacedBox }[];
  /** An SP element stood since the last word. */
  spaced: boolean;
  /** Its last character says that the word goes on. */
  hyphen: boolean;
}
interface OpenBlock {
  readonly id: string;
  /** Its place in the file's reading order; a block that is not named there comes after those that are. */
  rank: number;
  readonly box: PlacedBox | undefined;
  readonly lines: (PlacedLine & Pick<OpenLine, 'spaced' | 'hyphen'>)[];
}

/** Whether a text is ALTO, whatever its prefix: the element is looked for where it must be, behind declarations and comments. */
export function isAlto(text: string): boolean {
  const head = text.slice(0, 65_536);
  return /^\s*</.test(head) && /<(?:[\w-]{1,40}:)?alto[\s>]/i.test(head);
}

/**
 * ALTO 1 to 4 (https://www.loc.gov/standards/alto/), in the reading order that the file gives (from 4.3 on), or as it stands. Nothing outside the file is read: a
 * document type with entities or an address is refused.
 * @throws IntakeRefusal `broken_document`, `unsafe_document_type`, `no_text_layer`, `too_complex`
 */
export function readAlto(
  xml: string,
): PageText & { readonly blocks: readonly AltoBlock[]; readonly isDivided: boolean } {
  const pages: { width: number; height: number; number: number; blocks: OpenBlock[] }[] = [];
  /** Of the pictures that were read. */
  const files: string[] = [];
  const order = new Map<string, number>();
  const rankOf = ({ ID = '' }: Attributes) => order.get(ID) ?? Number.POSITIVE_INFINITY;
  let unit: PositionUnit = 'pixel';
  /** The element whose text counts. */
  let told: 'MeasurementUnit' | 'fileName' | undefined;
  let said = '';
  let block: OpenBlock | undefined;
  let line: OpenLine | undefined;
  let depth = 0;
  let tags = 0;
  let isDivided = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new IntakeRefusal('broken_document', { cause: error });
  });
  parser.on('doctype', (doctype) => {
    if (doctype.trim().toLowerCase() !== 'alto') throw new IntakeRefusal('unsafe_document_type');
  });
  parser.on('text', (text) => {
    if (told) said += text;
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    tags += 1;
    if (depth > DEPTH || tags > TAGS) throw new IntakeRefusal('too_complex');
    switch (localName(name)) {
      case 'MeasurementUnit':
      case 'fileName':
        told = localName(name) as typeof told;
        said = '';
        break;
      case 'ElementRef':
        if (attributes.REF !== undefined && !order.has(attributes.REF)) order.set(attributes.REF, order.size);
        break;
      case 'Page':
        if (pages.length === PAGES) throw new IntakeRefusal('too_complex');
        pages.push({
          width: sizeOf(attributes.WIDTH),
          height: sizeOf(attributes.HEIGHT),
          number: sizeOf(attributes.PHYSICAL_IMG_NR) || pages.length + 1,
          blocks: [],
        });
        break;
      case 'StructureTag':
        isDivided ||= attributes.TYPE?.toLowerCase() === 'article';
        break;
      case 'TextBlock':
        block = { id: attributes.ID ?? '', rank: rankOf(attributes), box: boxOf(attributes), lines: [] };
        pages.at(-1)?.blocks.push(block);
        break;
      case 'TextLine':
        if (block) block.rank = Math.min(block.rank, rankOf(attributes));
        line = { box: boxOf(attributes), text: '', words: [], spaced: false, hyphen: false };
        break;
      case 'SP':
        if (line) line.spaced = line.text !== '';
        break;
      case 'String':
        if (line) addWord(line, oneLine(attributes.CONTENT ?? ''), boxOf(attributes));
        break;
      case 'HYP':
        if (line) {
          line.text += oneLine(attributes.CONTENT ?? '');
          line.hyphen = /[-\u2010\u00ad]$/.test(line.text);
        }
        break;
    }
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    const closed = localName(name);
    if (closed === told) {
      if (told === 'fileName') files.push(said.trim().slice(-NAME));
      else unit = UNITS[said.trim().toLowerCase()] ?? unit;
      told = undefined;
    }
    if (closed === 'TextBlock') block = undefined;
    else if (closed === 'TextLine') {
      if (line && block) block.lines.push(closeLine(line, block.box));
      line = undefined;
    }
  });
  parser.write(xml).close();
  const byRank = (one: OpenBlock, other: OpenBlock) => (one.rank === other.rank ? 0 : one.rank - other.rank);
  // Every page of some programs is the first.
  const areCounted = new Set(pages.map(({ number }) => number)).size === pages.length;
  const read = textOfPages(
    pages.map(({ number, blocks, ...size }, at) => ({
      ...size,
      unit,
      blocks: blocks.toSorted(byRank),
      picture: { name: files[at] || null, number: areCounted ? number : at + 1 },
    })),
  );
  if (read.text === '') throw new IntakeRefusal('no_text_layer');
  return {
    ...read,
    blocks: placesOf(
      pages.flatMap(({ blocks }) => blocks.toSorted(byRank)),
      read,
    ),
    isDivided,
  };
}

/** Which ranges of the text the lines of each block are: they come in the same order, those without a word left out. */
function placesOf(blocks: readonly OpenBlock[], { positions }: PageText): AltoBlock[] {
  const ranges = positions.flatMap(({ boxes }) => boxes.flatMap(({ kind, range }) => (kind === 'line' ? [range] : [])));
  let at = 0;
  return blocks.map(({ id, lines }) => ({
    id,
    lines: lines
      .filter(({ text }) => text.trim() !== '')
      .map(({ spaced, hyphen }) => ({ range: ranges[at++] ?? [0, 0], spaced, hyphen })),
  }));
}

/** Two words without a space between them belong together where either side is Chinese or Japanese; Latin words are parted. */
function addWord(line: OpenLine, content: string, box: PlacedBox | undefined): void {
  const text = content.trim();
  if (text === '') return;
  const joins = line.text === '' || isCjk(line.text.at(-1) ?? '') || isCjk(text);
  if (line.spaced || !joins) line.text += ' ';
  line.spaced = false;
  const start = line.text.length;
  line.text += text;
  if (box) line.words.push({ start, end: line.text.length, box });
}

function closeLine({ box, text, words, spaced, hyphen }: OpenLine, around: PlacedBox | undefined) {
  const ofWords = words.length > 0 ? unionOf(words.map((word) => word.box)) : undefined;
  return { text, words, spaced, hyphen, box: box ?? ofWords ?? around ?? unionOf([]) };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function boxOf({ HPOS, VPOS, WIDTH, HEIGHT }: Attributes): PlacedBox | undefined {
  const [x, y, w, h] = [HPOS, VPOS, WIDTH, HEIGHT].map(numberOf);
  return x === undefined || y === undefined || w === undefined || h === undefined || w < 0 || h < 0
    ? undefined
    : { x, y, w, h };
}

function sizeOf(text: string | undefined): number {
  return Math.max(0, numberOf(text) ?? 0);
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^-?\d{1,9}(\.\d{1,9})?$/.test(text.trim())) return undefined;
  const value = Number(text);
  return Math.abs(value) < FARTHEST ? value : undefined;
}
