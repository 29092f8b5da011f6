import { isList } from '../blocks/heads.ts';
import { SPEAKER } from '../blocks/marks.ts';
import { closesByName } from '../blocks/story-starts.ts';
import { isLatin, spelledOut } from '../reading/characters.ts';
import { isAside, isBody, neighbour, type Unit } from '../reading/units.ts';
import { affinity, type Rarity } from '../reading/vocabulary.ts';
import type { Draft } from './draft.ts';
import { belongsRather, bodyWords, wordsBelow } from './titles.ts';

/** The stories that have section heads of each shape, the one that showed one last at the end. */
export type Owners = Map<string, Draft[]>;

interface Sections {
  readonly units: readonly Unit[];
  readonly rarity: Rarity;
  readonly owners: Owners;
}

/** Heads alike in length alone are alike by chance. */
export const isBuilt = (shape: string) => !/^(?:length|short)/u.test(shape);

/**
 * The story that goes on with these section heads, where the one above them has none like them. Undefined where that
 * one may have begun to have some. A commentary or box has no sections built as those of the story around it are: it is
 * over when the next one comes. Another story is, when the words say so too.
 */
export function storyBehind(
  { units, rarity, owners }: Sections,
  current: Draft,
  run: readonly Unit[],
  shapes: readonly string[],
): Draft | undefined {
  const host = current.opener === 'box' || current.opener === 'label' ? current.host : undefined;
  const around = host?.units.some(isBody) ? host : undefined;
  for (const shape of shapes) {
    const owner = owners.get(shape)?.at(-1);
    if (owner && isBuilt(shape) && belongsRather(units, run, owner, around ?? current, rarity)) return owner;
    if (around && isBuilt(shape)) return around;
    if (owner && isList(current.title)) return around ?? owner;
  }
  return undefined;
}

/** Sections share at least so many words with the story they are of. */
const STRANGE = 0.035;
/** Of fewer terms than this it cannot be said; a Latin word is worth more than a pair of characters. */
const ENOUGH = 30;
const WORD = 2.5;
const sizeOf = (terms: ReadonlyMap<string, number>) =>
  [...terms.keys()].reduce((sum, term) => sum + (isLatin(term[0] ?? '') ? WORD : 1), 0);

/**
 * Whether a head like no other of its page begins a story of its own: over text that has other words than the story
 * above, or that is signed at its foot where that story is signed already.
 */
export function beginsAnother({ units, rarity }: Sections, above: Draft, run: readonly Unit[]): boolean {
  const before = neighbour(units, run[0]?.index ?? 0, -1);
  if (!above.units.some(isBody) || (before && isBody(before) && !before.complete)) return false;
  const signed = above.units.some((unit) => unit.role === 'byline');
  const foot = units.slice((run.at(-1)?.index ?? 0) + 1).find((unit) => !isBody(unit) && !isAside(unit));
  if (signed && foot && closesByName(foot)) return true;
  const [here, there] = [wordsBelow(units, run), bodyWords(above)];
  return sizeOf(here) >= ENOUGH && sizeOf(there) >= ENOUGH && affinity(here, there, rarity) < STRANGE;
}

/** Who speaks, in front of what he says. */
const SPEAKS = spelledOut(/^(\p{Script=Han}{1,5})[:：]/u);
const speakerOf = (unit: Unit) => (isBody(unit) ? SPEAKS.exec(unit.plain)?.[1] : undefined);

/**
 * The interview that a line goes on with behind a box: somebody
 * speaks who spoke there. Nobody does in the box, and nobody has signed it.
 */
export function interviewBehind(drafts: readonly Draft[], current: Draft, unit: Unit): Draft | undefined {
  const speaker = speakerOf(unit);
  if (speaker === undefined || current.units.some((other) => other.role === 'byline' || speakerOf(other) !== undefined))
    return undefined;
  const turns = (draft: Draft) => draft.units.filter((other) => speakerOf(other) === speaker).length;
  return drafts.findLast((draft) => turns(draft) >= (SPEAKER.test(unit.plain) ? 1 : 2));
}
