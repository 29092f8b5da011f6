import type { Draft } from './draft.ts';
import { isBody, type Unit } from './units.ts';
import { type Rarity, vocabularyOf } from './vocabulary.ts';

/** How much a text has the words of the story it stands in, rather than those of another. */
export interface Likeness {
  /** Remembered by the list that is given. */
  readonly compare: (text: readonly Unit[], own: Draft) => Belonging;
  /** The words of a story's text, without its headline. */
  readonly wordsOf: (draft: Draft) => ReadonlyMap<string, number>;
}

export interface Belonging {
  /** -1 for the words of another story, 1 for its own, 0 where neither is known. */
  readonly own: number;
  /** The same against one other story. */
  readonly against: (rival: Draft) => number;
  /** Its story has no other text to compare it with. */
  readonly alone: boolean;
  /** Characters of the text. */
  readonly length: number;
}

interface Story {
  readonly counts: ReadonlyMap<string, number>;
  readonly square: number;
}

const NOTHING: Belonging = { own: 0, against: () => 0, alone: false, length: 0 };
/** Below this much shared weight likeness is chance. */
const CHANCE = 0.03;

export function likenessOf(drafts: readonly Draft[], rarity: Rarity): Likeness {
  const rarities = new Map<string, number>();
  const rare = (term: string) => {
    const known = rarities.get(term);
    if (known !== undefined) return known;
    const value = Math.max(0.05, rarity(term));
    rarities.set(term, value);
    return value;
  };
  const weightOf = (term: string, count: number) => (count <= 0 ? 0 : rare(term) * (1 + Math.log(count)));
  const countOf = (units: readonly Unit[]) => vocabularyOf(units.map((unit) => unit.plain).join('\n'));
  const words = new Map(drafts.map((draft) => [draft, countOf(draft.units.filter(isBody))] as const));
  const stories = new Map(
    drafts.map((draft): [Draft, Story] => {
      const counts = new Map(words.get(draft));
      for (const [term, count] of countOf(draft.title)) counts.set(term, (counts.get(term) ?? 0) + count);
      let square = 0;
      for (const [term, count] of counts) square += weightOf(term, count) ** 2;
      return [draft, { counts, square }];
    }),
  );
  const measure = (text: readonly Unit[], own: Draft): Belonging => {
    const terms = countOf(text);
    const inside = text.filter((unit) => isBody(unit) || own.title.includes(unit));
    const taken = inside.length === text.length ? terms : countOf(inside);
    let square = 0;
    for (const [term, count] of terms) square += weightOf(term, count) ** 2;
    /** Cosine with a story; with its own, as it would be without this text. */
    const cosine = (draft: Draft) => {
      const story = stories.get(draft);
      if (!story) return 0;
      const without = draft === own ? taken : undefined;
      let dot = 0;
      let rest = story.square;
      for (const [term, count] of terms) {
        const there = story.counts.get(term);
        if (there === undefined) continue;
        const weight = weightOf(term, there - (without?.get(term) ?? 0));
        if (without) rest += weight ** 2 - weightOf(term, there) ** 2;
        dot += weightOf(term, count) * weight;
      }
      return dot <= 0 || rest <= 1e-9 ? 0 : dot / Math.sqrt(rest * square);
    };
    const here = cosine(own);
    let most: number | undefined;
    const relative = (there: number) => (here - there) / (here + there + CHANCE);
    const set = new Set(text);
    const alone = own.units.every((unit) => !isBody(unit) || set.has(unit));
    return {
      get own() {
        most ??= Math.max(0, ...drafts.map((draft) => (draft === own ? 0 : cosine(draft))));
        return alone ? 0 : relative(most);
      },
      against: (rival) => (alone ? 0 : relative(cosine(rival))),
      alone,
      length: text.reduce((sum, unit) => sum + unit.plain.length, 0),
    };
  };
  const known = new WeakMap<readonly Unit[], Belonging>();
  return {
    compare(text, own) {
      if (!stories.has(own)) return NOTHING;
      const found = known.get(text) ?? measure(text, own);
      known.set(text, found);
      return found;
    },
    wordsOf: (draft) => words.get(draft) ?? new Map(),
  };
}
