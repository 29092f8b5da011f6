import type { JumpDirection, JumpReason } from '#contract/jumps.ts';
import { affinity, coverage, type Rarity, vocabularyOf } from '../reading/vocabulary.ts';
import { type JumpMark, pageKey } from './jump-marks.ts';

/** One end of a jump: the story on one page, with what its mark says. */
export interface JumpStory {
  readonly title: string;
  readonly text: string;
  readonly vocabulary: ReadonlyMap<string, number>;
  /** The page it is printed on. */
  readonly page: string | null;
  /** Paper and day; null where one of them is not known. */
  readonly issue: string | null;
  readonly mark: JumpMark | null;
  /** The words nearest to the gap: the last before it, or the first after it. */
  readonly words: string;
}

/** One sign and its weight, below nothing where it speaks against. */
export interface JumpSign {
  readonly kind: JumpReason['kind'];
  readonly weight: number;
  readonly words: readonly string[];
}

export interface RankedJump {
  readonly score: number;
  readonly signs: readonly JumpSign[];
}

/** Less than this is no reason to look at a candidate. */
export const LEAST_SCORE = 0.3;

/** Two halves of one story share about a fifth of their rare words; two stories of one page a fiftieth. */
const SAME_STORY = 0.2;
const SHARED_WORDS = 4;

/**
 * How likely one end goes on in the other. What the pages say of each other is worth most, then whether both tell of the
 * same; a contradiction weighs more than an agreement, because many stories of a page go on on the same one.
 */
export function rankJump(stub: JumpStory, other: JumpStory, direction: JumpDirection, rarity: Rarity): RankedJump {
  const signs: JumpSign[] = [];
  const say = (weight: number, kind: JumpSign['kind'], words: readonly string[] = []) =>
    void signs.push({ weight, kind, words });

  const named = stub.mark?.page ?? null;
  if (named !== null && other.page !== null)
    say(named === pageKey(other.page) ? 0.26 : -0.45, 'page_named', [other.page]);
  const back = other.mark?.page ?? null;
  if (back !== null && stub.page !== null) say(back === pageKey(stub.page) ? 0.26 : -0.45, 'page_named_back', [back]);
  // The other page says nothing of coming from anywhere.
  else if (other.mark === null) say(-0.1, 'page_named_back');
  if (stub.issue !== null && stub.issue === other.issue) say(0.06, 'same_issue');

  const titles = Math.max(
    titleFit(stub.mark?.title, other, rarity),
    titleFit(other.mark?.title, stub, rarity),
    0.7 * titleFit(other.title, { ...stub, text: '' }, rarity),
  );
  const isNamed = (stub.mark?.title ?? other.mark?.title ?? null) !== null;
  if (titles >= 0.4) say(0.2 * titles, 'same_title', [other.mark?.title ?? stub.mark?.title ?? other.title]);
  else if (isNamed && titles < 0.15) say(-0.15, 'same_title');

  const likeness = Math.min(1, affinity(stub.vocabulary, other.vocabulary, rarity) / SAME_STORY);
  if (likeness >= 0.2) say(0.3 * likeness, 'shared_words');

  const [before, after] = direction === 'onto' ? [stub.words, other.words] : [other.words, stub.words];
  if (isCut(before) && !/^[\s“"「『（(【]*\p{Lu}/u.test(after)) say(0.06, 'sentence_goes_on');

  const sum = signs.reduce((all, { weight }) => all + weight, 0);
  return { score: Math.min(1, Math.max(0, sum)), signs };
}

/** What a person is told, the strongest first. */
export function reasonsOf(signs: readonly JumpSign[], stub: JumpStory, other: JumpStory, rarity: Rarity): JumpReason[] {
  return signs
    .toSorted((one, two) => Math.abs(two.weight) - Math.abs(one.weight))
    .map(({ kind, weight, words }) => ({
      kind,
      against: weight < 0,
      words: kind === 'shared_words' ? sharedWords(stub, other, rarity) : [...words],
    }));
}

/** A title that a mark names, found in the title and the beginning of the other story. */
function titleFit(
  title: string | null | undefined,
  { title: other, text }: Pick<JumpStory, 'title' | 'text'>,
  rarity: Rarity,
): number {
  if (!title || title.length < 2) return 0;
  return coverage(title, vocabularyOf(`${other}\n${text.slice(0, 400)}`), rarity);
}

/** Whether words break off inside a sentence. */
export function isCut(words: string): boolean {
  return words !== '' && !/[。！？；.!?…][”’"'」』）)】]*\s*$/u.test(words);
}

/** The rarest words and names that both have, as long as they agree. */
function sharedWords(one: JumpStory, other: JumpStory, rarity: Rarity): string[] {
  const found = new Map<string, number>();
  const { text } = one;
  for (let at = 0; at + 1 < text.length; at += 1) {
    let end = at + 2;
    if (!/^[\p{L}\p{N}]{2}$/u.test(text.slice(at, end)) || !other.text.includes(text.slice(at, end))) continue;
    while (
      end < text.length &&
      end - at < 12 &&
      /[\p{L}\p{N}]/u.test(text[end] ?? '') &&
      other.text.includes(text.slice(at, end + 1))
    )
      end += 1;
    const word = text.slice(at, end);
    at = end - 1;
    if (/^\p{Script=Latin}{1,3}$/u.test(word)) continue;
    let weight = 0;
    for (const term of vocabularyOf(word).keys()) weight += Math.max(0, rarity(term));
    if (weight > 0) found.set(word, weight);
  }
  return [...found]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHARED_WORDS)
    .map(([word]) => word);
}
