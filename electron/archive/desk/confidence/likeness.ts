import type { Draft } from '../articles/draft.ts';
import { isBody, type Unit, wordsIn } from '../reading/units.ts';
import { type Rarity, vocabularyOf } from '../reading/vocabulary.ts';

/** How much a text has the words of the story it stands in, rather than those of another. */
export interface Likeness {
  /** Remembered by the list that is given. */
  readonly compare: (text: readonly Unit[], own: Draft) => Belonging;
  /** What share of the words of a short text, rare ones counting more, the text of a story has, its headline left out. */
  readonly shares: (text: string) => (draft: Draft) => number;
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

/** Words as numbers, because the same ones are asked for over and over. */
interface Terms {
  readonly ids: readonly number[];
  readonly counts: readonly number[];
}

interface Story {
  readonly counts: Float64Array;
  readonly weights: Float64Array;
  /** The words of its text alone, without its headline. */
  readonly said: Uint8Array;
  readonly square: number;
}

const NOTHING: Belonging = { own: 0, against: () => 0, alone: false, length: 0 };
/** Below this much shared weight likeness is chance. */
const CHANCE = 0.03;

export function likenessOf(drafts: readonly Draft[], rarity: Rarity): Likeness {
  const numbers = new Map<string, number>();
  const rare: number[] = [];
  const numberOf = (term: string) => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, rare.length);
    rare.push(Math.max(0.05, rarity(term)));
    return rare.length - 1;
  };
  const termsOf = (text: string): Terms => {
    const found = [...vocabularyOf(text)];
    return { ids: found.map(([term]) => numberOf(term)), counts: found.map(([, count]) => count) };
  };
  const memory = new Map<Unit, Terms>();
  const termsIn = (unit: Unit) => {
    const terms = memory.get(unit) ?? termsOf(wordsIn(unit));
    memory.set(unit, terms);
    return terms;
  };
  for (const draft of drafts) for (const unit of draft.units) termsIn(unit);
  const size = rare.length;
  const weightOf = (id: number, count: number) => (count <= 0 ? 0 : (rare[id] ?? 0.05) * (1 + Math.log(count)));
  const count = (units: readonly Unit[]) => {
    const counts = new Float64Array(size);
    const ids: number[] = [];
    for (const unit of units) {
      const terms = termsIn(unit);
      terms.ids.forEach((id, at) => {
        if (counts[id] === 0) ids.push(id);
        counts[id] = (counts[id] ?? 0) + (terms.counts[at] ?? 0);
      });
    }
    return { counts, ids };
  };
  const stories = new Map(
    drafts.map((draft): [Draft, Story] => {
      const text = draft.units.filter(isBody);
      const said = new Uint8Array(size);
      for (const id of count(text).ids) said[id] = 1;
      const { counts, ids } = count([...text, ...draft.title]);
      const weights = new Float64Array(size);
      let square = 0;
      for (const id of ids) {
        const weight = weightOf(id, counts[id] ?? 0);
        weights[id] = weight;
        square += weight * weight;
      }
      return [draft, { counts, weights, said, square }];
    }),
  );
  const measure = (text: readonly Unit[], own: Draft): Belonging => {
    const { counts, ids } = count(text);
    const inside = text.filter((unit) => isBody(unit) || own.title.includes(unit));
    const taken = inside.length === text.length ? counts : count(inside).counts;
    const weights = ids.map((id) => weightOf(id, counts[id] ?? 0));
    const square = weights.reduce((sum, weight) => sum + weight * weight, 0);
    /** Cosine with a story; with its own, as it would be without this text. */
    const cosine = (draft: Draft) => {
      const story = stories.get(draft);
      if (!story) return 0;
      let dot = 0;
      let rest = story.square;
      for (let at = 0; at < ids.length; at++) {
        const id = ids[at] ?? 0;
        const there = story.weights[id] ?? 0;
        if (there === 0) continue;
        const left = draft === own ? weightOf(id, (story.counts[id] ?? 0) - (taken[id] ?? 0)) : there;
        rest += left * left - there * there;
        dot += (weights[at] ?? 0) * left;
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
    shares(text) {
      const { ids } = termsOf(text);
      const weigh = (sum: number, id: number) => sum + (rare[id] ?? 0);
      const all = ids.reduce(weigh, 0);
      return (draft) => {
        const said = stories.get(draft)?.said;
        return !said || all === 0 ? 0 : ids.filter((id) => said[id] === 1).reduce(weigh, 0) / all;
      };
    },
  };
}
