import { isCjk, spelledOut, widthOf } from '../reading/characters.ts';
import { isAside, type Unit } from '../reading/units.ts';
import { isMoreNote } from './bylines.ts';
import { isNumberedHead } from './marks.ts';

/**
 * Section heads of one story are built alike: the same pause, a colon, a number. The shapes of a head, most telling
 * first; heads that share one are a family.
 */
export function shapesOf(unit: Unit): string[] {
  const text = unit.display.trim().replace(/\s*\n\s*/gu, ' ');
  const shapes: string[] = [];
  if (isNumberedHead(text)) shapes.push('numbered');
  const pause = /^(\S{2,10})[ \u3000]+(\S.*)$/u.exec(text);
  if (/^[^:：]{2,14}[:：]\s*\S/u.test(text)) shapes.push('colon');
  if (pause && isCjk(text[0] ?? '') && !/[:：]/u.test(pause[1] ?? '')) shapes.push(`pause ${(pause[1] ?? '').length}`);
  if (/^\S{2,9}[ \u3000]+\S{2,9}$/u.test(text) && isCjk(text[0] ?? '') && !/[:：]/u.test(text)) shapes.push('pause');
  if (pause && /^["“‘'「].*["”’'」]$/u.test(pause[1] ?? '')) shapes.push('quoted pause');
  if (shapes.length === 0 && isCjk(text[0] ?? '')) {
    shapes.push(`length ${unit.plain.length}`);
    if (unit.plain.length <= 6) shapes.push('short');
  }
  return shapes;
}

/** Heads that share a shape, for shapes that two or more have. */
export function familiesOf(heads: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> {
  const families = new Map<string, Unit[]>();
  for (const head of heads) {
    for (const shape of shapesOf(head)) {
      const family = families.get(shape);
      if (family) family.push(head);
      else families.set(shape, [head]);
    }
  }
  for (const [shape, family] of families) if (family.length < 2) families.delete(shape);
  return families;
}

/** A shape that hardly comes about by chance. */
export const isTelling = (shape: string) => !shape.startsWith('length') && shape !== 'short' && shape !== 'pause';

/** Whether a head built like these follows before the next story begins: then they are section heads, no headline. */
export function hasSiblingBelow(units: readonly Unit[], run: readonly Unit[], openers: ReadonlySet<number>): boolean {
  const shapes = new Set(run.flatMap(shapesOf));
  for (let at = (run.at(-1)?.index ?? 0) + 1; at < units.length; at++) {
    const unit = units[at];
    if (!unit || openers.has(at)) return false;
    if (
      unit.role === 'byline' ||
      unit.role === 'dateline' ||
      unit.role === 'continuation_mark' ||
      unit.role === 'label'
    )
      return false;
    if (unit.role === 'head' && shapesOf(unit).some((shape) => shapes.has(shape))) return true;
  }
  return false;
}

/** Whether section heads of a telling shape, which this head does not share, follow before the next story begins. */
export function standsApart(
  units: readonly Unit[],
  run: readonly Unit[],
  openers: ReadonlySet<number>,
  families: ReadonlyMap<string, readonly Unit[]>,
): boolean {
  const last = run.at(-1)?.index ?? 0;
  const next = units.slice(last + 1).find((unit) => openers.has(unit.index) || unit.role === 'head');
  if (!next || openers.has(next.index)) return false;
  return (
    shapesOf(next).some((shape) => isTelling(shape) && families.has(shape)) && hasSiblingBelow(units, [next], openers)
  );
}

/** Headlines that follow each other, pictures between them allowed. */
export function headRuns(units: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = [];
  let open: Unit[] | undefined;
  for (const unit of units) {
    if (unit.role === 'head') {
      if (!open) {
        open = [];
        runs.push(open);
      }
      open.push(unit);
    } else if (!isAside(unit)) open = undefined;
  }
  return runs;
}

/** Boxes that list: they stand beside a story and are no part of it. */
export const isList = (run: readonly Unit[]) =>
  run.length === 1 &&
  /(?:大事记|年表|时间[轴线表]|一览表?|小贴士|小档案|名词解释)$|^(?:数说|数读|图解|一图读懂)/u.test(
    run[0]?.plain ?? '',
  );

/** Notices of offices and people stand on their own wherever they are printed. */
const isNoticeHead = (unit: Unit) =>
  /(?:^|的|关于.{2,24}|出让|转让|挂牌|拍卖|招标|采购|竞价|招聘|征集|注销|清算|减资|送达)(?:遗失|权属|结果)?(?:声明|公告|启事|通告|讣告|公示|更正|致歉)$/u.test(
    unit.plain,
  );

/** `某资告字〔2024〕17号`, below the name of a notice. */
const isFileNumber = (unit: Unit) => /[〔[(（]\d{4}[〕\])）]第?\d{1,5}号$/u.test(unit.plain);

export const isNoticeRun = (run: readonly Unit[]) =>
  run.some(isNoticeHead) && run.every((unit) => isNoticeHead(unit) || isFileNumber(unit));

const REPORTAGE = spelledOut(/(?:见闻|纪实|侧记|调查|更新记|改造记|[\p{Script=Han}]{4,}记)$/u);

/** Goes with the headline above it: set off by a dash, or says what kind of report this is. */
export const isSubtitle = (unit: Unit | undefined) =>
  unit !== undefined && (/^(?:——|--)/u.test(unit.plain) || REPORTAGE.test(unit.plain) || isMoreNote(unit.plain));

export interface TitleParts {
  readonly title: readonly Unit[];
  readonly kicker: readonly Unit[];
  readonly subtitle: readonly Unit[];
  readonly label: readonly Unit[];
}

/** Sorts the heads that stand together above a story: column logo, kicker, title, subtitle. */
export function sortTitleRun(run: readonly Unit[]): TitleParts {
  const kicker: Unit[] = [];
  const subtitle: Unit[] = [];
  const label: Unit[] = [];
  let rest: Unit[] = [];
  for (const unit of run) {
    if (/(?:——|—|--|[：:])$/u.test(unit.plain)) kicker.push(unit);
    else if (/^(?:——|—|--)/u.test(unit.plain)) subtitle.push(unit);
    else rest.push(unit);
  }
  while (rest.length > 1) {
    const first = rest[0];
    const second = rest[1];
    if (!first || !second) break;
    const pause = /[\s\u3000]/u.test(first.display.trim());
    if (widthOf(first.plain) <= 10 && !pause && widthOf(second.plain) > widthOf(first.plain)) {
      label.push(first);
      rest = rest.slice(1);
    } else break;
  }
  // Where a line with a dash follows two heads, that is the subtitle, and the first of them leads up to the second.
  if (rest.length === 2 && subtitle.length > 0 && rest[1] && !isSubtitle(rest[1])) kicker.push(...rest.splice(0, 1));
  if (rest.length > 1) {
    subtitle.push(...rest.slice(1));
    rest = rest.slice(0, 1);
  }
  if (rest.length === 0 && label.length > 0) rest = label.splice(-1);
  if (rest.length === 0 && subtitle.length > 0) rest = subtitle.splice(0, 1);
  return { title: rest, kicker, subtitle, label };
}
