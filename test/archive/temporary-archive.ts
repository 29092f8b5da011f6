import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { type ArchiveOptions, createArchive, type OpenArchive, openArchive } from '#archive/archive.ts';
import type { SuggestionSource } from '#archive/context.ts';
import { separate } from '#archive/desk/separate.ts';
import { looksLikePage } from '#archive/desk/sniff.ts';
import { renderTemplate } from '#archive/export/template-render.ts';
import { withNameRule } from '#archive/intake/named-origin.ts';
import { readDocument } from '#archive/intake/read-document.ts';
import { readFileDocument } from '#archive/intake/read-file.ts';
import { withOwnMarkdown } from '#archive/own-markdown.ts';
import { terms } from '#archive/search/terms.ts';
import { documentWrites, type SourceDocument, type StoredFile } from '#archive/store/documents.ts';
import { hashBytes, keepOriginal } from '#archive/store/originals.ts';
import type { ArchiveContract } from '#contract/archive.ts';
import type { BlockRole, Derivation, DerivedArticle } from '#contract/derivation.ts';

/** In memory where the system has such a folder: a test of rows does not wait for a disk. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export type ArchiveClient = ContractRouterClient<ArchiveContract>;

export interface TemporaryArchive {
  readonly dir: string;
  archive: OpenArchive;
  client: ArchiveClient;
  /** What the layer that answers while one types was told. */
  readonly told: { added: SuggestionSource[]; removed: string[]; tags: readonly string[] };
  /** Closes and opens again. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

/** An archive in a folder of its own that goes away when it is closed. */
export async function temporaryArchive(options: Partial<ArchiveOptions> = {}): Promise<TemporaryArchive> {
  const root = mkdtempSync(join(FOLDER, 'jianbao-'));
  const dir = join(root, 'test.jianbao');
  await createArchive(dir);
  const told: TemporaryArchive['told'] = { added: [], removed: [], tags: [] };
  const all: ArchiveOptions = { ...testOptions(told), ...options };
  const archive = await openArchive(dir, all);
  const here: TemporaryArchive = {
    dir,
    archive,
    client: clientOf(archive),
    told,
    reopen: async () => {
      await here.archive.close();
      here.archive = await openArchive(dir, all);
      here.client = clientOf(here.archive);
    },
    close: async () => {
      await here.archive.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
  return here;
}

export function clientOf(archive: OpenArchive): ArchiveClient {
  return createRouterClient(archive.router) as ArchiveClient;
}

/** The same for files that are read as they are: none is taken for a newspaper page. */
export function optionsWithoutDesk(): ArchiveOptions {
  return {
    ...testOptions(),
    pool: {
      read: async (bytes, name) => readDocument(bytes, name, () => false),
      separate: () => Promise.reject(new Error('no page here')),
      close: () => Promise.resolve(),
    },
  };
}

/** What an archive is given from outside: the hosts' pool without its threads, and nobody who types. */
export function testOptions(told: TemporaryArchive['told'] = { added: [], removed: [], tags: [] }): ArchiveOptions {
  return {
    who: 'Lin Yue',
    places: { resolve: () => undefined },
    pool: {
      read: async (bytes, name, { path = name, rule } = {}) =>
        withNameRule(withOwnMarkdown(await readFileDocument(bytes, name, looksLikePage, path)), path, rule),
      separate: async (text) => separate(text),
      close: () => Promise.resolve(),
    },
    suggestions: {
      add: (rows) => told.added.push(...rows),
      remove: (ids) => told.removed.push(...ids),
      setTags: (paths) => {
        told.tags = paths;
      },
      suggest: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    },
    templates: {
      run: async (task) => renderTemplate(task),
      close: () => Promise.resolve(),
    },
  };
}

export interface TestArticle {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly byline?: string;
}

/** A document of one or more articles, each of a title line and paragraph lines. */
export function documentOf(
  articles: readonly TestArticle[],
  rest: Partial<Omit<SourceDocument, 'derivation' | 'text' | 'metadata'>> & Partial<SourceDocument['metadata']> = {},
): SourceDocument {
  const { byline = null, publication = null, date = null, url = null, language = null, pageLabel, ...document } = rest;
  const text = articles.map((article) => [article.title, ...linesOf(article)].join('\n')).join('\n');
  return {
    mediaType: 'text/plain',
    encoding: 'utf-8',
    byteOrderMark: false,
    lineEnds: 'lf',
    lossless: true,
    textOf: 'file',
    importer: 'text 1',
    page: false,
    ...document,
    text,
    derivation: derivationOf(text, articles),
    metadata: { byline, publication, date, url, language, ...(pageLabel === undefined ? {} : { pageLabel }) },
  };
}

function linesOf(article: TestArticle): string[] {
  return article.byline === undefined ? [...article.paragraphs] : [article.byline, ...article.paragraphs];
}

function derivationOf(text: string, articles: readonly TestArticle[]): Derivation {
  let at = 0;
  const operations: Derivation['operations'] = [];
  const block = (role: BlockRole, line: string) => {
    const start = at;
    at += line.length;
    if (at < text.length) operations.push({ kind: 'blank_removed', range: [at, at + 1], text: '\n' });
    at += 1;
    return {
      role,
      text: line,
      pieces: [[start, start + line.length] as [number, number]],
      confidence: 1,
      evidence: [],
    };
  };
  const derived = articles.map((article, index): DerivedArticle => {
    const blocks = [block('title', article.title)];
    if (article.byline !== undefined) blocks.push(block('byline', article.byline));
    for (const paragraph of article.paragraphs) blocks.push(block('paragraph', paragraph));
    return { id: `a${index}`, kind: 'main', parent: null, title: article.title, confidence: 1, evidence: [], blocks };
  });
  return { articles: derived, dropped: [], operations };
}

/** Keeps the original and commits the rows, as an import does. */
export async function store(
  { archive, dir }: Pick<TemporaryArchive, 'archive' | 'dir'>,
  document: SourceDocument,
  name = 'test.txt',
): Promise<StoredFile> {
  const bytes = Buffer.from(document.text);
  const sha256 = hashBytes(bytes);
  keepOriginal(dir, bytes, sha256);
  const { db, who, now, publish } = archive.context;
  const file = { sha256, name, path: name, bytes: bytes.length, document };
  const [stored] = documentWrites(db, terms).storeFiles([file], who, now);
  if (!stored) throw new Error('nothing was stored');
  publish('articles', 'archive');
  return stored;
}
