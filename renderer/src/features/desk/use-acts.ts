import { useMemo, useState } from 'react';
import type { ArticleKind, DeskRole } from '#contract/derivation.ts';
import type { DeskPage } from '#contract/desk.ts';
import type { DeskCommand, DoubtId } from '#contract/desk-commands.ts';
import type { ChangeId, SourceId } from '#contract/ids.ts';
import { archive } from '../../api/index.ts';
import { undo } from '../../app/changes.ts';
import { currentRoute, go } from '../../app/use-route.ts';
import { i18next } from '../../strings/index.ts';
import { notify } from '../../ui/index.ts';
import { cutsUnder } from './cuts-under.ts';
import type { BlockKey } from './page-model.ts';
import { canBeAccepted, findBlock, readingOrder, textOf } from './page-order.ts';
import * as plans from './plans.ts';
import { firstCut } from './sentence-steps.ts';
import { type Choice, type Choosing, choiceOf } from './use-choice.ts';
import type { Accepted, Desk } from './use-desk.ts';

/** What was just done: said in words, and seen where it was done. */
export interface Effect {
  readonly said: string;
  readonly places: readonly BlockKey[];
  /** Tells the same thing done twice apart. */
  readonly turn: number;
}

export interface DeskActs {
  readonly split: () => void;
  readonly merge: () => void;
  readonly send: (to: number | 'new') => void;
  readonly moveBy: (by: 1 | -1) => void;
  readonly setRole: (role: DeskRole) => void;
  readonly drop: (role: 'noise' | 'duplicate') => void;
  readonly restore: (place?: BlockKey) => void;
  readonly toggleOpenEnd: () => void;
  readonly setKind: (place: BlockKey, kind: ArticleKind, parent: string | null) => void;
  readonly cut: () => void;
  readonly join: () => void;
  readonly step: (how: 'undo' | 'redo' | 'reset') => void;
  readonly answer: (how: 'confirm' | 'reject', doubt?: DoubtId) => void;
  readonly accept: () => void;
}

type MakePlan = (page: DeskPage, choice: Choice) => plans.Plan;

interface ActsOptions extends Pick<Choosing, 'latest' | 'update'> {
  readonly desk: Desk;
  /** Shows that the page was accepted; the next one comes when that is over. */
  readonly playAccepted: () => Promise<void>;
}

/** Everything that changes the page, the same from one drawing to the next, and what was done last. */
export function useDeskActs({ desk, latest, update, playAccepted }: ActsOptions) {
  const [effect, setEffect] = useState<Effect>();
  const acts = useMemo(() => {
    const say = (said: string, places: readonly BlockKey[] = []) =>
      setEffect((before) => ({ said, places, turn: (before?.turn ?? 0) + 1 }));
    return actsOf({ desk, latest, update, playAccepted, say });
  }, [desk, latest, update, playAccepted]);
  return { acts, effect };
}

/** Keys, buttons and menus do the same. */
function actsOf(
  options: ActsOptions & { readonly say: (said: string, places?: readonly BlockKey[]) => void },
): DeskActs {
  const { desk, latest, update, playAccepted, say } = options;

  function tell(said: DeskCommand['kind'] | 'undo' | 'redo' | 'reset', places: readonly BlockKey[]): void {
    say(i18next.t(`said.${said}`, { ns: 'deskActs' }), places);
  }

  function sayNothing(): void {
    say(i18next.t('refused.nothing_to_change', { ns: 'deskActs' }));
  }

  function perform(make: MakePlan, after?: (next: DeskPage, before: DeskPage) => Partial<Choice>): void {
    void desk.inTurn(async () => {
      if (!(await cutUnderRectangle())) return;
      const before = desk.read();
      const plan = make(before, latest.current);
      const [first] = plan;
      if (!first) {
        sayNothing();
        return;
      }
      const next = await desk.apply(plan);
      if (!next) return;
      lastAccepted = undefined;
      update(after ? after(next, before) : { caret: null });
      tell(first.kind, plan.flatMap(placesOf));
    });
  }

  /** What a rectangle holds in part becomes blocks of its own before anything is done with it. */
  async function cutUnderRectangle(): Promise<boolean> {
    const { ranges, chosen } = latest.current;
    if (!ranges) return true;
    const { commands, places } = cutsUnder(desk.read(), [...chosen], ranges);
    const next = commands.length > 0 ? await desk.apply(commands) : desk.read();
    if (!next) return false;
    const current = places.at(-1) ?? latest.current.current;
    update({ ...choiceOf(next, current), anchor: places[0] ?? current, chosen: new Set(places) });
    return true;
  }

  /** Goes on with the block that follows those that left. */
  function nextOf(next: DeskPage, before: DeskPage): Partial<Choice> {
    const gone = latest.current.chosen;
    const order = readingOrder(before);
    const last = order.findLastIndex((place) => gone.has(place));
    const following = order.slice(last + 1).find((place) => findBlock(next, place));
    return choiceOf(next, following ?? latest.current.current);
  }

  function cut(): void {
    const { caret, current } = latest.current;
    if (caret && caret.block === current) {
      perform(
        (page) => plans.cutBlock(page, caret.block, caret.at),
        (next, before) => {
          const [command] = plans.cutBlock(before, caret.block, caret.at);
          return choiceOf(next, command?.kind === 'split_block' ? command.at : caret.block);
        },
      );
      return;
    }
    const found = findBlock(desk.read(), current);
    const text = found ? textOf(found.article, found.block) : '';
    if (!found || text.length < 2) {
      sayNothing();
      return;
    }
    const at = firstCut(text, found.block.seams);
    update({ side: 'clean', joining: null, caret: { block: found.block.place, at, isMoving: true } });
  }

  function join(): void {
    const { joining, current, chosen, anchor } = latest.current;
    const [one, other] = [...chosen];
    const halves =
      chosen.size === 2 && one !== undefined && other !== undefined
        ? { first: anchor === other ? other : one, second: anchor === other ? one : other }
        : joining !== null && current !== null && joining !== current
          ? { first: joining, second: current }
          : undefined;
    if (!halves) {
      if (findBlock(desk.read(), current)) update({ joining: current, caret: null });
      else sayNothing();
      return;
    }
    perform(
      (page) => plans.joinBlocks(page, halves.first, halves.second),
      (next) => ({ ...choiceOf(next, halves.first), joining: null }),
    );
  }

  function answer(kind: 'confirm' | 'reject', id?: DoubtId): void {
    void desk.inTurn(async () => {
      const before = desk.read();
      const doubt = id ?? latest.current.doubt;
      const at = before.doubts.findIndex((other) => other.id === doubt);
      const asked = before.doubts[at];
      if (!asked) return;
      const found = findBlock(before, asked.place);
      const isMisplaced = kind === 'reject' && asked.kind === 'role' && found?.block.role === 'paragraph';
      // That running text stands in a wrong place does not say where the right one is: its words do, or the person.
      if (isMisplaced && asked.instead === null) {
        notify({ text: i18next.t('doubt.setPlace', { ns: 'deskActs' }) });
        return;
      }
      const command: DeskCommand =
        isMisplaced && asked.instead !== null
          ? { kind: 'move_blocks', blocks: [asked.place, ...asked.along], to: asked.instead }
          : kind === 'confirm' && asked.along.length > 0
            ? { kind, doubt: asked.id, along: asked.along }
            : { kind, doubt: asked.id };
      const instead = asked.kind === 'role' ? i18next.t('doubt.setRole', { ns: 'deskActs' }) : undefined;
      const next = await desk.apply([command], instead);
      if (!next) return;
      lastAccepted = undefined;
      const following = next.doubts[Math.min(at, next.doubts.length - 1)];
      update({ ...choiceOf(next, following?.place ?? asked.place), doubt: following?.id ?? null });
      const there = isMisplaced ? findBlock(next, asked.place)?.number : undefined;
      const places = [asked.place, ...asked.along];
      if (there === undefined) tell(kind, places);
      else say(i18next.t('doubt.moved', { ns: 'deskActs', number: there + 1 }), places);
    });
  }

  function accept(): void {
    void desk.inTurn(async () => {
      const page = desk.read();
      const asking = archive.desk.next({ after: page.source }).catch(() => ({ source: null }));
      let done: Accepted | undefined;
      if (canBeAccepted(page)) {
        done = await desk.accept();
        if (!done) return;
        lastAccepted = { source: page.source, change: done.change };
        await playAccepted();
      }
      const { source } = await asking;
      if (source !== null && source !== page.source) go({ screen: 'desk', source }, 'replace');
      sayAccepted(page, done, source === null);
    });
  }

  return {
    split: () => perform((page, { chosen }) => plans.splitArticle(page, chosen)),
    merge: () => perform((page, { chosen }) => plans.mergeArticles(page, chosen)),
    send: (to) => perform((page, { chosen }) => plans.sendTo(page, chosen, to)),
    moveBy: (by) => perform((page, { chosen }) => plans.moveBy(page, chosen, by)),
    setRole: (role) => perform((page, { chosen }) => plans.setRole(page, chosen, role)),
    drop: (role) => perform((page, { chosen }) => plans.dropBlocks(page, chosen, role), nextOf),
    restore: (place) =>
      perform((page, { chosen }) => plans.restoreRanges(page, place === undefined ? chosen : new Set([place]))),
    toggleOpenEnd: () => perform((page, { current }) => plans.toggleOpenEnd(page, current)),
    setKind: (place, kind, parent) => perform((page) => plans.setKind(page, place, kind, parent)),
    cut,
    join,
    step: (how) =>
      void desk.inTurn(async () => {
        const page = desk.read();
        const isPossible = how === 'redo' ? page.canRedo : page.canUndo;
        if (!isPossible && how === 'undo' && lastAccepted) await takeBack(lastAccepted);
        else if (!isPossible) say(i18next.t(how === 'redo' ? 'nothingToRedo' : 'nothingToUndo'));
        else if (await desk.step(how)) tell(how, []);
      }),
    answer,
    accept,
  };
}

interface TakenPage {
  readonly source: SourceId;
  readonly change: ChangeId;
}

/** With nothing to undo on a page, undo means the page that was accepted before it. */
let lastAccepted: TakenPage | undefined;

async function takeBack({ source, change }: TakenPage): Promise<void> {
  lastAccepted = undefined;
  await undo(change);
  go({ screen: 'desk', source }, currentRoute().screen === 'desk' ? 'replace' : 'push');
}

function placesOf(command: DeskCommand): readonly BlockKey[] {
  switch (command.kind) {
    case 'split_article':
      return [command.before];
    case 'merge_articles':
      return [command.from];
    case 'move_blocks':
    case 'set_role':
    case 'drop_blocks':
      return command.blocks;
    case 'restore_range':
      return [command.dropped];
    case 'split_block':
      return [command.block, command.at];
    case 'join_blocks':
      return [command.first];
    case 'set_open_end':
      return [command.block];
    case 'set_kind':
      return [command.article];
    default:
      return [];
  }
}

/** What became of the highlights is said where any of them is not where it was. */
function sayAccepted({ name, source }: DeskPage, done: Accepted | undefined, isLast: boolean): void {
  if (!done) {
    if (isLast) notify({ text: i18next.t('noneNext', { ns: 'deskActs' }) });
    return;
  }
  const { moved, changed, orphan } = done.marks;
  const marks = [
    moved > 0 && i18next.t('marks.moved', { ns: 'deskActs', count: moved }),
    changed > 0 && i18next.t('marks.changed', { ns: 'deskActs', count: changed }),
    orphan > 0 && i18next.t('marks.orphan', { ns: 'deskActs', count: orphan }),
  ].filter((said) => said !== false);
  const accepted = i18next.t(isLast ? 'acceptedLast' : 'accepted', { ns: 'deskActs', name });
  notify({
    text: [accepted, ...marks].join(i18next.t('sentence.join', { ns: 'deskActs' })),
    action: { text: i18next.t('undo'), run: () => void takeBack({ source, change: done.change }) },
  });
}
