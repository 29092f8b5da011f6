import { PatternError, type PatternNode, parseExpression } from './name-expression.ts';

/**
 * Regular expressions that cannot run away. A person writes the rule and a stranger the names, so the time one match
 * takes must not depend on what they write: all ways through the expression are walked side by side, one character
 * after the other (Thompson's construction, with places as in Pike's), which is at most the length of the name times
 * the size of the expression. What cannot be done that way, looking around and back references, is refused by name.
 */

type Step =
  | { readonly op: 'one'; readonly test: (character: string) => boolean }
  | { readonly op: 'start' | 'end' | 'match' }
  | { readonly op: 'save'; readonly slot: number }
  | { op: 'split'; first: number; second: number };

export interface Pattern {
  readonly steps: readonly Step[];
  /** Names of the groups; group n is saved in the places 2n and 2n + 1. */
  readonly groups: readonly string[];
}

/** Steps of an expression: with names of at most NAME_CHARACTERS that bounds the work of one match. */
const MOST_STEPS = 1_000;
const MOST_VISITS = 5_000;
/** Longer names match nothing. */
export const NAME_CHARACTERS = 4_096;

/** @throws PatternError */
export function compilePattern(text: string, ignoreCase = false): Pattern {
  const { node, groups } = parseExpression(text, ignoreCase);
  const steps: Step[] = [];
  let visits = 0;
  const add = (step: Step): number => {
    if (steps.length >= MOST_STEPS) throw new PatternError('too_large', 0, text.length);
    return steps.push(step) - 1;
  };
  function emit(one: PatternNode): void {
    // A repetition of nothing emits no step: its visits are counted too.
    visits += 1;
    if (visits > MOST_VISITS) throw new PatternError('too_large', 0, text.length);
    switch (one.is) {
      case 'one':
        add({ op: 'one', test: one.test });
        return;
      case 'start':
      case 'end':
        add({ op: one.is });
        return;
      case 'all':
        for (const part of one.parts) emit(part);
        return;
      case 'any':
        emitAny(one.parts);
        return;
      case 'group':
        add({ op: 'save', slot: one.slot * 2 });
        emit(one.body);
        add({ op: 'save', slot: one.slot * 2 + 1 });
        return;
      case 'repeat':
        emitRepeat(one);
    }
  }
  function emitAny(parts: readonly PatternNode[]): void {
    const ends: Extract<Step, { op: 'split' }>[] = [];
    for (const [index, part] of parts.entries()) {
      if (index === parts.length - 1) {
        emit(part);
        break;
      }
      const split = { op: 'split' as const, first: 0, second: 0 };
      split.first = add(split) + 1;
      emit(part);
      const jump = { op: 'split' as const, first: 0, second: 0 };
      add(jump);
      ends.push(jump);
      split.second = steps.length;
    }
    for (const jump of ends) jump.first = jump.second = steps.length;
  }
  function emitRepeat({ body, least, most, lazy }: Extract<PatternNode, { is: 'repeat' }>): void {
    for (let done = 0; done < least; done += 1) emit(body);
    const choose = (split: Extract<Step, { op: 'split' }>, into: number, past: number) => {
      split.first = lazy ? past : into;
      split.second = lazy ? into : past;
    };
    if (most === Number.POSITIVE_INFINITY) {
      const split = { op: 'split' as const, first: 0, second: 0 };
      const at = add(split);
      emit(body);
      add({ op: 'split', first: at, second: at });
      choose(split, at + 1, steps.length);
      return;
    }
    const splits: [Extract<Step, { op: 'split' }>, number][] = [];
    for (let done = least; done < most; done += 1) {
      const split = { op: 'split' as const, first: 0, second: 0 };
      splits.push([split, add(split) + 1]);
      emit(body);
    }
    for (const [split, into] of splits) choose(split, into, steps.length);
  }
  emit(node);
  add({ op: 'match' });
  return { steps, groups };
}

interface Thread {
  readonly step: number;
  readonly places: readonly number[];
}

/** The groups of the first match, by name; a group that took no part is not among them. Undefined where nothing matches. */
export function matchPattern({ steps, groups }: Pattern, text: string): ReadonlyMap<string, string> | undefined {
  const characters = [...text];
  if (characters.length > NAME_CHARACTERS) return undefined;
  const seen = new Int32Array(steps.length).fill(-1);
  let found: readonly number[] | undefined;

  function follow(threads: Thread[], from: number, at: number, places: readonly number[]): void {
    const open: Thread[] = [{ step: from, places }];
    for (let thread = open.pop(); thread; thread = open.pop()) {
      const step = steps[thread.step];
      if (!step || seen[thread.step] === at) continue;
      seen[thread.step] = at;
      const next = thread.step + 1;
      if (step.op === 'split') {
        // The last one put on the pile is taken first: the way that is preferred.
        open.push({ step: step.second, places: thread.places }, { step: step.first, places: thread.places });
      } else if (step.op === 'save') {
        const saved = [...thread.places];
        saved[step.slot] = at;
        open.push({ step: next, places: saved });
      } else if (step.op === 'start' || step.op === 'end') {
        if (at === (step.op === 'start' ? 0 : characters.length)) open.push({ step: next, places: thread.places });
      } else threads.push(thread);
    }
  }

  let now: Thread[] = [];
  for (let at = 0; at <= characters.length; at += 1) {
    if (!found) follow(now, 0, at, []);
    const next: Thread[] = [];
    for (const { step: index, places } of now) {
      const step = steps[index];
      if (step?.op === 'match') {
        found = places;
        // Whatever comes behind is preferred less.
        break;
      }
      const character = characters[at];
      if (step?.op === 'one' && character !== undefined && step.test(character))
        follow(next, index + 1, at + 1, places);
    }
    now = next;
    if (found && now.length === 0) break;
  }
  if (!found) return undefined;
  const values = new Map<string, string>();
  for (const [index, name] of groups.entries()) {
    const [start, end] = [found[index * 2], found[index * 2 + 1]];
    if (start !== undefined && end !== undefined) values.set(name, characters.slice(start, end).join(''));
  }
  return values;
}
