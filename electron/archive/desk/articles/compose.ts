import type { Derivation, DerivedArticle, DerivedBlock, DroppedRange, Operation, Piece } from '#contract/derivation.ts';
import { isParticulars } from '../blocks/marks.ts';
import { isBlank, isLineEnd, isSpace } from '../reading/characters.ts';
import { needsSpace } from '../reading/fragments.ts';
import type { Measure } from '../reading/lines.ts';
import { type Cut, keepsHyphen, layoutCuts, opensWithDropCap, paddedNameCuts } from '../reading/spaces.ts';
import type { Unit } from '../reading/units.ts';
import type { Seam } from '../seams/seams.ts';
import type { Draft } from './draft.ts';
import { orderStory, type Plan } from './order.ts';

/** Cuts the planned blocks out of the source and accounts for every code unit. */
export function compose(
  source: string,
  units: readonly Unit[],
  drafts: readonly Draft[],
  seams: readonly Seam[],
  measure: Measure,
  known: ReadonlySet<string>,
): Derivation {
  const operations: Operation[] = [];
  const used = new Set<number>();
  const cutOut = (plan: Plan): DerivedBlock => {
    const pieces: Piece[] = [];
    const joined: NonNullable<DerivedBlock['seams']> = [];
    let text = '';
    const keep = (start: number, end: number) => {
      if (start === end) return;
      pieces.push([start, end]);
      text += source.slice(start, end);
    };
    const replace = (cut: Cut) => {
      operations.push({
        kind: cut.kind,
        range: [cut.start, cut.end],
        text: source.slice(cut.start, cut.end),
        ...(cut.as === '' ? {} : { as: cut.as }),
      });
      if (cut.as === '') return;
      pieces.push([cut.start, cut.end, cut.as]);
      text += cut.as;
    };
    plan.units.forEach((unit, at) => {
      let end = unit.end;
      let joint: Cut | undefined;
      const next = plan.units[at + 1];
      if (next) {
        if (source[end - 1] === '-' && /\p{L}/u.test(source[end - 2] ?? '') && /^\p{Ll}/u.test(next.plain)) {
          if (!keepsHyphen(source, end - 1, next.start, known)) {
            end--;
            joint = { start: end, end: unit.end, as: '', kind: 'hyphen_removed' };
          }
        } else if (
          needsSpace(source[end - 1] ?? '', next.plain[0] ?? '') &&
          !(end - unit.start === 1 && opensWithDropCap(source, unit.start, next.plain[0] ?? ''))
        ) {
          const gap = blankRun(source, unit.end);
          if (gap > unit.end) {
            used.add(unit.end);
            joint = { start: unit.end, end: gap, as: ' ', kind: 'line_join' };
          }
        }
      }
      let from = unit.start;
      for (const cut of cutsOf(source, unit, measure, known)) {
        if (cut.end > end) break;
        keep(from, cut.start);
        replace(cut);
        from = cut.end;
      }
      keep(from, end);
      if (joint) replace(joint);
      const seam = plan.joints[at];
      if (seam) joined.push({ at: text.length, confidence: seam.confidence, evidence: [...seam.evidence] });
    });
    return {
      role: plan.role,
      text,
      pieces,
      ...(joined.length > 0 ? { seams: joined } : {}),
      ...(plan.role === 'paragraph' && plan.openEnd ? { openEnd: true } : {}),
      confidence: plan.confidence,
      evidence: [...plan.evidence],
    };
  };

  const blocksOf = new Map(drafts.map((draft) => [draft, orderStory(draft, seams).map(cutOut)] as const));
  const shown = drafts.filter((draft) => (blocksOf.get(draft)?.length ?? 0) > 0);
  const idOf = new Map(shown.map((draft, at) => [draft, `a${at + 1}`]));
  const articles = shown.map((draft): DerivedArticle => {
    const blocks = blocksOf.get(draft) ?? [];
    return {
      id: idOf.get(draft) ?? '',
      kind: draft.kind,
      parent: (draft.host && idOf.get(draft.host)) ?? null,
      title: blocks
        .filter((block) => block.role === 'title')
        .map((block) => block.text)
        .join(' '),
      confidence: draft.confidence,
      evidence: [...new Set(draft.evidence)].slice(0, 6),
      blocks,
    };
  });
  operations.push(...blanksBetween(source, units, used));
  operations.sort((a, b) => a.range[0] - b.range[0]);
  return { articles, dropped: dropUnits(source, units), operations };
}

/** Headlines keep their pauses; running text loses what the print put in. */
function cutsOf(source: string, unit: Unit, measure: Measure, known: ReadonlySet<string>): Cut[] {
  const running =
    (unit.role === 'paragraph' && !isParticulars(unit.plain)) || unit.role === 'caption' || unit.role === 'author_note';
  const cuts = layoutCuts(source, unit, running ? 'running' : 'display', unit.rows, measure, known);
  if (unit.role !== 'byline') return cuts;
  const padded = paddedNameCuts(source, unit);
  return [
    ...cuts.filter((cut) => !padded.some((other) => other.start < cut.end && cut.start < other.end)),
    ...padded,
  ].toSorted((a, b) => a.start - b.start);
}

function blankRun(source: string, from: number): number {
  let end = from;
  while (end < source.length && isBlank(source[end] ?? '')) end++;
  return end;
}

/** The white space around units, which no block holds. */
function blanksBetween(source: string, units: readonly Unit[], used: ReadonlySet<number>): Operation[] {
  const operations: Operation[] = [];
  let from = 0;
  const add = (start: number, end: number) => {
    if (start >= end || used.has(start)) return;
    const text = source.slice(start, end);
    const kind = [...text].some(isLineEnd)
      ? 'blank_removed'
      : isSpace(text[0] ?? '')
        ? 'space_removed'
        : 'markup_removed';
    operations.push({ kind, range: [start, end], text });
  };
  for (const unit of units) {
    add(from, unit.start);
    from = unit.end;
  }
  add(from, source.length);
  return operations;
}

/** Neighbouring units of one kind make one dropped range. */
function dropUnits(source: string, units: readonly Unit[]): DroppedRange[] {
  const dropped: DroppedRange[] = [];
  let last: Unit | undefined;
  for (const unit of units) {
    if (unit.role !== 'noise' && unit.role !== 'duplicate') continue;
    const text = source.slice(unit.start, unit.end);
    const open = dropped.at(-1);
    if (open && last && last.index === unit.index - 1 && last.role === unit.role) {
      open.pieces.push([unit.start, unit.end]);
      open.text += text;
      open.confidence = Math.min(open.confidence ?? 1, unit.confidence);
    } else {
      const { role, confidence, evidence } = unit;
      dropped.push({ role, pieces: [[unit.start, unit.end]], text, confidence, evidence: [...evidence] });
    }
    last = unit;
  }
  return dropped;
}
