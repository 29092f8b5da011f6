import { isBody } from '../reading/units.ts';
import { coverage, type Rarity, vocabularyOf } from '../reading/vocabulary.ts';
import type { Draft } from './draft.ts';
import { wordsOf } from './titles.ts';

/** Another story shares so much more of a box’s words, and so much more for each that the nearest shares. */
const MORE = 0.03;
const TIMES = 2;

/** A box names no story. It is taken to stand beside the one above it, unless its words are clearly another one’s. */
export function settleHosts(drafts: readonly Draft[], rarity: Rarity): void {
  const stories = drafts.filter((draft) => !draft.host && draft.units.some(isBody));
  const text = (draft: Draft) => wordsOf([...draft.title, ...draft.units.filter(isBody)]);
  const words = new Map(stories.map((story) => [story, vocabularyOf(text(story))] as const));
  for (const draft of drafts) {
    if (!draft.host || !words.has(draft.host)) continue;
    const own = text(draft);
    const shared = (story: Draft) => coverage(own, words.get(story) ?? new Map(), rarity);
    const near = shared(draft.host);
    const [best] = stories.map((story) => ({ story, share: shared(story) })).sort((a, b) => b.share - a.share);
    if (best && best.share > near * TIMES && best.share - near > MORE) draft.host = best.story;
  }
}
