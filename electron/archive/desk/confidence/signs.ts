import { isBody, neighbour, type Unit } from '../reading/units.ts';
import { weigh } from '../seams/clues.ts';
import { type BlockInStory, clip, type Evidence, oddsOf, type Signs } from './evidence.ts';
import { readPlace } from './places.ts';

/** What speaks for or against the decisions about running text: seams, open ends, and where a paragraph belongs. */

/** Whether the two halves of a seam are one sentence. */
export function seamSigns(head: Unit, tail: Unit, evidence: Evidence): Signs {
  const { matching, marginals, weights, headsOf, units, ownerOf } = evidence;
  const row = weights.get(head.index);
  const weight = row?.get(tail.index) ?? -6;
  const share = marginals.get(head.index)?.get(tail.index) ?? 0.01;
  const otherTail = Math.max(
    -6,
    ...[...(row ?? [])].flatMap(([other, value]) => (other === tail.index ? [] : [value])),
  );
  const otherHead = headsOf.get(tail.index)?.find(([other]) => other !== head.index)?.[1] ?? -6;
  const signs: Signs = {
    ...evidence.page,
    any: 1,
    'among all ways to match': oddsOf(share) / 3,
    'what speaks for the pair': clip(-6, weight, 9) / 3,
    'another end would fit': clip(-6, otherTail, 9) / 3,
    'another beginning would fit': clip(-6, otherHead, 9) / 3,
    'little more than the next best end': clip(0, 3 - (weight - otherTail), 6) / 3,
    'little more than the next best beginning': clip(0, 3 - (weight - otherHead), 6) / 3,
  };
  for (const clue of matching.clues.get(head)?.get(tail) ?? [])
    signs[`clue ${clue.name}`] = (signs[`clue ${clue.name}`] ?? 0) + clue.value;
  const adjacent = matching.page.next.get(head.index) === tail.index;
  if (!adjacent) {
    signs['not the next text'] = 1;
    signs['far and other ways'] = (1 - share) * 2;
  }
  signs.belongs = belonging([tail], evidence);
  signs.between = Math.log1p(Math.abs(tail.index - head.index)) / 3;
  if (tail.index < head.index) signs['stands earlier'] = 1;
  const own = ownerOf.get(head.index);
  const between = units.slice(Math.min(head.index, tail.index) + 1, Math.max(head.index, tail.index));
  if (between.some((unit) => ownerOf.get(unit.index) !== own && isBody(unit))) signs['another story between'] = 1;
  return signs;
}

/** Of a text, how much it has the words of the story it was given to. */
function belonging(text: readonly Unit[], { likeness, ownerOf }: Evidence): number {
  const own = ownerOf.get(text[0]?.index ?? -1);
  return own ? likeness.compare(text, own).own : 0;
}

/** Whether a paragraph stands in its story, begins where it begins and ends where it ends. */
export function paragraphSigns(inStory: BlockInStory, evidence: Evidence): Signs {
  const { units: chain, block, at, story } = inStory;
  const first = chain[0];
  const last = chain.at(-1);
  const signs: Signs = { ...evidence.page, any: 1 };
  if (!first || !last) return signs;
  const { starts } = evidence.matching.page;
  const inside = weigh(starts.get(first.index) ?? []);
  for (const clue of starts.get(first.index) ?? []) signs[`start ${clue.name}`] = clue.value;
  signs['begins inside a sentence'] = clip(0, inside, 6) / 3;
  signs['begins like a paragraph'] = clip(-6, inside, 0) / 3;
  const [rival] = evidence.headsOf.get(first.index) ?? [];
  signs['an end it could complete'] = clip(-6, rival?.[1] ?? -6, 6) / 3;
  signs['may complete another text'] = clip(0, evidence.comes.get(first.index) ?? 0, 1);
  const above = neighbour(evidence.units, first.index, -1);
  if (above && isBody(above)) {
    if (!above.complete && !evidence.after.has(above.index)) signs['below an open end'] = 1;
    else if (evidence.after.has(above.index)) signs['below text that goes on elsewhere'] = 1;
    else signs['below a whole paragraph'] = 1;
    if (evidence.ownerOf.get(above.index) !== story.draft) signs['below the text of another story'] = 1;
  } else if (above === undefined) signs['first on the page'] = 1;
  const below = neighbour(evidence.units, last.index, 1);
  if (below && isBody(below) && evidence.ownerOf.get(below.index) !== story.draft)
    signs['above the text of another story'] = 1;
  if (below === undefined) signs['last on the page'] = 1;
  readEnd(signs, last, evidence);
  readPlace(signs, inStory, evidence);
  const seams = chain.length - 1;
  if (seams > 0) {
    signs.joined = 1;
    let least = 7;
    chain.forEach((unit, index) => {
      const next = chain[index + 1];
      if (!next) return;
      least = Math.min(least, oddsOf(evidence.marginals.get(unit.index)?.get(next.index) ?? 0.5));
      if (evidence.matching.page.next.get(unit.index) !== next.index) signs['joined from afar'] = 1;
    });
    signs['a seam that could be otherwise'] = clip(0, 4 - least, 8) / 4;
  }
  signs.length = Math.log(Math.max(1, block.text.length)) / 5;
  if (block.text.length < 20) signs['very short'] = 1;
  if (at === 0) signs['first of its story'] = 1;
  signs['read as text'] = oddsOf(first.confidence) / 3;
  return signs;
}

function readEnd(signs: Signs, last: Unit, evidence: Evidence): void {
  const row = evidence.weights.get(last.index);
  if (last.complete) return;
  if (!row) {
    signs['ends in a colon'] = 1;
    return;
  }
  let best = -6;
  let free = -6;
  let bestTail = -1;
  for (const [tail, weight] of row) {
    if (weight > best) {
      best = weight;
      bestTail = tail;
    }
    if (!evidence.before.has(tail)) free = Math.max(free, weight);
  }
  const goesOn = evidence.goes.get(last.index) ?? 0;
  signs['an end'] = 1;
  signs['may go on elsewhere'] = clip(0, goesOn, 1);
  signs['may go on elsewhere, odds'] = oddsOf(clip(0.001, goesOn, 0.999)) / 3;
  signs['the best text to go on'] = clip(-6, best, 6) / 3;
  signs['the best free text to go on'] = clip(-6, free, 6) / 3;
  if (bestTail >= 0 && evidence.matching.page.next.get(last.index) === bestTail) signs['the next text would fit'] = 1;
  if (!evidence.matching.page.next.has(last.index)) signs['nothing follows in its column'] = 1;
  const column = last.rows.column;
  const row0 = last.rows.widths.at(-1);
  if (column !== undefined && row0 !== undefined && row0 < column - 2.5) signs['its last line is not full'] = 1;
}
