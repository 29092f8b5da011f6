import type { ArticleId } from '#contract/ids.ts';
import type { Suggestion } from '#contract/search.ts';
import { peopleOf } from './bylines.ts';
import { Candidates } from './candidates.ts';
import { Corrections } from './corrections.ts';
import { PinyinIndex, type Readings, type ReadRun } from './pinyin.ts';
import { remembered } from './remembered.ts';
import { suggestionTerms, type TypedPart, typedTerms } from './suggestion-terms.ts';

/** One article as this layer knows it. */
export interface SuggestedArticle {
  readonly article: ArticleId;
  readonly title: string;
  readonly byline: string | null;
  readonly publication: string | null;
}

type NameKind = 'publication' | 'person' | 'tag';

/** What is kept of an article: names are kept once, however many have them. */
interface Known {
  readonly title: number | undefined;
  readonly byline: string | null;
  readonly publication: string | null;
}

interface Entry {
  readonly text: string;
  /** Folded; what was typed must stand in it. */
  readonly line: string;
  readonly article: ArticleId | undefined;
  readonly kind: Suggestion['kind'];
  /** Articles that have the name; 1 for a title. */
  uses: number;
}

/** Candidates that are compared with what was typed; all of them where too few of these have it. */
const CANDIDATES = 1000;
const TOO_FEW = 20;
/** Names come first, but leave room for titles. */
const NAMES_FIRST = 3;
/** Dead entries that are kept until the index is made anew. */
const DEAD_SHARE = 0.25;
const DEAD_LEAST = 5000;

/** A field being typed asks for one kind alone. */
const FIELD = /(?:^|[\s-])(title|paper|by|tag):"?([^"]*)$/i;
const FIELD_KINDS: Readonly<Record<string, Suggestion['kind']>> = {
  title: 'title',
  paper: 'publication',
  by: 'person',
  tag: 'tag',
};

/**
 * Everything that answers while one types: titles, publications, people, tags, and corrections of words. FlexSearch
 * finds candidates by Han pairs and beginnings of words; pairs alone would find 京北 in 北京东北, so each is compared.
 * Lives in memory and is filled from the store at every start.
 */
export class SuggestionIndex {
  #candidates = new Candidates();
  /** By their numbers; what is gone leaves its place empty. */
  readonly #entries: (Entry | undefined)[] = [];
  #live = 0;
  #dead = 0;
  readonly #names = new Map<string, number>();
  readonly #articles = new Map<ArticleId, Known>();
  readonly #shared = remembered((name) => name);
  #tags: ReadonlySet<string> = new Set();
  readonly #corrections = new Corrections();
  #pinyin: PinyinIndex | undefined;

  /** Adds articles, or replaces what was known of them. */
  add(rows: readonly SuggestedArticle[]): void {
    for (const row of rows) {
      const known = this.#articles.get(row.article);
      if (known && this.#isSame(known, row)) continue;
      if (known) this.#forget(known);
      this.#articles.set(row.article, {
        title: row.title === '' ? undefined : this.#put('title', row.title, row.article),
        byline: row.byline === null ? null : this.#shared(row.byline),
        publication: row.publication === null ? null : this.#shared(row.publication),
      });
      for (const [kind, name] of namesOf(row)) this.#use(kind, name, 1);
    }
    this.#compact();
  }

  remove(articles: readonly ArticleId[]): void {
    for (const article of articles) {
      const known = this.#articles.get(article);
      if (!known) continue;
      this.#articles.delete(article);
      this.#forget(known);
    }
    this.#compact();
  }

  /** From now on what is typed in letters is also taken for how something is read. */
  readAs(readings: Readings): void {
    this.#pinyin = new PinyinIndex(readings, (id) => this.#entries[id]?.line);
    for (const [id, entry] of this.#entries.entries()) if (entry) this.#pinyin.add(id);
  }

  /** Takes in the readings of some entries, while nobody asks for anything; false when all are in. */
  work(most: number): boolean {
    return this.#pinyin?.work(most) ?? false;
  }

  /** All tags there are. */
  setTags(paths: readonly string[]): void {
    const tags = new Set(paths);
    for (const path of this.#tags) if (!tags.has(path)) this.#use('tag', path, -1);
    for (const path of tags) if (!this.#tags.has(path)) this.#use('tag', path, 1);
    this.#tags = tags;
  }

  suggest(text: string, limit: number): Suggestion[] {
    const field = FIELD.exec(text);
    const kind = field?.[1] === undefined ? undefined : FIELD_KINDS[field[1].toLowerCase()];
    const typed = typedTerms(field?.[2] ?? text);
    if (typed.length === 0) return [];
    const read = this.#readAs(field?.[2] ?? text);
    const found = [...new Set([...this.#find(typed), ...read.map(({ entry }) => entry)])].filter(
      (entry) => kind === undefined || entry.kind === kind,
    );
    const names = found.filter((entry) => entry.kind !== 'title');
    const titles = found.filter((entry) => entry.kind === 'title');
    const room = Math.max(NAMES_FIRST, limit - titles.length);
    const runs = kind === undefined ? commonRuns(read) : [];
    const chosen = [...runs, ...[...names.slice(0, room), ...titles].map(toSuggestion)].slice(0, limit);
    const last = typed.at(-1)?.line ?? '';
    if (kind !== undefined || chosen.length >= limit) return chosen;
    const corrections = this.#corrections.correct(last, Math.min(3, limit - chosen.length));
    return [
      ...corrections.map((word): Suggestion => ({ kind: 'correction', text: replaceLast(text, word) })),
      ...chosen,
    ];
  }

  /** Entries that hold what was typed, the best first: those that begin with it, then the shortest and newest. */
  #find(typed: readonly TypedPart[]): Entry[] {
    const keys = typed.flatMap((part) => part.keys);
    const ids = this.#candidates.find(keys, CANDIDATES);
    let found = this.#compare(ids, typed);
    if (found.length < TOO_FEW && ids.length === CANDIDATES)
      found = this.#compare(this.#candidates.find(keys, this.#entries.length), typed);
    found.sort(
      (a, b) =>
        Math.sign(a.place) - Math.sign(b.place) ||
        b.entry.uses - a.entry.uses ||
        a.entry.line.length - b.entry.line.length ||
        b.id - a.id,
    );
    return found.map(({ entry }) => entry);
  }

  #compare(ids: readonly number[], typed: readonly TypedPart[]) {
    const found: { entry: Entry; id: number; place: number }[] = [];
    for (const id of ids) {
      const entry = this.#entries[id];
      if (!entry) continue;
      const places = typed.map((part) => placeOf(entry.line, part.line));
      if (places.every((place) => place >= 0)) found.push({ entry, id, place: Math.min(...places) });
    }
    return found;
  }

  /** Entries that can be read as what was typed, the best first. */
  #readAs(text: string): Read[] {
    const runs = this.#pinyin?.find(text) ?? [];
    const read = runs.flatMap((run): Read[] => {
      const entry = this.#entries[run.id];
      return entry ? [{ ...run, entry }] : [];
    });
    return read.sort(
      (a, b) =>
        Math.sign(a.place) - Math.sign(b.place) ||
        b.entry.uses - a.entry.uses ||
        a.entry.line.length - b.entry.line.length ||
        b.id - a.id,
    );
  }

  #put(kind: Suggestion['kind'], text: string, article: ArticleId | undefined): number {
    const id = this.#entries.length;
    const { line, keys, words } = suggestionTerms(text);
    // Most titles are folded to themselves.
    this.#entries.push({ text, line: line === text ? text : line, article, kind, uses: 1 });
    this.#live += 1;
    this.#candidates.add(id, keys);
    this.#pinyin?.add(id);
    for (const word of words) this.#corrections.add(word);
    return id;
  }

  #use(kind: NameKind, name: string, by: 1 | -1): void {
    const key = `${kind} ${name}`;
    const id = this.#names.get(key);
    const entry = id === undefined ? undefined : this.#entries[id];
    if (id === undefined || !entry) {
      if (by > 0) this.#names.set(key, this.#put(kind, name, undefined));
      return;
    }
    entry.uses += by;
    if (entry.uses > 0) return;
    this.#names.delete(key);
    this.#drop(id);
  }

  #isSame({ title, byline, publication }: Known, row: SuggestedArticle): boolean {
    const text = title === undefined ? '' : this.#entries[title]?.text;
    return text === row.title && byline === row.byline && publication === row.publication;
  }

  #forget(known: Known): void {
    if (known.title !== undefined) this.#drop(known.title);
    for (const [kind, name] of namesOf(known)) this.#use(kind, name, -1);
  }

  /** FlexSearch takes longer to remove than to add: what is gone stays there until there is much of it. */
  #drop(id: number): void {
    if (!this.#entries[id]) return;
    this.#entries[id] = undefined;
    this.#live -= 1;
    this.#dead += 1;
  }

  #compact(): void {
    if (this.#dead < DEAD_LEAST || this.#dead < this.#live * DEAD_SHARE) return;
    this.#dead = 0;
    this.#candidates = new Candidates();
    for (const [id, entry] of this.#entries.entries())
      if (entry) this.#candidates.add(id, suggestionTerms(entry.text).keys);
  }
}

interface Read extends ReadRun {
  readonly entry: Entry;
}

/** Words that are offered for what was typed in letters. */
const RUNS = 2;

/** The words that most entries have where they can be read as what was typed: `yshj` is 营商环境 before it is anything else. */
function commonRuns(read: readonly Read[]): Suggestion[] {
  const counts = new Map<string, number>();
  for (const { run } of read) if ([...run].length > 1) counts.set(run, (counts.get(run) ?? 0) + 1);
  return [...counts]
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .slice(0, RUNS)
    .map(([text]) => ({ kind: 'words', text }));
}

function namesOf(row: Pick<SuggestedArticle, 'byline' | 'publication'>): [NameKind, string][] {
  const people = row.byline === null ? [] : peopleOf(row.byline);
  const names = people.map((name): [NameKind, string] => ['person', name]);
  return row.publication === null ? names : [...names, ['publication', row.publication]];
}

const ALPHABETIC = /[[\p{L}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]]/v;

/** Where a typed word stands in a line, one of an alphabet only at the beginning of a word; -1 when it does not. */
function placeOf(line: string, typed: string): number {
  const isWord = ALPHABETIC.test(typed[0] as string);
  for (let at = line.indexOf(typed); at >= 0; at = line.indexOf(typed, at + 1))
    if (!isWord || at === 0 || !ALPHABETIC.test(line[at - 1] as string)) return at;
  return -1;
}

function toSuggestion({ kind, text, article }: Entry): Suggestion {
  return article === undefined ? { kind, text } : { kind, text, article };
}

/** The typed text with its last word put right. */
function replaceLast(text: string, word: string): string {
  return text.trimEnd().replace(/[\p{L}\p{M}]+$/u, word);
}
