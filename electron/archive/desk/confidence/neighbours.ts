import type { Unit } from '../reading/units.ts';
import type { Decision } from './decisions.ts';
import { type Evidence, oddsOf, type Signs } from './evidence.ts';

/** A decision with how probable it is that it is right, taken by itself. */
export interface Weighed extends Pick<Decision, 'kind' | 'article' | 'block' | 'unit'> {
  readonly alone: number;
}

/**
 * Mistakes stand together: a column that went to the wrong story takes all of its paragraphs along. What is said of a
 * decision by itself is therefore weighed again with what is said of those around it.
 */
export function neighbourSigns(list: readonly Weighed[], { segments, columns, units }: Evidence): Signs[] {
  const groups = new Map<unknown, { sum: number; count: number; least: number; second: number }>();
  const add = (key: unknown, alone: number) => {
    const group = groups.get(key) ?? { sum: 0, count: 0, least: 1, second: 1 };
    groups.set(key, group);
    group.sum += 1 - alone;
    group.count++;
    group.second = alone < group.least ? group.least : Math.min(group.second, alone);
    group.least = Math.min(group.least, alone);
  };
  const keysOf = ({ kind, article, block, unit }: Weighed): [string, unknown][] => {
    const keys: [string, unknown][] = [['page', 'page']];
    if (article >= 0) keys.push(['story', article]);
    if (!unit || kind === 'article') return keys;
    keys.push(
      ['stretch', segments.get(unit.index)],
      ['column', columns.get(unit.index)],
      ['block', `${article} ${block}`],
    );
    return keys;
  };
  const blockOf = new Map<number, number>();
  const inOrder = new Map<string, number>();
  for (const weighed of list) {
    for (const [, key] of keysOf(weighed)) if (key !== undefined) add(key, weighed.alone);
    const { kind, article, block, unit, alone } = weighed;
    if (kind === 'seam') continue;
    if (kind !== 'article') {
      inOrder.set(`${article} ${block}`, alone);
      if (unit) blockOf.set(unit.index, alone);
    } else inOrder.set(`story ${article}`, alone);
  }
  const near = (unit: Unit, step: 1 | -1) => {
    for (let at = unit.index + step; units[at]; at += step) {
      const found = blockOf.get(at);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return list.map((weighed) => {
    const { kind, article, block, unit, alone } = weighed;
    const signs: Signs = { any: 1, 'by itself': oddsOf(clipped(alone)) / 3 };
    if (alone < 0.8) signs['doubtful by itself'] = 1;
    for (const [name, key] of keysOf(weighed)) {
      const group = key === undefined ? undefined : groups.get(key);
      if (!group || group.count < 2) continue;
      signs[`the rest of the ${name}`] = (group.sum - (1 - alone)) / (group.count - 1);
      const least = alone <= group.least ? group.second : group.least;
      signs[`the least certain of the ${name}`] = -oddsOf(clipped(least)) / 3;
    }
    const say = (name: string, value: number | undefined) => {
      if (value !== undefined) signs[name] = -oddsOf(clipped(value)) / 3;
    };
    if (kind !== 'article') {
      say('what it follows', inOrder.get(`${article} ${block - 1}`));
      say('what follows it', inOrder.get(`${article} ${block + 1}`));
    }
    say('its story', kind === 'article' ? undefined : inOrder.get(`story ${article}`));
    if (unit) {
      say('what stands above', near(unit, -1));
      say('what stands below', near(unit, 1));
    }
    return signs;
  });
}

const clipped = (share: number) => Math.max(0.002, Math.min(0.998, share));
