import { element, xmlFile } from './xml.ts';

/** What of an article Dublin Core has a word for. */
export interface Described {
  readonly id: string;
  /** `jianbao://…` */
  readonly address: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publication: string;
  readonly date: string;
  readonly pages: readonly string[];
  readonly section: string;
  readonly url: string;
  readonly language: string;
  readonly subjects: readonly string[];
  readonly description: string;
  /** SHA-256 of the file that it was taken from. */
  readonly original: string;
}

/** Unqualified Dublin Core as OAI-PMH hands it out (http://www.openarchives.org/OAI/2.0/oai_dc.xsd). */
export function dublinCore(article: Described): string {
  const { publication, date, pages, section } = article;
  const printed = [publication, date, pages.join(', '), section].filter((part) => part !== '').join('; ');
  const elements: readonly (readonly [string, string])[] = [
    ['title', article.title],
    ...article.authors.map((author) => ['creator', author] as const),
    ...article.subjects.map((subject) => ['subject', subject] as const),
    ['description', article.description],
    ['publisher', publication],
    ['date', date],
    ['type', 'Text'],
    ['identifier', `urn:uuid:${article.id}`],
    ['identifier', article.address],
    ['identifier', article.url],
    ['source', publication === '' ? '' : printed],
    ['source', `urn:sha256:${article.original}`],
    ['language', article.language],
  ];
  return xmlFile(
    element(
      'oai_dc:dc',
      {
        'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation':
          'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
      },
      elements.flatMap(([name, value]) => (value === '' ? [] : [element(`dc:${name}`, {}, value)])),
    ),
  );
}
