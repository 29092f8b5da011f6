import {
  familiesOf,
  hasSiblingBelow,
  headRuns,
  isList,
  isSubtitle,
  isTelling,
  shapesOf,
  standsApart,
} from '../blocks/heads.ts';
import { comesFromAnotherPage, isNumberedHead, isReference, type LabelKind } from '../blocks/marks.ts';
import { closesByName, opensStory } from '../blocks/story-starts.ts';
import { isAside, isBody, neighbour, type Unit, wordsIn } from '../reading/units.ts';
import { type Rarity, rarityOf } from '../reading/vocabulary.ts';
import type { Seam } from '../seams/seams.ts';
import { moveColumns, settleOrphans } from './columns.ts';
import type { Draft } from './draft.ts';
import { settleHosts } from './hosts.ts';
import { beginsAnother, interviewBehind, isBuilt, type Owners, storyBehind } from './sections.ts';
import {
  awaitsTitle,
  belongsBefore,
  claimLateTitles,
  promoteKickers,
  setTitle,
  signsOff,
  untitledStory,
} from './titles.ts';

interface Scan {
  readonly units: readonly Unit[];
  readonly drafts: Draft[];
  readonly rarity: Rarity;
  /** Heads that begin a story for certain. */
  readonly openers: ReadonlySet<number>;
  readonly families: ReadonlyMap<string, readonly Unit[]>;
  /** The stories that have section heads of each family, the last one to show them last. */
  readonly owners: Owners;
  current: Draft | undefined;
  /** The current story has ended: closing names, an author's note, a jump to another page. */
  closed: boolean;
}

/** Goes down the page once and gives each unit to a story; then moves columns that a seam ties to another story. */
export function separateArticles(units: readonly Unit[], seams: readonly Seam[]): Draft[] {
  const runs = headRuns(units);
  const pending = runs.filter((run) => !opensStory(run, units)).flat();
  const scan: Scan = {
    units,
    drafts: [],
    rarity: rarityOf(units.filter(isBody).map(wordsIn)),
    openers: new Set(
      runs.filter((run) => !run.some((unit) => pending.includes(unit))).flatMap((run) => run.map((unit) => unit.index)),
    ),
    families: familiesOf(pending),
    owners: new Map(),
    current: undefined,
    closed: false,
  };
  const runOf = new Map(runs.flatMap((run) => run.map((unit) => [unit.index, run] as const)));
  for (let at = 0; at < units.length; at++) {
    const unit = units[at];
    if (!unit) continue;
    const run = runOf.get(at);
    if (run) {
      takeHeads(scan, run);
      const last = run.at(-1)?.index ?? at;
      for (let inner = at; inner <= last; inner++) {
        const aside = units[inner];
        if (aside && isAside(aside)) give(scan, aside);
      }
      at = last;
    } else takeUnit(scan, unit);
  }
  moveColumns(scan.drafts, seams, units, scan.rarity);
  claimLateTitles(scan.drafts, scan.rarity, scan.families);
  promoteKickers(scan.drafts);
  settleOrphans(scan.drafts, scan.rarity);
  settleHosts(scan.drafts, scan.rarity);
  return scan.drafts.filter((draft) => draft.units.some((unit) => unit.role !== 'noise' && unit.role !== 'duplicate'));
}

const hasBody = (draft: Draft) => draft.units.some(isBody);

/** A picture that is a story by itself: below a column's name nothing but captions. */
const isPicture = (draft: Draft) =>
  draft.labelKind === 'column' && draft.title.length === 0 && draft.units.some(isAside) && !hasBody(draft);

function open(scan: Scan, opener: Draft['opener'], evidence: string, labelKind?: LabelKind): Draft {
  const draft: Draft = {
    opener,
    labelKind,
    units: [],
    title: [],
    host: undefined,
    kind: 'main',
    confidence: opener === 'title' ? 0.95 : 0.85,
    evidence: [evidence],
  };
  scan.drafts.push(draft);
  Object.assign(scan, { current: draft, closed: false });
  return draft;
}

function give(scan: Scan, unit: Unit): void {
  const draft = scan.current ?? open(scan, 'orphan', 'text before any headline');
  draft.units.push(unit);
}

function takeUnit(scan: Scan, unit: Unit): void {
  const { current } = scan;
  const after = neighbour(scan.units, unit.index, 1);
  switch (unit.role) {
    case 'label':
      if (unit.label === 'column') {
        scan.closed ||= current !== undefined && (hasBody(current) || isPicture(current));
        // A column's name belongs to the story below it.
        if (scan.closed || !current) open(scan, after?.role === 'head' ? 'title' : 'label', 'a column name', 'column');
      } else if (!(current && !hasBody(current) && current.opener === 'title')) {
        const host = current;
        open(scan, 'label', 'a label', unit.label).host = host?.host ?? host;
      } else Object.assign(current, { labelKind: unit.label });
      break;
    case 'continuation_mark':
      if (comesFromAnotherPage(unit.plain)) {
        const headed = current && !hasBody(current) && current.title.length > 0;
        if (!headed) open(scan, 'continuation', 'continued from another page');
      } else {
        give(scan, unit);
        scan.closed ||= !isReference(unit.plain);
        return;
      }
      break;
    case 'dateline':
      if (!current || scan.closed || hasBody(current) || current.units.some((other) => other.role === 'dateline'))
        open(scan, 'dateline', 'a dateline');
      break;
    case 'byline': {
      const before = neighbour(scan.units, unit.index, -1);
      if (before?.role === 'dateline' && before.block === unit.block) break;
      if (closesByName(unit) || (current && hasBody(current) && unit.inLine)) {
        give(scan, unit);
        scan.closed = true;
        return;
      }
      if (!current) open(scan, 'byline', 'a byline');
      else if (hasBody(current)) {
        const ends = after === undefined || after.role === 'head' || after.role === 'label';
        const signed = current.units.some((other) => other.role === 'byline');
        if (ends && !signed) {
          give(scan, unit);
          scan.closed = true;
          return;
        }
        open(scan, 'byline', 'a byline');
      }
      break;
    }
    case 'author_note':
      give(scan, unit);
      scan.closed = true;
      return;
    case 'photo_credit':
      give(scan, unit);
      scan.closed ||= current !== undefined && isPicture(current);
      return;
    case 'paragraph':
      if (current) scan.current = interviewBehind(scan.drafts, current, unit) ?? current;
      if (scan.current !== current) scan.closed = false;
      if (scan.closed) open(scan, 'orphan', 'text behind the end of a story');
      break;
    default:
  }
  give(scan, unit);
}

function takeHeads(scan: Scan, run: readonly Unit[]): void {
  resumeNumbered(scan, run);
  const { current } = scan;
  const certain = opensStory(run, scan.units);
  if (certain) {
    const first = run[0];
    if (
      first &&
      run.length > 1 &&
      !isSubtitle(run[1]) &&
      current &&
      awaitsTitle(current) &&
      hasBody(current) &&
      belongsBefore(scan, current, [first])
    ) {
      setTitle(current, [first]);
      current.evidence.push('the headline stands after its text');
      setTitle(open(scan, 'title', 'a headline'), run.slice(1));
      return;
    }
    if (current && signsOff(scan, current, run)) {
      setTitle(current, run);
      current.evidence.push('the headline stands after its text');
      return;
    }
    const onlyLabel =
      current !== undefined && !hasBody(current) && current.title.length === 0 && current.opener !== 'orphan';
    const byline = current && !hasBody(current) && current.opener === 'byline';
    const draft = onlyLabel || byline ? current : open(scan, 'title', 'a headline');
    setTitle(draft, run);
    return;
  }
  const rest = [...run];
  const sections = hasSiblingBelow(scan.units, run.slice(-1), scan.openers);
  if (current && awaitsTitle(current) && !(sections && run.length === 1)) {
    if (hasBody(current) ? rest.length > 1 || belongsBefore(scan, current, rest) : true) {
      const own = isSubtitle(rest[1]) ? 2 : 1;
      setTitle(current, rest.splice(0, hasBody(current) ? own : rest.length));
      current.evidence.push('the headline stands after its text');
    }
  }
  if (rest.length === 0) return;
  if (!scan.current || scan.closed) {
    setTitle(open(scan, 'title', 'a headline'), rest);
    return;
  }
  const familiar = rest.some((unit) => shapesOf(unit).some((shape) => scan.families.has(shape)));
  if (rest.length < run.length && !familiar) {
    const host = scan.current;
    const box = open(scan, 'box', 'a headline after another story’s');
    box.host = host.host ?? host;
    setTitle(box, rest);
    return;
  }
  takePending(scan, rest);
}

/** The next number of a row of section heads goes on with its story, whatever box has ended above it. */
function resumeNumbered(scan: Scan, run: readonly Unit[]): void {
  const owner = scan.owners.get('numbered')?.at(-1);
  if (!owner || !run[0] || !isNumberedHead(run[0].display) || owner === scan.current) return;
  if (scan.current && !scan.closed && scan.current.opener !== 'box' && scan.current.opener !== 'label') return;
  Object.assign(scan, { current: owner, closed: false });
}

/** A headline without byline or dateline inside a story: a section head, or the title of a box. */
function takePending(scan: Scan, run: readonly Unit[]): void {
  const { current } = scan;
  if (!current) return;
  const elsewhere = untitledStory(scan.drafts, current, scan.units, run, scan.rarity);
  if (elsewhere) {
    setTitle(elsewhere, run);
    elsewhere.evidence.push('the headline shares its words');
    return;
  }
  const owns = (draft: Draft, shape: string) => scan.owners.get(shape)?.includes(draft) ?? false;
  const built = [...scan.owners.keys()].some((shape) => isTelling(shape) && owns(current, shape));
  const shapes = run
    .flatMap(shapesOf)
    .filter((shape) => scan.families.has(shape) && (isTelling(shape) || !built || owns(current, shape)));
  const behind =
    hasBody(current) && !shapes.some((shape) => owns(current, shape)) && storyBehind(scan, current, run, shapes);
  if (behind) {
    scan.current = behind;
    behind.evidence.push('goes on behind another text');
  }
  const target = scan.current ?? current;
  const ownFamily = [...scan.owners.keys()].some(
    (shape) =>
      isBuilt(shape) && owns(target, shape) && !shapes.includes(shape) && (scan.families.get(shape)?.length ?? 0) >= 2,
  );
  const alone = !run.flatMap(shapesOf).some((shape) => scan.families.has(shape));
  if (alone && beginsAnother(scan, target, run)) {
    setTitle(open(scan, 'title', 'a headline over other words'), run);
    return;
  }
  const apart = isList(run) || (shapes.length === 0 && standsApart(scan.units, run, scan.openers, scan.families));
  if ((shapes.length === 0 && ownFamily) || apart) {
    const box = open(scan, 'box', 'a headline built unlike the section heads');
    box.host = target.host ?? target;
    setTitle(box, run);
    return;
  }
  for (const shape of shapes) {
    const others = scan.owners.get(shape)?.filter((draft) => draft !== target) ?? [];
    scan.owners.set(shape, [...others, target]);
  }
  for (const unit of run) {
    unit.role = 'subhead';
    target.units.push(unit);
  }
}
