import type { BlockRole } from '#contract/derivation.ts';
import { element, type XmlNode, xmlFile } from './xml.ts';

export interface MetsFile {
  /** Beside the METS file. */
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: number;
}
export interface MetsPage {
  readonly label: string;
  readonly alto: MetsFile;
  readonly picture: MetsFile | null;
}
export interface MetsArticle {
  readonly id: string;
  readonly title: string;
  /** Blocks in reading order: on which page, by its place in the list of pages, and by what id. */
  readonly blocks: readonly { readonly role: BlockRole; readonly areas: readonly MetsArea[] }[];
}
export interface MetsArea {
  readonly page: number;
  readonly block: string;
}
export interface MetsIssue {
  readonly publication: string;
  readonly date: string;
  readonly pages: readonly MetsPage[];
  readonly articles: readonly MetsArticle[];
  /** What a reader of it has to know. */
  readonly notes: readonly string[];
  readonly at: number;
}

/**
 * One issue as METS 1.12.1 (https://www.loc.gov/standards/mets/): its pages in the physical structure, newspaper, issue
 * and articles in the logical one, an article's blocks in the order in which it is read.
 */
export function toMets(issue: MetsIssue): string {
  const { publication, date, pages, articles, notes, at } = issue;
  const title = [publication, date].filter((part) => part !== '').join(', ');
  return xmlFile(
    element(
      'mets',
      {
        xmlns: 'http://www.loc.gov/METS/',
        'xmlns:xlink': 'http://www.w3.org/1999/xlink',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': 'http://www.loc.gov/METS/ https://www.loc.gov/standards/mets/version1121/mets.xsd',
        TYPE: 'Newspaper',
        LABEL: title,
      },
      element(
        'metsHdr',
        { CREATEDATE: new Date(at).toISOString() },
        element(
          'agent',
          { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' },
          element('name', {}, 'Jianbao'),
          notes.map((note) => element('note', {}, note)),
        ),
      ),
      element(
        'dmdSec',
        { ID: 'DMD1' },
        element(
          'mdWrap',
          { MDTYPE: 'DC' },
          element(
            'xmlData',
            {},
            [
              ['title', publication],
              ['date', date],
              ['type', 'Text'],
            ].flatMap(([name, value]) => (value ? [element(`dc:${name}`, {}, value)] : [])),
          ),
        ),
      ),
      element(
        'fileSec',
        {},
        groupOf(
          'Text',
          'ALTO',
          pages.map(({ alto }) => alto),
        ),
        groupOf(
          'Images',
          'IMG',
          pages.map(({ picture }) => picture),
        ),
      ),
      element(
        'structMap',
        { TYPE: 'PHYSICAL' },
        element(
          'div',
          { TYPE: 'physSequence', LABEL: title },
          pages.map(({ label, picture }, order) =>
            element(
              'div',
              { ID: `P${order + 1}`, TYPE: 'page', ORDER: order + 1, ORDERLABEL: label === '' ? null : label },
              element('fptr', { FILEID: `ALTO${order + 1}` }),
              picture ? element('fptr', { FILEID: `IMG${order + 1}` }) : null,
            ),
          ),
        ),
      ),
      element(
        'structMap',
        { TYPE: 'LOGICAL' },
        element(
          'div',
          { TYPE: 'Newspaper', LABEL: publication },
          element('div', { TYPE: 'Issue', LABEL: date, DMDID: 'DMD1' }, articles.map(articleOf)),
        ),
      ),
    ),
  );
}

function groupOf(use: string, prefix: string, files: readonly (MetsFile | null)[]): XmlNode | null {
  if (files.every((file) => file === null)) return null;
  return element(
    'fileGrp',
    { USE: use },
    files.flatMap((file, at) =>
      file === null
        ? []
        : [
            element(
              'file',
              {
                ID: `${prefix}${at + 1}`,
                MIMETYPE: file.mediaType,
                SIZE: file.bytes,
                CHECKSUM: file.sha256,
                CHECKSUMTYPE: 'SHA-256',
              },
              element('FLocat', { LOCTYPE: 'URL', 'xlink:href': encodeURIComponent(file.name) }),
            ),
          ],
    ),
  );
}

function articleOf({ id, title, blocks }: MetsArticle, at: number): XmlNode {
  return element(
    'div',
    { ID: `ART${at + 1}`, TYPE: 'Article', ORDER: at + 1, LABEL: title, CONTENTIDS: `urn:uuid:${id}` },
    blocks.map(({ role, areas }, order) =>
      element('div', { TYPE: role, ORDER: order + 1 }, element('fptr', {}, areasOf(areas))),
    ),
  );
}

function areasOf(areas: readonly MetsArea[]): XmlNode | undefined {
  const all = areas.map(({ page, block }) =>
    element('area', { FILEID: `ALTO${page + 1}`, BETYPE: 'IDREF', BEGIN: block }),
  );
  return all.length === 1 ? all[0] : element('seq', {}, all);
}
