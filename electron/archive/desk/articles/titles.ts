import { shapesOf, sortTitleRun } from '../blocks/heads.ts';
import { isNumberedHead } from '../blocks/marks.ts';
import { isAside, isBody, neighbour, type Unit, wordsIn } from '../reading/units.ts';
import { affinity, coverage, type Rarity, vocabularyOf } from '../reading/vocabulary.ts';
import { assign } from '../seams/assignment.ts';
import type { Draft } from './draft.ts';

/** Headlines that do not stand above their story: told by the words they share with it. */

interface Texts {
  readonly units: readonly Unit[];
  readonly rarity: Rarity;
}

export const wordsOf = (units: readonly Unit[]) => units.map(wordsIn).join('\n');
export const bodyWords = (draft: Draft) => vocabularyOf(wordsOf(draft.units.filter(isBody)));

/** The text right below a run of heads, as far as a headline's words can be expected. */
export function wordsBelow(units: readonly Unit[], run: readonly Unit[]): ReadonlyMap<string, number> {
  let below = '';
  for (let at = (run.at(-1)?.index ?? 0) + 1; at < units.length && below.length < 1200; at++) {
    const unit = units[at];
    if (!unit || isAside(unit)) continue;
    if (!isBody(unit)) break;
    below += `${wordsIn(unit)}\n`;
  }
  return vocabularyOf(below);
}

/** How much more a section must have the words of a story above than those of the one it stands in. */
const FAR_MORE = 2.5;
/** Sections share some words with every story of their page. */
const BY_CHANCE = 0.045;

/** Whether the text below a section head has the words of a story further up and not of the one it stands in. */
export function belongsRather(
  units: readonly Unit[],
  run: readonly Unit[],
  there: Draft,
  here: Draft,
  rarity: Rarity,
): boolean {
  const below = wordsBelow(units, run);
  return affinity(below, bodyWords(there), rarity) > affinity(below, bodyWords(here), rarity) * FAR_MORE + BY_CHANCE;
}

/** A note, a summary or a column of short items has no headline of its own to wait for. */
export const standsUntitled = (draft: Draft) =>
  draft.labelKind === 'abstract' ||
  draft.labelKind === 'editor_note' ||
  (draft.labelKind === 'column' && draft.units.some(isBody) && !draft.units.some((unit) => unit.role === 'byline'));

/** Can still be given a headline: it began with a byline, a dateline, a label or a kicker alone. */
const lacksTitle = (draft: Draft) =>
  draft.title.length === 0 &&
  (draft.opener === 'title' ||
    draft.opener === 'byline' ||
    draft.opener === 'dateline' ||
    (draft.opener === 'label' && draft.labelKind !== 'column')) &&
  !standsUntitled(draft) &&
  draft.units.some(isBody);

/** A story that began without a headline and whose words this one has, rather than the text below it. */
export function untitledStory(
  drafts: readonly Draft[],
  current: Draft,
  units: readonly Unit[],
  run: readonly Unit[],
  rarity: Rarity,
): Draft | undefined {
  const words = wordsOf(run);
  const below = coverage(words, wordsBelow(units, run), rarity);
  const here = coverage(words, bodyWords(current), rarity);
  let best: Draft | undefined;
  let most = Math.max(0.25, below * 1.1, here * 1.1);
  for (const draft of drafts) {
    if (draft === current || !lacksTitle(draft)) continue;
    const share = coverage(words, bodyWords(draft), rarity);
    if (share > most) {
      most = share;
      best = draft;
    }
  }
  return best;
}

/** Section heads that fit a story without a headline better than the story they stand in become its headline. */
export function claimLateTitles(
  drafts: readonly Draft[],
  rarity: Rarity,
  families: ReadonlyMap<string, readonly Unit[]>,
): void {
  claimFeet(drafts);
  const untitled = drafts.filter(lacksTitle);
  if (untitled.length === 0) return;
  const heads = drafts.flatMap((draft) =>
    draft.units
      .filter((unit) => unit.role === 'subhead' && !isNumberedHead(unit.plain))
      .map((unit) => ({ draft, unit })),
  );
  if (heads.length === 0) return;
  const words = new Map(drafts.map((draft) => [draft, bodyWords(draft)] as const));
  const share = (unit: Unit, draft: Draft) => coverage(wordsIn(unit), words.get(draft) ?? new Map(), rarity);
  const inFamily = (unit: Unit) => shapesOf(unit).some((shape) => families.has(shape));
  const weights = untitled.map((draft) =>
    heads.map(
      (head) =>
        share(head.unit, draft) -
        (head.draft === draft ? 0.2 : share(head.unit, head.draft)) -
        (inFamily(head.unit) ? 0.4 : 0.05),
    ),
  );
  assign(weights).forEach((at, story) => {
    const draft = untitled[story];
    const head = heads[at];
    if (!draft || !head) return;
    head.draft.units = head.draft.units.filter((unit) => unit !== head.unit);
    setTitle(draft, [head.unit]);
    draft.units.sort((a, b) => a.index - b.index);
    draft.evidence.push('the headline shares its words');
  });
}

/**
 * A commentary can carry its headline at the foot, and a comma makes that look like a cut sentence: a short open line
 * behind whole paragraphs, where nothing of the story follows.
 */
function claimFeet(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.labelKind !== 'commentary' || !lacksTitle(draft)) continue;
    const foot = draft.units.findLast((unit) => !isAside(unit));
    const above = draft.units.findLast((unit) => !isAside(unit) && unit !== foot);
    if (!foot || !above || !isBody(foot) || !isBody(above) || foot.complete || !above.complete) continue;
    if (foot.plain.length > 20 || /[，、；：,;:]$/u.test(foot.plain) || foot.balance.open !== '') continue;
    draft.units = draft.units.filter((unit) => unit !== foot);
    setTitle(draft, [foot]);
    draft.units.sort((a, b) => a.index - b.index);
    draft.evidence.push('the headline stands after its text');
  }
}

/** A kicker whose headline is nowhere is the headline. */
export function promoteKickers(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.title.length > 0) continue;
    const kicker = draft.units.findLast((unit) => unit.role === 'kicker');
    if (!kicker) continue;
    kicker.role = 'title';
    draft.title.push(kicker);
  }
}

/** Heads above a story take their roles. */
export function setTitle(draft: Draft, run: readonly Unit[]): void {
  const parts = sortTitleRun(run);
  for (const unit of parts.title) unit.role = 'title';
  for (const unit of parts.kicker) unit.role = 'kicker';
  for (const unit of parts.subtitle) unit.role = 'subtitle';
  for (const unit of parts.label) unit.role = 'label';
  draft.title.push(...parts.title);
  draft.units.push(...run);
}

/** A commentary can carry its headline and its author's name at the foot: another headline follows right behind them. */
export function signsOff({ units }: Texts, current: Draft, run: readonly Unit[]): boolean {
  if (current.opener !== 'label' || !awaitsTitle(current) || !current.units.some(isBody)) return false;
  const name = neighbour(units, run.at(-1)?.index ?? 0, 1);
  if (name?.role !== 'byline') return false;
  const behind = neighbour(units, name.index, 1);
  return behind === undefined || behind.role === 'head';
}

export const awaitsTitle = (draft: Draft) =>
  draft.opener !== 'continuation' && draft.opener !== 'orphan' && draft.title.length === 0 && !standsUntitled(draft);

/** The words of a headline that could end the story before or begin the one below. */
export function belongsBefore({ units, rarity }: Texts, draft: Draft, run: readonly Unit[]): boolean {
  const words = wordsOf(run);
  return (
    coverage(words, bodyWords(draft), rarity) >=
    coverage(words, wordsBelow(units, run), rarity) * (draft.opener === 'byline' ? 0.4 : 0.65)
  );
}
