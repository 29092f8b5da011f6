import { Index } from 'flexsearch';
import type { ArticleId } from '#contract/ids.ts';
import type { Suggestion } from '#contract/search.ts';
import { peopleOf } from './bylines.ts';
import { Corrections } from './corrections.ts';
import { PinyinIndex, type Readings, type ReadRun } from './pinyin.ts';
import { suggestionTerms, type TypedPart, typedTerms } from './suggestion-terms.ts';

/** One article as this layer knows it. */
export interface SuggestedArticle {
  readonly article: ArticleId;
  readonly title: string;
  readonly byline: string | null;
  readonly publication: string | null;
}

type NameKind = 'publication' | 'person' | 'tag';

interface Entry {
  readonly text: string;
  /** Folded; what was typed must stand in it. */
  readonly line: string;
  readonly article: ArticleId | undefined;
  readonly kind: Suggestion['kind'];
  /** Articles that have the name; 1 for a title. */
  uses: number;
}

/** Candidates that are compared with what was typed. */
const CANDIDATES = 1000;
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
  #index = newIndex();
  #entries = new Map<number, Entry>();
  #next = 0;
  #dead = 0;
  readonly #titles = new Map<ArticleId, number>();
  readonly #names = new Map<string, number>();
  readonly #articles = new Map<ArticleId, SuggestedArticle>();
  #tags: ReadonlySet<string> = new Set();
  readonly #corrections = new Corrections();
  #pinyin: PinyinIndex | undefined;

  /** Adds articles, or replaces what was known of them. */
  add(rows: readonly SuggestedArticle[]): void {
    for (const row of rows) {
      const known = this.#articles.get(row.article);
      if (known && known.title === row.title && known.byline === row.byline && known.publication === row.publication)
        continue;
      if (known) this.#forget(known);
      this.#articles.set(row.article, row);
      if (row.title !== '') this.#titles.set(row.article, this.#put('title', row.title, row.article));
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
    this.#pinyin = new PinyinIndex(readings);
    for (const [id, { line }] of this.#entries) this.#pinyin.add(id, line);
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
    const ids = this.#index.search(keys.join(' '), { limit: CANDIDATES }) as number[];
    const found: { entry: Entry; id: number; place: number }[] = [];
    for (const id of ids) {
      const entry = this.#entries.get(id);
      if (!entry) continue;
      const places = typed.map((part) => placeOf(entry.line, part.line));
      if (places.every((place) => place >= 0)) found.push({ entry, id, place: Math.min(...places) });
    }
    found.sort(
      (a, b) =>
        Math.sign(a.place) - Math.sign(b.place) ||
        b.entry.uses - a.entry.uses ||
        a.entry.line.length - b.entry.line.length ||
        b.id - a.id,
    );
    return found.map(({ entry }) => entry);
  }

  /** Entries that can be read as what was typed, the best first. */
  #readAs(text: string): Read[] {
    const runs = this.#pinyin?.find(text) ?? [];
    const read = runs.flatMap((run): Read[] => {
      const entry = this.#entries.get(run.id);
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
    const id = this.#next;
    this.#next += 1;
    const { line, keys, words } = suggestionTerms(text);
    this.#entries.set(id, { text, line, article, kind, uses: 1 });
    if (keys.length > 0) this.#index.add(id, keys.join(' '));
    this.#pinyin?.add(id, line);
    for (const word of words) this.#corrections.add(word);
    return id;
  }

  #use(kind: NameKind, name: string, by: 1 | -1): void {
    const key = `${kind} ${name}`;
    const id = this.#names.get(key);
    const entry = id === undefined ? undefined : this.#entries.get(id);
    if (id === undefined || !entry) {
      if (by > 0) this.#names.set(key, this.#put(kind, name, undefined));
      return;
    }
    entry.uses += by;
    if (entry.uses > 0) return;
    this.#names.delete(key);
    this.#drop(id);
  }

  #forget(known: SuggestedArticle): void {
    const title = this.#titles.get(known.article);
    if (title !== undefined) this.#drop(title);
    this.#titles.delete(known.article);
    for (const [kind, name] of namesOf(known)) this.#use(kind, name, -1);
  }

  /** FlexSearch takes longer to remove than to add: what is gone stays there until there is much of it. */
  #drop(id: number): void {
    if (this.#entries.delete(id)) this.#dead += 1;
    this.#pinyin?.remove(id);
  }

  #compact(): void {
    if (this.#dead < DEAD_LEAST || this.#dead < this.#entries.size * DEAD_SHARE) return;
    this.#dead = 0;
    this.#index = newIndex();
    for (const [id, entry] of this.#entries) {
      const { keys } = suggestionTerms(entry.text);
      if (keys.length > 0) this.#index.add(id, keys.join(' '));
    }
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

/** Resolution 3 keeps apart what stands early, in the middle and late in a text. */
function newIndex(): Index {
  return new Index({ tokenize: 'strict', encode: (text: string) => text.split(' '), resolution: 3, cache: false });
}

function namesOf(row: SuggestedArticle): [NameKind, string][] {
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
