import type { Derivation, DerivedArticle } from '#contract/derivation.ts';
import type { CarriedMarks } from '#contract/desk.ts';
import type { ArticleId, TagId } from '#contract/ids.ts';
import { articleWrites } from '../../store/article-writes.ts';
import type { WriteDb } from '../../store/database.ts';
import { asMarked, changedArticles, type PageChange, packChange } from '../../store/packed-page.ts';
import { pageDerivationReads } from '../../store/page-derivations.ts';
import { type Belongings, heirOf, pageRewrites } from '../../store/page-rewrites.ts';
import type { CarryMark } from '../../store/separations.ts';
import type { KnownSource } from '../../store/sources.ts';
import { tagReads, tagWrites } from '../../store/tags.ts';
import { type Terms, textReads } from '../../store/texts.ts';
import { type MovedMark, markMover } from './accepted-marks.ts';
import { blockBefore, placeOf } from './places.ts';
import { followReading } from './reading-place.ts';

/** What an article got from one that is gone. */
interface Given {
  readonly article: ArticleId;
  readonly noteBefore: string;
  readonly noteAfter: string;
  /** Those that it did not have. */
  readonly tags: readonly TagId[];
}

interface GoneArticle extends Belongings {
  readonly id: ArticleId;
  /** Where reading stopped. */
  readonly reading: number;
}

interface MadeArticle {
  readonly id: ArticleId;
  /** Whose text it was: paper, date, page and tags are taken from there. */
  readonly from: ArticleId;
  readonly tags: readonly TagId[];
}

/** How the library's articles of a page changed: what the journal keeps of it, without texts that the source has. */
export interface LibraryChange {
  readonly page: PageChange;
  readonly marks: readonly MovedMark[];
  readonly given: readonly Given[];
  readonly gone: readonly GoneArticle[];
  readonly made: readonly MadeArticle[];
  /** Of articles whose byline does not stand in a block. */
  readonly bylines: Readonly<Record<string, string>>;
  /** Where reading stopped, in articles whose text changed. */
  readonly readings: readonly { readonly id: ArticleId; readonly before: number; readonly after: number }[];
}

type Readings = LibraryChange['readings'];

/** The library's articles follow a page, forward and back. To be called in transactions. */
export function libraryChanges(db: WriteDb, terms: Terms, carry: CarryMark) {
  const articles = articleWrites(db);
  const texts = textReads(db);
  const tags = { ...tagReads(db), ...tagWrites(db) };
  const rewrites = pageRewrites(db, terms);
  const mover = markMover(db, terms, carry);
  const derivations = pageDerivationReads(db);
  const noteOf = (id: ArticleId) => texts.find(id)?.note ?? '';

  function goneFrom(from: Derivation, to: Derivation): GoneArticle[] {
    return missing(from, to).flatMap(({ id: name }) => {
      const id = name as ArticleId;
      const origin = articles.origin(id);
      if (!origin) return [];
      return [
        { id, origin, tags: tags.ofArticle(id), note: noteOf(id), reading: articles.standing(id)?.position ?? 0 },
      ];
    });
  }

  /** Notes and tags of articles that go, for those that get their text. */
  function giveAway(from: Derivation, to: Derivation, leaving: readonly GoneArticle[]): Given[] {
    const given = new Map<ArticleId, Given>();
    for (const { id, note, tags: own } of leaving) {
      const old = from.articles.find((article) => article.id === id);
      const heir = old && (heirOf(old, from, to)?.id as ArticleId | undefined);
      if (!heir) continue;
      const was = given.get(heir) ?? { article: heir, noteBefore: noteOf(heir), noteAfter: noteOf(heir), tags: [] };
      const noteAfter = [was.noteAfter, note].filter((text) => text !== '').join('\n\n');
      const has = new Set([...tags.ofArticle(heir), ...was.tags]);
      given.set(heir, { ...was, noteAfter, tags: [...was.tags, ...own.filter((tag) => !has.has(tag))] });
    }
    return [...given.values()].filter((one) => one.noteAfter !== one.noteBefore || one.tags.length > 0);
  }

  function bylinesOf({ articles: list }: Derivation): Record<string, string> {
    const entries = list.flatMap((article) => {
      const byline = articles.standing(article.id as ArticleId)?.byline;
      return !byline || article.blocks.some((block) => block.role === 'byline') ? [] : [[article.id, byline] as const];
    });
    return Object.fromEntries(entries);
  }

  /** Writes one side in the place of the other. */
  function write(
    source: KnownSource,
    [from, to]: readonly [Derivation, Derivation],
    how: {
      readonly made: ReadonlyMap<ArticleId, Belongings>;
      readonly given: readonly Given[];
      readonly bylines: Readonly<Record<string, string>>;
      readonly known: readonly MovedMark[];
      readonly readings: Readings;
      readonly at: number;
    },
  ) {
    let moved: ReturnType<typeof mover.moveMarks> | undefined;
    const { made, bylines, at } = how;
    const notes = new Map(
      how.given.filter((one) => one.noteAfter !== one.noteBefore).map((one) => [one.article, one.noteAfter]),
    );
    const move = () => {
      for (const { article, tags: more } of how.given) for (const tag of more) tags.add(tag, [article]);
      moved = mover.moveMarks(from, to, how.known);
    };
    const places = new Map(from.articles.map(({ id }) => [id, articles.standing(id as ArticleId)?.position ?? 0]));
    rewrites.rewrite({ source, from, to, made, bylines, move, notes, at });
    const readings = moveReadings(from, to, places, how.readings);
    const { touched = new Set<ArticleId>() } = moved ?? {};
    mover.refreshNotes(touched);
    articles.touch([...touched, ...how.given.map((one) => one.article)], at);
    const counts: CarriedMarks = moved?.counts ?? { kept: 0, moved: 0, changed: 0, orphan: 0 };
    return { marks: moved?.moved ?? [], readings, counts };
  }

  /** Reading goes on at the same words. `known` goes before what can be found out. */
  function moveReadings(from: Derivation, to: Derivation, places: ReadonlyMap<string, number>, known: Readings) {
    const changed = changedArticles(from, to);
    return to.articles.flatMap((article) => {
      const id = article.id as ArticleId;
      const old = from.articles.find((other) => other.id === id);
      const before = places.get(id) ?? 0;
      const recorded = known.find((one) => one.id === id && one.before === before)?.after;
      // Who has not begun begins at the beginning.
      if (!old || !changed.has(id) || (before === 0 && recorded === undefined)) return [];
      const now = articles.standing(id)?.position ?? 0;
      const after = recorded ?? followReading(before, asMarked(old, id), asMarked(article, id)) ?? now;
      articles.restoreReading(id, after);
      return [{ id, before, after }];
    });
  }

  return {
    countMarks: (derivation: Derivation): number => mover.count(derivation),
    write(source: KnownSource, from: Derivation, to: Derivation, at: number) {
      const gone = goneFrom(from, to);
      const given = giveAway(from, to, gone);
      const made = missing(to, from).map((article): MadeArticle => {
        const origin = originOf(article, from);
        return { id: article.id as ArticleId, from: origin, tags: tags.ofArticle(origin) };
      });
      const bylines = bylinesOf(from);
      const how = { made: inherited(made), given, bylines, known: [], readings: [], at };
      const { marks, readings, counts } = write(source, [from, to], how);
      // As it is read from now on: an article without a headline got a title there.
      const written = derivations.derivation(source.id);
      const change: LibraryChange = { page: packChange(from, written), marks, given, gone, made, bylines, readings };
      return { change, marks: counts };
    },
    /** Does again what was taken back. */
    writeAgain(source: KnownSource, from: Derivation, to: Derivation, change: LibraryChange, at: number): void {
      const given = giveAway(from, to, goneFrom(from, to));
      const made = inherited(change.made);
      const { bylines, marks: known, readings } = change;
      write(source, [from, to], { made, given, bylines, known, readings, at });
    },
    /** Gives the library its articles back, with what they had; nothing that was written since is lost. */
    takeBack(source: KnownSource, from: Derivation, to: Derivation, change: LibraryChange, at: number): void {
      for (const { article, noteBefore, noteAfter, tags: more } of change.given) {
        for (const tag of more) tags.remove(tag, [article]);
        if (noteOf(article) === noteAfter && noteBefore !== noteAfter) rewrites.setNote(article, noteBefore);
      }
      const inheritedTags = new Map(change.made.map((one) => [one.id, new Set(one.tags)]));
      const leaving = goneFrom(from, to).map((one) => ({
        ...one,
        tags: one.tags.filter((tag) => !inheritedTags.get(one.id)?.has(tag)),
      }));
      const given = giveAway(from, to, leaving);
      const made = new Map(change.gone.map((one): [ArticleId, Belongings] => [one.id, one]));
      const known = change.marks.map(({ id, before, after }) => ({ id, before: after, after: before }));
      const readings = change.readings.map(({ id, before, after }) => ({ id, before: after, after: before }));
      write(source, [from, to], { made, given, bylines: change.bylines, known, readings, at });
      for (const { id, reading } of change.gone) articles.restoreReading(id, reading);
      articles.touch(
        change.given.map((one) => one.article),
        at,
      );
    },
  };

  function inherited(made: readonly MadeArticle[]): Map<ArticleId, Belongings> {
    return new Map(
      made.flatMap(({ id, from, tags: own }): [ArticleId, Belongings][] => {
        const origin = articles.origin(from);
        return origin ? [[id, { origin, tags: own, note: '' }]] : [];
      }),
    );
  }
}

/** Articles of one derivation that the other does not have. */
function missing(one: Derivation, other: Derivation): DerivedArticle[] {
  const there = new Set(other.articles.map(({ id }) => id));
  return one.articles.filter(({ id }) => !there.has(id));
}

/** The article whose text a new one begins with. */
function originOf({ blocks }: DerivedArticle, from: Derivation): ArticleId {
  const place = (blocks[0] && placeOf(blocks[0])) ?? 0;
  const within = from.articles.find((article) =>
    article.blocks.some((block) => block.pieces.some(([start, end]) => start <= place && place < end)),
  );
  const near = within ?? blockBefore(from, place)?.article ?? from.articles[0];
  if (!near) throw new RangeError('a page without articles');
  return near.id as ArticleId;
}
