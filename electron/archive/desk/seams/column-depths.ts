import { headRuns } from '../blocks/heads.ts';
import { opensStory } from '../blocks/story-starts.ts';
import { widthOf } from '../reading/characters.ts';
import { isAside, isBody, type Unit } from '../reading/units.ts';
import { type Clue, weigh } from './clues.ts';
import type { PageText } from './pairs.ts';
import type { PairClues } from './seams.ts';

/**
 * The columns of one story are equally deep, so the cuts at their feet stand equally far apart. On labelled pages the
 * text between two cuts is 193, 206 and 194 squares long, 171, 178 and 180, 111, 112 and 113; a sentence that breaks
 * off anywhere else has lost its end. How deep the columns are is not known, and some end with a whole sentence: all
 * depths are tried, and for each all ways to set the text in such columns (forward and backward sums).
 */
export interface ColumnDepths {
  /** Log odds that a column ends below a text, told by depth alone; undefined where nothing follows in its story. */
  readonly endsBelow: (unit: Unit) => number | undefined;
  readonly beginsAt: (unit: Unit) => number | undefined;
}

/** Squares that a section head takes, its white space counted. */
const SECTION_HEAD = 30;
/** Squares of a paragraph, and of a printed line. */
const PARAGRAPH = 130;
const LINE = 15;
/** Paragraphs whose last line is lost. */
const LOST = 0.1;
/** Columns that are not as deep as the others: beside a picture, below a wide lead, at the foot of a story. */
const UNEVEN = 0.2;
/** How much a column counts on the depth of those in the stretches beside its own. */
const ALIKE = 0.8;
const REACH = 2;
/** Depths that are tried, in squares. */
const DEPTHS = Array.from({ length: 42 }, (_, at) => 90 * 1.056 ** at);
/** More than a page has between two headlines. */
const LONGEST = 90;
/** What the words say of a cut counts up to these odds. */
const MOST_SAID = 3;

interface Flow {
  readonly units: readonly Unit[];
  /** Where each text ends, behind a zero. */
  readonly ends: readonly number[];
  /** Log odds by the words alone that an open end goes on somewhere; undefined for a whole sentence. */
  readonly open: readonly (number | undefined)[];
}

export function readDepths(page: PageText, clues: PairClues): ColumnDepths {
  const flows = flowsOf(page, clues);
  const read = flows.map((flow) => DEPTHS.map((depth) => setColumns(flow, depth)));
  const likely = read.map((list) => share(list.map(({ all }) => all)));
  const below = new Map<number, number>();
  const above = new Map<number, number>();
  flows.forEach(({ units, open }, at) => {
    const near = likely.filter((_, other) => other !== at && Math.abs(other - at) <= REACH);
    const trust = near.length > 0 ? ALIKE : 0;
    const weights = DEPTHS.map(
      (_, depth) =>
        (1 - trust) / DEPTHS.length +
        (trust * near.reduce((sum, list) => sum + (list[depth] ?? 0), 0)) / Math.max(1, near.length),
    );
    const all = weights.reduce((sum, weight, depth) => sum + weight * (read[at]?.[depth]?.all ?? 0), 0);
    for (let cut = 1; cut < units.length; cut++) {
      const here = weights.reduce((sum, weight, depth) => sum + weight * (read[at]?.[depth]?.cut[cut] ?? 0), 0);
      const probability = Math.max(1e-6, Math.min(1 - 1e-6, here / all));
      const odds = Math.log(probability / (1 - probability)) - (open[cut - 1] ?? 0);
      if (!Number.isFinite(odds)) continue;
      below.set(units[cut - 1]?.index ?? -1, odds);
      above.set(units[cut]?.index ?? -1, odds);
    }
  });
  return { endsBelow: (unit) => below.get(unit.index), beginsAt: (unit) => above.get(unit.index) };
}

/** Whether the columns of the page are as deep as they are elsewhere if they end and begin here. */
export function depthClues(head: Unit, tail: Unit, page: PageText, { endsBelow, beginsAt }: ColumnDepths): Clue[] {
  const clues: Clue[] = [];
  // Pictures and wide leads make columns uneven: an equal depth speaks for a cut, another says nothing.
  const within = (odds: number) => Math.max(0, Math.min(1.5, odds / 3));
  const foot = endsBelow(head);
  if (foot !== undefined) clues.push({ name: 'a column as deep as others ends', value: within(foot - 2) });
  const top = page.next.get(head.index) === tail.index ? undefined : beginsAt(tail);
  if (top !== undefined) clues.push({ name: 'a column as deep as others begins', value: within(top + 2) });
  return clues;
}

/** Texts that stand below each other with at most section heads between. */
function flowsOf(page: PageText, clues: PairClues): Flow[] {
  const opening = new Set(
    headRuns(page.units).flatMap((run) => (opensStory(run, page.units) ? run.map((unit) => unit.index) : [])),
  );
  const flows: { units: Unit[]; ends: number[]; open: (number | undefined)[] }[] = [];
  let flow = false;
  let gap = 0;
  for (const unit of page.units) {
    if (isAside(unit)) continue;
    if (isBody(unit)) {
      if (!flow) flows.push({ units: [], ends: [0], open: [] });
      flow = true;
      const { units, ends, open } = flows.at(-1) ?? { units: [], ends: [], open: [] };
      units.push(unit);
      ends.push((ends.at(-1) ?? 0) + gap + widthOf(unit.plain));
      open.push(oddsToGoOn(clues.get(unit)));
      gap = 0;
    } else if (unit.role === 'head' && !opening.has(unit.index)) gap += SECTION_HEAD;
    else {
      flow = false;
      gap = 0;
    }
  }
  return flows.filter(({ units }) => units.length > 1 && units.length <= LONGEST);
}

function oddsToGoOn(row: ReturnType<PairClues['get']>): number | undefined {
  if (!row) return undefined;
  let sum = 1e-9;
  for (const list of row.values()) sum += Math.exp(Math.min(12, weigh(list)));
  return Math.max(-MOST_SAID, Math.min(MOST_SAID, Math.log(sum)));
}

/** How likely a text is set as it stands in columns of one depth, and how much of that has a column's foot at each joint. */
function setColumns({ ends, open }: Flow, depth: number): { readonly all: number; readonly cut: Float64Array } {
  const count = open.length;
  const spread = depth * 0.04 + 6;
  const farthest = depth + spread * 5;
  const between = (length: number) =>
    ((1 - UNEVEN) * Math.exp(-0.5 * ((length - depth) / spread) ** 2)) / (spread * 2.5066) +
    (length < depth ? UNEVEN / depth : 0);
  /** The first column begins under a headline, somewhere; the last ends where the story does. */
  const first = (length: number) =>
    (length <= depth ? 1 : Math.exp(-0.5 * ((length - depth) / spread) ** 2)) / depth + 1e-7;
  const last = (length: number) => 1 / (1 + Math.exp((1.7 * (length - depth)) / spread)) + 1e-5;
  const at = (joint: number) => ends[joint] ?? 0;
  const column = Float64Array.from({ length: count }, (_, joint) => {
    const odds = open[joint - 1];
    return odds === undefined ? LINE / PARAGRAPH : (1 - LINE / PARAGRAPH) * Math.exp(odds);
  });
  /** Logarithm of what it takes that no column ends at the joints up to this one. */
  const none = new Float64Array(count);
  for (let joint = 1; joint < count; joint++)
    none[joint] = (none[joint - 1] ?? 0) + Math.log((open[joint - 1] === undefined ? 1 - LOST : LOST) / PARAGRAPH);
  const skip = (from: number, to: number) => Math.exp((none[to] ?? 0) - (none[from] ?? 0));
  const forward = new Float64Array(count);
  const backward = new Float64Array(count);
  for (let joint = 1; joint < count; joint++) {
    let sum = first(at(joint)) * skip(0, joint - 1);
    for (let from = joint - 1; from >= 1 && at(joint) - at(from) < farthest; from--)
      sum += (forward[from] ?? 0) * between(at(joint) - at(from)) * skip(from, joint - 1);
    forward[joint] = sum * (column[joint] ?? 0);
  }
  let all = (Math.max(0, 1 - at(count) / depth) + 0.3 * last(at(count)) + 1e-5) * skip(0, count - 1);
  const cut = new Float64Array(count);
  for (let joint = count - 1; joint >= 1; joint--) {
    let sum = last(at(count) - at(joint)) * skip(joint, count - 1);
    all += (forward[joint] ?? 0) * sum;
    for (let to = joint + 1; to < count && at(to) - at(joint) < farthest; to++)
      sum += between(at(to) - at(joint)) * skip(joint, to - 1) * (column[to] ?? 0) * (backward[to] ?? 0);
    backward[joint] = sum;
    cut[joint] = (forward[joint] ?? 0) * sum;
  }
  return { all, cut };
}

function share(list: readonly number[]): number[] {
  const sum = list.reduce((total, value) => total + value, 0);
  return list.map((value) => (sum > 0 ? value / sum : 1 / list.length));
}
