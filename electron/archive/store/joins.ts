import type { ArticleId, SourceId } from '#contract/ids.ts';
import type { JoinRefusalReason } from '#contract/jumps.ts';
import { articleReads } from './articles.ts';
import type { WriteDb } from './database.ts';
import { type Join, partReads, partWrites } from './parts.ts';
import { type Terms, textReads, textWrites } from './texts.ts';

/** Joining and taking apart, in the caller's transaction. The text of each part stays in its own row, unchanged. */
export function joinWrites(db: WriteDb, terms: Terms) {
  const articles = articleReads(db);
  const parts = { ...partReads(db), ...partWrites(db) };
  const texts = { ...textReads(db), ...textWrites(db, terms) };

  function write(id: ArticleId, title: string, body: string, note: string, at: number): void {
    texts.put({ id, title, body, note });
    parts.resize(id, body.length, at);
  }

  function refusalOf(whole: ArticleId, part: ArticleId): JoinRefusalReason | undefined {
    const [one, other] = articles.summaries([whole, part]);
    if (whole === part) return 'same_article';
    if (!one || !other) return 'not_found';
    if (parts.wholeOf(whole) ?? parts.wholeOf(part)) return 'is_part';
    if (one.deletedAt !== null || other.deletedAt !== null) return 'in_trash';
    // The desk will put other articles in its place.
    return one.desk === 'raw' || other.desk === 'raw' ? 'raw_page' : undefined;
  }

  function joinTexts(whole: ArticleId, part: ArticleId, at: number): void {
    const [first, second] = [texts.find(whole), texts.find(part)];
    if (!first || !second) return;
    const start = first.body.length + 1;
    const body = `${first.body}\n${second.body}`;
    parts.join(whole, part, start, at);
    parts.findAcross(whole, body, start);
    write(whole, first.title, body, joinNotes(first.note, second.note), at);
    texts.refreshNotes(part);
  }

  function part(id: ArticleId, at: number): ArticleId | undefined {
    const cut = parts.part(id, at);
    const whole = cut && texts.find(cut.whole);
    const own = texts.find(id);
    if (!cut || !whole || !own) return undefined;
    write(cut.whole, whole.title, whole.body.slice(0, cut.start - 1), withoutNote(whole.note, own.note), at);
    // Pages that follow it may have come or gone since it was joined.
    const body = whole.body.slice(cut.start);
    if (body === own.body) texts.refreshNotes(id);
    else write(id, own.title, body, own.note, at);
    return cut.whole;
  }

  return {
    join(whole: ArticleId, part: ArticleId, at: number): JoinRefusalReason | undefined {
      const refusal = refusalOf(whole, part);
      if (!refusal) joinTexts(whole, part, at);
      return refusal;
    },
    part,
    wholeOf: parts.wholeOf,
    joinsOf: parts.joinsOf,
    /**
     * Does something to the articles of these pages as if none of them were joined, and joins again those that are still
     * there; `also` are joined as well, where nobody joined them meanwhile.
     */
    apart<Result>(sources: readonly SourceId[], at: number, run: () => Result, also: readonly Join[] = []): Result {
      const found = parts.hasJoins() ? sources.flatMap((source) => parts.joinsOf(source)) : [];
      const joined = [...new Map(found.map((one) => [one.part, one])).values()];
      for (const one of joined.toReversed()) part(one.part, at);
      const result = run();
      // Also a whole that is in the trash: its parts stay with it.
      for (const one of joined) joinTexts(one.whole, one.part, at);
      for (const one of also)
        if (!(parts.wholeOf(one.whole) ?? parts.wholeOf(one.part))) joinTexts(one.whole, one.part, at);
      return result;
    },
  };
}

function joinNotes(first: string, second: string): string {
  return [first, second].filter((note) => note !== '').join('\n\n');
}

/** A note that was written on meanwhile stays whole: rather twice than lost. */
function withoutNote(note: string, second: string): string {
  if (second === '' || !note.endsWith(second)) return note;
  const first = note.slice(0, note.length - second.length);
  return first === '' || first.endsWith('\n\n') ? first.slice(0, Math.max(0, first.length - 2)) : note;
}
