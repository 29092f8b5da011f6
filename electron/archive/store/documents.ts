import { createHash } from 'node:crypto';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { type ArticleOrigin, articleWrites } from './article-writes.ts';
import { articleReads } from './articles.ts';
import { blockWrites } from './blocks.ts';
import type { WriteDb } from './database.ts';
import { derivationWrites } from './derivations.ts';
import { dayBounds } from './edtf.ts';
import { asStoreErrors } from './errors.ts';
import { newId } from './ids.ts';
import { journalWrites } from './journal.ts';
import { type CutQuote, ownWrites } from './own-articles.ts';
import { positionWrites } from './positions.ts';
import { headOf, prepareArticle } from './prepare.ts';
import { publicationWrites } from './publications.ts';
import { LAST_KEY, sortKey } from './sort-key.ts';
import type { FileToStore, SourceDocument, StoredFile } from './source-document.ts';
import { sourceReads, sourceWrites } from './sources.ts';
import { type Terms, type TextToWrite, textWrites } from './texts.ts';

export type { FileToStore, SourceDocument, StoredFile } from './source-document.ts';

/** Files that one transaction may hold: each commit is one sync, and a kill loses no more than it. */
export const FILES_PER_COMMIT = 50;

/** Files become rows here: source, articles, blocks, what was dropped, operations, texts and index, in one transaction. */
export function documentWrites(db: WriteDb, terms: Terms, cutQuote?: CutQuote) {
  const sources = { ...sourceReads(db), ...sourceWrites(db) };
  const articles = { ...articleReads(db), ...articleWrites(db) };
  const texts = textWrites(db, terms);
  const blocks = blockWrites(db);
  const publications = publicationWrites(db);
  const derivations = derivationWrites(db);
  const journal = journalWrites(db);
  const positions = positionWrites(db);
  const own = ownWrites(db, terms, cutQuote);

  function insertSource(file: FileToStore, at: number): SourceId {
    const { document } = file;
    const id = file.source ?? newId<SourceId>(at);
    sources.insert({
      id,
      sha256: file.sha256,
      name: file.name,
      path: file.path,
      url: document.metadata.url,
      mediaType: document.mediaType,
      encoding: document.encoding,
      byteOrderMark: document.byteOrderMark,
      lineEnds: document.lineEnds,
      lossless: document.lossless,
      bytes: file.bytes,
      characters: document.text.length,
      textSha256: createHash('sha256').update(document.text).digest('hex'),
      textOf: document.textOf,
      importer: document.importer,
      importedAt: at,
      desk: document.page ? 'raw' : 'none',
      deskVersion: null,
    });
    return id;
  }

  function originOf({ metadata }: SourceDocument, at: number): ArticleOrigin {
    const days = metadata.date ? dayBounds(metadata.date.edtf) : undefined;
    return {
      language: metadata.language,
      url: metadata.url,
      publication: metadata.publication === null ? null : publications.findOrMake(metadata.publication, at),
      publicationKey: metadata.publication === null ? LAST_KEY : sortKey(metadata.publication),
      dateEdtf: metadata.date?.edtf ?? null,
      datePrinted: metadata.date?.printed ?? null,
      dateInferred: metadata.date?.inferred ? 1 : 0,
      dateFrom: days?.from ?? null,
      dateTo: days?.to ?? null,
      pageLabel: metadata.pageLabel ?? null,
      section: metadata.section ?? null,
      importedAt: at,
      readingState: 'unread',
      deletedAt: null,
    };
  }

  /** The issue and the page, where the document says them. */
  function pageOf({ metadata }: SourceDocument, source: SourceId, publication: string | null, at: number) {
    const days = metadata.date ? dayBounds(metadata.date.edtf) : undefined;
    if (publication === null || !metadata.date || !days) return undefined;
    const issue = publications.findOrMakeIssue(publication, metadata.date, days, at);
    return metadata.pageLabel ? publications.findOrMakePage(issue, metadata.pageLabel, source, at) : undefined;
  }

  function storeOne(file: FileToStore, who: string, at: number, written: TextToWrite[]): StoredFile {
    const known = sources.findByHash(file.sha256);
    if (known) return { state: 'known', source: known.id, articles: articles.ofSource(known.id), name: known.name };
    const { document } = file;
    const met = document.own && own.meet(document, at);
    if (met?.is === 'here') {
      const { article, source, name } = met;
      return { state: 'known', source, articles: [article], name, back: own.addTo(article, document, who, at) };
    }
    const source = insertSource(file, at);
    const origin = { ...originOf(document, at), ...(met && { importedAt: document.own?.importedAt ?? at }) };
    const page = pageOf(document, source, origin.publication, at);
    const ids = new Map<string, ArticleId>();
    for (const [position, derived] of document.derivation.articles.entries()) {
      const id = met?.id ?? newId<ArticleId>(at);
      ids.set(derived.id, id);
      const prepared = document.prepared?.[position] ?? prepareArticle(derived, file.name, terms);
      const head = headOf(derived, prepared, { id, source, position, at });
      articles.insert({ ...head, byline: head.byline ?? document.metadata.byline }, origin);
      blocks.insertAll(id, derived.blocks);
      const { title } = head;
      written.push({ id, title, body: prepared.body, note: met?.note ?? '', columns: prepared.columns });
      if (page) publications.placeArticle(id, page, position);
    }
    articles.linkParents(document.derivation.articles, ids);
    derivations.put(source, document.derivation);
    if (document.positions) positions.put(source, document.positions);
    const made = [...ids.values()];
    const back = met && made[0] ? own.bring(made[0], document, met, at) : undefined;
    journal.append({ at, who, action: 'source.import', payload: { source, articles: made }, undoes: null });
    return { state: 'imported', source, articles: made, name: file.name, ...(back && { back }) };
  }

  const storeAll = db.transaction((files: readonly FileToStore[], who: string, now: () => number) => {
    const written: TextToWrite[] = [];
    own.begin(files.flatMap(({ document }) => document.own?.shortId ?? []));
    const stored = files.map((file) => storeOne(file, who, now(), written));
    texts.putAll(written);
    return stored;
  });

  return {
    /**
     * Stores at most FILES_PER_COMMIT files in one transaction: when it returns, all of them are committed and synced.
     * Files with the same bytes as a source in the archive, or as each other, are `known`.
     * @throws StoreError DISK_FULL, READ_ONLY or IN_USE; nothing of the group is stored then
     */
    storeFiles(files: readonly FileToStore[], who: string, now: () => number): StoredFile[] {
      if (files.length > FILES_PER_COMMIT) throw new RangeError(`${files.length} files in one commit`);
      return asStoreErrors(() => storeAll.immediate(files, who, now));
    },
  };
}
