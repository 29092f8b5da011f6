import { isList } from '../blocks/heads.ts';
import { isBody, type Unit } from '../reading/units.ts';
import type { Rarity } from '../reading/vocabulary.ts';
import type { Draft } from './draft.ts';
import { belongsRather } from './titles.ts';

/** The stories that have section heads of each shape, the one that showed one last at the end. */
export type Owners = Map<string, Draft[]>;

interface Sections {
  readonly units: readonly Unit[];
  readonly rarity: Rarity;
  readonly owners: Owners;
}

/** Heads alike in length alone are alike by chance. */
const isBuilt = (shape: string) => !/^(?:length|short)/u.test(shape);

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
