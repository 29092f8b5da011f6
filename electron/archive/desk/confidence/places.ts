import { isAside, isBody, neighbour } from '../reading/units.ts';
import { weigh } from '../seams/clues.ts';
import { type BlockInStory, clip, type Evidence, oddsOf, type Signs } from './evidence.ts';
import type { Segment } from './segments.ts';

/** What speaks for or against a block standing in the story it was given to. */

/** Little text says little of its story; beyond some hundred characters more of it says no more. */
const lengthSign = (characters: number) => Math.log1p(Math.min(characters, 500)) / 6;

/** Whether the story is the right one. */
export function readPlace(signs: Signs, { units: chain, story, at }: BlockInStory, evidence: Evidence): void {
  const own = story.draft;
  const first = chain[0];
  if (!own || !first) return;
  const segment =
    evidence.segments.get(first.index) ??
    evidence.segments.get(neighbour(evidence.units, first.index, -1)?.index ?? -1);
  if (!segment) return;
  if (segment.draft !== own) signs['stands in another story'] = 1;
  Object.assign(signs, segmentSigns(segment, evidence));
  const before = story.blocks[at - 1]?.units.at(-1);
  if (before && first.index < before.index) signs['stands above what it follows'] = 1;
  signs[`in a story begun by ${own.opener}`] = 1;
  if (!chain.some(isBody)) return;
  const alone = evidence.likeness.compare(chain, own);
  signs['words of another story'] = -clip(-1, alone.own, 0);
  signs['words of its story'] = clip(0, alone.own, 1);
  if (alone.alone) signs['all the text of its story'] = 1;
  const column = evidence.columns.get(first.index) ?? chain;
  const belongs = evidence.likeness.compare(column, own);
  signs['a column with words of another story'] = -clip(-1, belongs.own, 0);
  signs['a column with words of its story'] = clip(0, belongs.own, 1);
  if (belongs.alone) signs['all the text of its story in one column'] = 1;
  signs['length of its column'] = lengthSign(belongs.length);
  const near = [-1, 0, 1].flatMap((step) => {
    const other = step === 0 ? first : neighbour(evidence.units, first.index, step as 1 | -1);
    return other && isBody(other) && evidence.ownerOf.get(other.index) === own ? [other] : [];
  });
  const window = evidence.likeness.compare(near, own);
  signs['words around it of another story'] = -clip(-1, window.own, 0);
  signs['words around it of its story'] = clip(0, window.own, 1);
  // A column stands where its first line was joined.
  const top = column[0];
  const head = top && evidence.before.get(top.index);
  if (top && head === undefined) {
    const inside = weigh(evidence.matching.page.starts.get(top.index) ?? []);
    signs['its column begins inside a sentence'] = clip(0, inside, 6) / 3;
  }
}

/** How the stretch of page it stands in came to its story; read once for all of its blocks. */
function segmentSigns(segment: Segment, evidence: Evidence): Signs {
  const known = evidence.segmentSigns.get(segment);
  if (known) return known;
  const signs = readSegment(segment, evidence);
  evidence.segmentSigns.set(segment, signs);
  return signs;
}

function readSegment(segment: Segment, evidence: Evidence): Signs {
  const signs: Signs = {};
  const { draft, units, above, below } = segment;
  const first = units[0];
  if (!draft || !first) return signs;
  if (draft.units.find((unit) => !isAside(unit)) === first) signs['in the first stretch of its story'] = 1;
  else {
    const head = evidence.before.get(first.index);
    if (head !== undefined) {
      signs['its stretch was moved by a seam'] = 1;
      const odds = oddsOf(clip(0.001, evidence.marginals.get(head)?.get(first.index) ?? 0.5, 0.999));
      signs['its stretch may belong elsewhere'] = clip(0, 4 - odds, 8) / 4;
    } else signs[`its stretch begins with ${first.role}`] = 1;
  }
  const whole = evidence.likeness.compare(units, draft);
  signs['length of its stretch'] = lengthSign(whole.length);
  if (whole.alone) signs['its stretch is the whole story'] = 1;
  else {
    signs['a stretch with words of another story'] = -clip(-1, whole.own, 0);
    signs['a stretch with words of its story'] = clip(0, whole.own, 1);
    if (above) signs['a stretch with words of the story above it'] = -clip(-1, whole.against(above), 0);
    if (below) signs['a stretch with words of the story below it'] = -clip(-1, whole.against(below), 0);
  }
  if (above) {
    const size = above.units.reduce((sum, unit) => sum + (isBody(unit) ? unit.plain.length : 0), 0);
    if (size < 150) signs['little text in the story above it'] = 1;
    if (above.units.some((unit) => unit.role === 'byline') && size < 250)
      signs['little text in the signed story above it'] = 1;
  }
  return signs;
}
