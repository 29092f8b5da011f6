import { SaxesParser } from 'saxes';
import type { BlockRole } from '#contract/derivation.ts';
import type { Divisions } from './divide.ts';
import { IntakeRefusal } from './document.ts';
import { oneLine } from './page-text.ts';

const DEPTH = 100;
const TAGS = 2_000_000;

/** Whether a text is METS: the element is looked for where it must be, behind declarations and comments. */
export function isMets(text: string): boolean {
  const head = text.slice(0, 65_536);
  return /^\s*</.test(head) && /<(?:[\w-]{1,40}:)?mets[\s>]/i.test(head) && /http:\/\/www\.loc\.gov\/METS\//.test(head);
}

/** What libraries call the parts of an article (METS profiles of newspapers), and our own words. */
const ROLES: Readonly<Record<string, BlockRole>> = {
  title: 'title',
  headline: 'title',
  heading: 'title',
  subheadline: 'subtitle',
  subtitle: 'subtitle',
  overline: 'kicker',
  kicker: 'kicker',
  author: 'byline',
  byline: 'byline',
  subhead: 'subhead',
  subheading: 'subhead',
  caption: 'caption',
  label: 'label',
  dateline: 'dateline',
  photo_credit: 'photo_credit',
  continuation_mark: 'continuation_mark',
  author_note: 'author_note',
  quotation: 'quotation',
  list_item: 'list_item',
  preformatted: 'preformatted',
};

/** Divisions that are one text for themselves. */
const ARTICLES = new Set(['article', 'advertisement', 'obituary', 'editorial', 'letter', 'review', 'poem', 'notice']);

type Attributes = Readonly<Record<string, string>>;
type Article = { readonly title: string; readonly blocks: { role: BlockRole; file: string; id: string }[] };

/**
 * The articles of the logical structure of METS 1 (https://www.loc.gov/standards/mets/), in the order in which they
 * stand. Nothing outside the file is read.
 * @throws IntakeRefusal `broken_document`, `unsafe_document_type`, `too_complex`
 */
export function readMets(xml: string): Divisions {
  const files = new Map<string, string>();
  const articles: Article[] = [];
  /** From the outermost: what each open division is, and the article that it belongs to. */
  const open: { role: BlockRole | undefined; article: Article | undefined }[] = [];
  let file = '';
  let isLogical = false;
  let depth = 0;
  let tags = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new IntakeRefusal('broken_document', { cause: error });
  });
  parser.on('doctype', () => {
    throw new IntakeRefusal('unsafe_document_type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    tags += 1;
    if (depth > DEPTH || tags > TAGS) throw new IntakeRefusal('too_complex');
    switch (localName(name)) {
      case 'file':
        file = attributes.ID ?? '';
        break;
      case 'FLocat':
        if (!files.has(file)) files.set(file, addressOf(attributes));
        break;
      case 'structMap':
        isLogical = attributes.TYPE?.toLowerCase() === 'logical';
        break;
      case 'div':
        open.push(divisionOf(attributes));
        break;
      case 'area': {
        const { article, role } = open.at(-1) ?? {};
        const id = attributes.BEGIN;
        if (isLogical && article && id !== undefined)
          article.blocks.push({ role: role ?? 'paragraph', file: attributes.FILEID ?? '', id });
        break;
      }
    }
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (localName(name) === 'div') open.pop();
  });

  function divisionOf({ TYPE = '', LABEL = '' }: Attributes) {
    const around = open.at(-1);
    const type = TYPE.toLowerCase();
    if (!isLogical || around?.article || !ARTICLES.has(type))
      return { role: ROLES[type] ?? around?.role, article: around?.article };
    const article: Article = { title: oneLine(LABEL).trim(), blocks: [] };
    articles.push(article);
    return { role: undefined, article };
  }

  parser.write(xml).close();
  return {
    articles: articles
      .filter(({ blocks }) => blocks.length > 0)
      .map(({ title, blocks }) => ({
        title,
        blocks: blocks.map((block) => ({ ...block, file: files.get(block.file) ?? '' })),
      })),
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** A name relative to the file, as files are named: `file://./alto/1.xml` and `./alto/1.xml` are `alto/1.xml`. */
function addressOf(attributes: Attributes): string {
  const [, href = ''] = Object.entries(attributes).find(([name]) => localName(name) === 'href') ?? [];
  const path = href.replace(/^file:(\/\/)?/i, '').replace(/^(\.\/)+/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
