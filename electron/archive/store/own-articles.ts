import type { TextQuote } from '#contract/annotations.ts';
import type { AnnotationId, ArticleId, SourceId, Span } from '#contract/ids.ts';
import type { BackNotice, TakenBack } from '#contract/intake.ts';
import { isNoteShort } from '#contract/limits.ts';
import { TagPath } from '#contract/tags.ts';
import { annotationWrites } from './annotations.ts';
import { articleReads } from './articles.ts';
import type { WriteDb } from './database.ts';
import { idOfShort, newId, shortId } from './ids.ts';
import { inkOf, placeInk, spanOfInk } from './ink.ts';
import { journalWrites } from './journal.ts';
import type { OwnArticle, OwnMark, SourceDocument } from './source-document.ts';
import { sourceReads } from './sources.ts';
import { tagWrites } from './tags.ts';
import { type Terms, textReads, textWrites } from './texts.ts';

/** Cuts a quote with its surroundings from a text. */
export type CutQuote = (body: string, span: Span) => TextQuote;

/** An article of which a file of ours comes in. `other`: its id is an article's that has another text. */
type Met =
  | { readonly is: 'here'; readonly article: ArticleId; readonly source: SourceId; readonly name: string }
  | {
      readonly is: 'new' | 'other';
      readonly id: ArticleId;
      readonly note: string;
      readonly notices: readonly BackNotice[];
    };

/** A file of marks alone, of an article that is not here. Nothing of its group is stored; it is refused by itself then. */
export class NoSuchText extends Error {
  readonly reason = 'marks_without_text';
}

/** Files that we exported come back: the article under its id, once, with its marks, tags and notes. */
export function ownWrites(db: WriteDb, terms: Terms, cutQuote: CutQuote | undefined) {
  const annotations = annotationWrites(db);
  const articles = articleReads(db);
  const sources = sourceReads(db);
  const journal = journalWrites(db);
  const tags = tagWrites(db);
  const texts = { ...textReads(db), ...textWrites(db, terms) };
  const byEndings = db.prepare<[string], { id: ArticleId }>(
    'SELECT id FROM article WHERE substr(id, -12) IN (SELECT value FROM json_each(?))',
  );
  const markByShort = db.prepare<[string], { id: AnnotationId; note: string; deleted: 0 | 1 }>(
    'SELECT id, note, deleted_at IS NOT NULL AS deleted FROM annotation WHERE short_id = ?',
  );
  /** Of the group that is being stored. */
  let known = new Map<string, ArticleId>();

  /** Marks that are not here. One that cannot be placed with certainty keeps its words and waits for a place. */
  function addMarks(article: ArticleId, body: string, { marks }: OwnArticle, at: number) {
    const ink = inkOf(body);
    const made: AnnotationId[] = [];
    let orphans = 0;
    let differs = false;
    for (const mark of marks) {
      const there = markByShort.get(mark.shortId);
      if (there) {
        differs ||= there.deleted === 0 && !saysTheSame(there.note, mark.note);
        continue;
      }
      const { quote, state } = placed(mark, body, ink);
      const id = idOfShort<AnnotationId>(mark.shortId, at);
      annotations.insert(id, article, quote, { ...mark, confidential: false }, at);
      if (state !== 'exact') annotations.move(id, article, quote, state);
      annotations.setTags(
        id,
        pathsOf(mark.tags).map((path) => tags.findOrMake(path, at).id),
      );
      if (state === 'orphan') orphans += 1;
      made.push(id);
    }
    return { made, orphans, differs };
  }

  function placed(mark: OwnMark, body: string, ink: string) {
    const nowhere = { start: 0, end: 0, exact: mark.quote, prefix: '', suffix: '' };
    // Its words were others already when it was written: the file alone says where it stood.
    if (mark.doubt === 'changed') {
      const span = mark.at && spanOfInk(body, mark.at);
      return span
        ? { quote: { ...nowhere, ...span }, state: 'changed' as const }
        : { quote: nowhere, state: 'orphan' as const };
    }
    const inInk = mark.doubt === 'orphan' ? undefined : placeInk(ink, inkOf(mark.quote), mark.at);
    const span = inInk && spanOfInk(body, inInk);
    if (!span || !cutQuote) return { quote: nowhere, state: 'orphan' as const };
    return { quote: cutQuote(body, span), state: 'exact' as const };
  }

  function noticesOf({ words, hasForeignProperties }: OwnArticle, isKept: boolean): BackNotice[] {
    const said = words === '' ? [] : isKept ? (['words_kept'] as const) : (['words_left'] as const);
    return [...said, ...(hasForeignProperties ? (['properties_left'] as const) : [])];
  }

  return {
    /** To be called before a group of files is stored: the ids they have are looked for once. */
    begin(shortIds: readonly string[]): void {
      known = new Map();
      if (shortIds.length === 0) return;
      const endings = shortIds.map((short) => idOfShort(short, 0).slice(-12));
      for (const { id } of byEndings.all(JSON.stringify(endings))) known.set(shortId(id), id);
    },
    /** @throws NoSuchText */
    meet(document: SourceDocument, at: number): Met | undefined {
      const { own } = document;
      if (!own) return undefined;
      const here = known.get(own.shortId);
      const article = here && articles.find(here);
      const source = article && sources.find(article.sourceId);
      if (article && source) {
        const body = document.derivation.articles[0]?.blocks.map(({ text }) => text).join('\n') ?? '';
        if (!own.hasText || inkOf(body) === inkOf(article.body))
          return { is: 'here', article: article.id, source: source.id, name: source.name };
      }
      if (!own.hasText) throw new NoSuchText('no text');
      const note = [own.note, own.words].filter((part) => part !== '').join('\n\n');
      const isKept = isNoteShort(note);
      const notices = noticesOf(own, isKept);
      if (here) return { is: 'other', id: newId(at), note: isKept ? note : '', notices: ['other_text', ...notices] };
      const id = idOfShort<ArticleId>(own.shortId, own.importedAt ?? 0);
      known.set(own.shortId, id);
      return { is: 'new', id, note: isKept ? note : own.note, notices };
    },
    /** What belongs to an article that was just inserted; its text is written afterwards. */
    bring(article: ArticleId, { own, derivation }: SourceDocument, met: Met, at: number): TakenBack | undefined {
      if (!own || met.is === 'here') return undefined;
      const body = derivation.articles[0]?.blocks.map(({ text }) => text).join('\n') ?? '';
      for (const path of pathsOf(own.tags)) tags.add(tags.findOrMake(path, at).id, [article]);
      const { made, orphans } = addMarks(article, body, own, at);
      return { marks: made.length, orphans, notices: [...met.notices] };
    },
    /** What an article that is here did not have: marks, and what a person wrote in the file. */
    addTo(article: ArticleId, document: SourceDocument, who: string, at: number): TakenBack {
      const { own } = document;
      const text = texts.find(article);
      if (!own || !text) return { marks: 0, orphans: 0, notices: [] };
      const { made, orphans, differs } = addMarks(article, text.body, own, at);
      if (made.length > 0) {
        const payload = { annotations: made, known: own.marks.length - made.length, waiting: orphans, left: [] };
        journal.append({ at, who, action: 'annotation.take_in', payload, undoes: null });
      }
      const isNew = own.words !== '' && !text.note.includes(own.words);
      const added = [text.note || own.note, ...(isNew ? [own.words] : [])].filter((part) => part !== '').join('\n\n');
      const isKept = isNoteShort(added);
      if (isKept && added !== text.note) {
        texts.setNote(article, added);
        const payload = { article, before: text.note, after: added };
        journal.append({ at, who, action: 'article.note', payload, undoes: null });
      } else if (made.length > 0) texts.refreshNotes(article);
      const isOther =
        differs || (text.note !== '' && !text.note.includes(own.note) && !saysTheSame(text.note, own.note));
      const notices = noticesOf({ ...own, words: isNew ? own.words : '' }, isKept);
      return {
        marks: made.length,
        orphans,
        notices: [...notices, ...(isOther || !isHeadSame(article, document) ? (['differs'] as const) : [])],
      };
    },
  };

  /** Whether the file says of the article's head what the archive says. */
  function isHeadSame(id: ArticleId, { derivation, metadata, own }: SourceDocument): boolean {
    const article = articles.find(id);
    if (!article || !own) return true;
    const [title] = derivation.articles.map((derived) => derived.title);
    const said = [own.hasText ? title : article.title, metadata.publication, metadata.date?.edtf, metadata.pageLabel];
    const stored = [article.title, article.publication, article.date?.edtf, article.page];
    const isSame = said.every((value, index) => inkOf(value ?? '') === inkOf(stored[index] ?? ''));
    const paths = new Set(article.tags.map(({ path }) => path));
    return isSame && own.tags.every((path) => paths.has(path));
  }
}

/** Of what stands in a file those that a tag can be. */
function pathsOf(tags: readonly string[]): string[] {
  return [...new Set(tags)].filter((path) => TagPath.safeParse(path).success);
}

/** A note in a file has marks of Markdown escaped that the archive's has not. */
function saysTheSame(note: string, other: string): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');
  return letters(note) === letters(other);
}
