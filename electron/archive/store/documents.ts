import { createHash } from 'node:crypto';
import type { AnchorState, Annotation, TextQuote } from '#contract/annotations.ts';
import type { Article } from '#contract/articles.ts';
import type { Derivation, DerivedArticle } from '#contract/derivation.ts';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { annotationReads, annotationWrites } from './annotations.ts';
import { type ArticleHead, type ArticleOrigin, articleWrites } from './article-writes.ts';
import { articleReads } from './articles.ts';
import { blockReads, blockWrites, spansOf } from './blocks.ts';
import type { WriteDb } from './database.ts';
import { derivationWrites } from './derivations.ts';
import { dayBounds } from './edtf.ts';
import { asStoreErrors } from './errors.ts';
import { newId } from './ids.ts';
import { journalWrites } from './journal.ts';
import { positionWrites } from './positions.ts';
import { type PreparedArticle, prepareArticle } from './prepare.ts';
import { publicationWrites } from './publications.ts';
import { LAST_KEY, sortKey } from './sort-key.ts';
import type { FileToStore, SourceDocument, StoredFile } from './source-document.ts';
import { sourceReads, sourceWrites } from './sources.ts';
import { tagWrites } from './tags.ts';
import { type Terms, type TextToWrite, textWrites } from './texts.ts';

export type { FileToStore, SourceDocument, StoredFile } from './source-document.ts';

/** Files that one transaction may hold: each commit is one sync, and a kill loses no more than it. */
export const FILES_PER_COMMIT = 50;

/** An article as a highlight sees it: its text, and what source ranges its blocks are made of. */
export type MarkedArticle = Pick<Article, 'id' | 'body' | 'blocks'>;

/** Finds a highlight of a raw page again in the articles that it became. */
export type CarryMark = (
  mark: TextQuote,
  from: MarkedArticle,
  to: readonly [MarkedArticle, ...MarkedArticle[]],
) => { readonly article: ArticleId; readonly quote: TextQuote; readonly state: AnchorState };

export interface Separation {
  readonly derivation: Derivation;
  /** Version of the desk: `1.0`. */
  readonly version: string;
  readonly carry: CarryMark;
}

/** Files and pages become rows here: source, articles, blocks, what was dropped, operations, texts and index, in one transaction. */
export function documentWrites(db: WriteDb, terms: Terms) {
  const sources = { ...sourceReads(db), ...sourceWrites(db) };
  const articles = { ...articleReads(db), ...articleWrites(db) };
  const annotations = { ...annotationReads(db), ...annotationWrites(db) };
  const texts = textWrites(db, terms);
  const blocks = { ...blockReads(db), ...blockWrites(db) };
  const publications = publicationWrites(db);
  const derivations = derivationWrites(db);
  const journal = journalWrites(db);
  const tags = tagWrites(db);
  const positions = positionWrites(db);

  function insertSource(file: FileToStore, at: number): SourceId {
    const { document } = file;
    const id = newId<SourceId>(at);
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

  function headOf(
    derived: DerivedArticle,
    { head, titleKey, body }: PreparedArticle,
    rest: Pick<ArticleHead, 'id' | 'source' | 'position' | 'at'>,
  ): ArticleHead {
    return {
      ...rest,
      ...head,
      titleKey,
      kind: derived.kind,
      parent: null,
      characters: body.length,
      confidence: derived.confidence,
    };
  }

  function insertBlocks(article: ArticleId, derived: DerivedArticle): void {
    const spans = spansOf(derived.blocks.map((block) => block.text));
    for (const [position, block] of derived.blocks.entries()) {
      const span = spans[position];
      if (span)
        blocks.insert(article, position, {
          ...block,
          level: block.level ?? null,
          openEnd: block.openEnd ?? false,
          span,
        });
    }
  }

  function linkParents(derived: readonly DerivedArticle[], ids: ReadonlyMap<string, ArticleId>): void {
    for (const article of derived) {
      const id = ids.get(article.id);
      const parent = article.parent === null ? undefined : ids.get(article.parent);
      if (id && parent && id !== parent) articles.setParent(id, parent);
    }
  }

  function storeOne(file: FileToStore, who: string, at: number, written: TextToWrite[]): StoredFile {
    const known = sources.findByHash(file.sha256);
    if (known) return { state: 'known', source: known.id, articles: articles.ofSource(known.id), name: known.name };
    const { document } = file;
    const source = insertSource(file, at);
    const origin = originOf(document, at);
    const page = pageOf(document, source, origin.publication, at);
    const ids = new Map<string, ArticleId>();
    for (const [position, derived] of document.derivation.articles.entries()) {
      const id = newId<ArticleId>(at);
      ids.set(derived.id, id);
      const prepared = document.prepared?.[position] ?? prepareArticle(derived, file.name, terms);
      const head = headOf(derived, prepared, { id, source, position, at });
      articles.insert({ ...head, byline: head.byline ?? document.metadata.byline }, origin);
      insertBlocks(id, derived);
      written.push({ id, title: head.title, body: prepared.body, note: '', columns: prepared.columns });
      if (page) publications.placeArticle(id, page, position);
    }
    linkParents(document.derivation.articles, ids);
    derivations.put(source, document.derivation);
    if (document.positions) positions.put(source, document.positions);
    const made = [...ids.values()];
    journal.append({ at, who, action: 'source.import', payload: { source, articles: made }, undoes: null });
    return { state: 'imported', source, articles: made, name: file.name };
  }

  const storeAll = db.transaction((files: readonly FileToStore[], who: string, now: () => number) => {
    const written: TextToWrite[] = [];
    const stored = files.map((file) => storeOne(file, who, now(), written));
    texts.putAll(written);
    return stored;
  });

  const separateOne = db.transaction((id: SourceId, separation: Separation, at: number): ArticleId[] | undefined => {
    const source = sources.find(id);
    const [raw, ...others] = source ? articles.ofSource(id) : [];
    if (!source || source.desk === 'none' || source.desk === 'separated' || !raw || others.length > 0) return undefined;
    const origin = articles.origin(raw);
    const { derivation, version } = separation;
    if (!origin || derivation.articles.length === 0) {
      sources.setDesk(id, 'failed', version);
      return undefined;
    }
    const before = articles.find(raw);
    if (!before) return undefined;
    const marks = annotations.everyOfArticle(raw);
    blocks.removeOf(raw);
    const ids = new Map<string, ArticleId>();
    const made: Omit<TextToWrite, 'note'>[] = [];
    for (const [position, derived] of derivation.articles.entries()) {
      // The first article takes the raw page's id: whoever has it open, linked or tagged keeps something real.
      const article = position === 0 ? raw : newId<ArticleId>(at);
      ids.set(derived.id, article);
      const prepared = prepareArticle(derived, source.name, terms);
      const head = headOf(derived, prepared, { id: article, source: id, position, at });
      if (position === 0) articles.rewrite(head);
      else {
        articles.insert(head, origin);
        tags.copy(article, raw);
        publications.placeBeside(article, raw, position);
      }
      insertBlocks(article, derived);
      made.push({ id: article, title: head.title, body: prepared.body, columns: prepared.columns });
    }
    linkParents(derivation.articles, ids);
    derivations.put(id, derivation);
    moveMarks(marks, before, separation.carry, made);
    texts.putAll(made.map((article, position) => ({ ...article, note: position === 0 ? before.note : '' })));
    sources.setDesk(id, 'separated', version);
    const payload = { source: id, from: raw, articles: made.map((article) => article.id) };
    journal.append({ at, who: `jianbao desk ${version}`, action: 'source.separate', payload, undoes: null });
    return payload.articles;
  });

  function moveMarks(
    marks: readonly Annotation[],
    from: Article,
    carry: CarryMark,
    made: readonly { id: ArticleId; body: string }[],
  ) {
    if (marks.length === 0) return;
    const [first, ...rest] = made.map(({ id, body }) => ({ id, body, blocks: blocks.ofArticle(id) }));
    if (!first) return;
    for (const mark of marks) {
      const { article, quote, state } = carry(mark.quote, from, [first, ...rest]);
      annotations.move(mark.id, article, quote, state);
    }
  }

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
    /**
     * Puts the desk's articles in the place of a raw page. Notes, tags, highlights, reading state and the trash carry
     * over. Returns undefined, and writes no article, where the source is no raw page or the desk found nothing in it.
     */
    separatePage(source: SourceId, separation: Separation, now: number): ArticleId[] | undefined {
      return asStoreErrors(() => separateOne.immediate(source, separation, now));
    },
    /** The desk gave up: the page stays one raw article until a newer desk tries. */
    markDeskFailed(source: SourceId, version: string): void {
      sources.setDesk(source, 'failed', version);
    },
  };
}
