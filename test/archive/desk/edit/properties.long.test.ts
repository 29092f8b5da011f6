import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand, applyCommands } from '../../../../electron/archive/desk/edit/apply.ts';
import { doubtsOf } from '../../../../electron/archive/desk/edit/doubts.ts';
import { CommandRefused } from '../../../../electron/archive/desk/edit/refusal.ts';
import { rebuildSource } from '../../../../electron/archive/desk/replay.ts';
import { separate } from '../../../../electron/archive/desk/separate.ts';
import { Derivation } from '../../../../electron/contract/derivation.ts';
import { Doubt } from '../../../../electron/contract/desk.ts';
import { DeskCommand } from '../../../../electron/contract/desk-commands.ts';
import { anyText } from '../any-text.ts';
import { readArticles } from '../scramble/article.ts';
import { seeded } from '../scramble/random.ts';
import { scramblePage } from '../scramble/scramble.ts';
import { randomCommand } from './random-commands.ts';

const SAMPLES = fileURLToPath(new URL('../../../../resources/samples/', import.meta.url));
const samples = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => [name, readFileSync(SAMPLES + name, 'utf8').replace(/^\uFEFF/, '')] as const);
const clean = readArticles();
/** Another page in every run; its title says which. */
const anew = 1000 + Math.floor(Math.random() * 1e6);
const scrambled = [...Array.from({ length: 40 }, (_, at) => at + 1), anew].map((seed) => {
  const page = scramblePage(seed, clean);
  return [`scrambled page ${page.seed}`, page.raw] as const;
});

const COMMANDS = 60;

/** What was put in or taken out that is neither blank nor a hyphen at a line end. */
function substitutions({ operations }: Derivation) {
  return operations.filter(
    ({ text, as = '' }) => !/^[\s\u00ad\u200b\u2060\ufeff]*$|^[-\u2010]$/u.test(text) || as.trim() !== '',
  );
}

/** Deep-frozen, so that a command that wrote into the page it was given throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

test.each([...samples, ...scrambled])(
  '%s: whatever a person does, every character of the source stands exactly once, and the last command can be dropped',
  (name, text) => {
    const random = seeded(text.length);
    const start = frozen(separate(text));
    let page = start;
    const done: DeskCommand[] = [];
    const kinds = new Set<string>();
    for (let step = 0; step < COMMANDS; step++) {
      const command = DeskCommand.parse(randomCommand(page, random));
      let next: Derivation;
      try {
        next = frozen(applyCommand(page, command));
      } catch (error) {
        if (!(error instanceof CommandRefused)) throw error;
        continue;
      }
      expect(rebuildSource(next), `${name}: ${JSON.stringify(command)}`).toBe(text);
      expect(next).not.toEqual(page);
      expect(substitutions(next)).toEqual([]);
      done.push(command);
      kinds.add(command.kind);
      page = next;
    }
    // Undoing the last is doing the others again.
    const before = applyCommands(start, done.slice(0, -1));
    expect(applyCommand(before, done.at(-1) as DeskCommand)).toEqual(page);
    expect(applyCommands(start, done)).toEqual(page);
    expect(Derivation.parse(page)).toEqual(page);
    expect(page.articles.every((article) => article.blocks.length > 0)).toBe(true);
    expect(new Set(page.articles.map((article) => article.id)).size).toBe(page.articles.length);
    for (const doubt of doubtsOf(page)) expect(Doubt.parse(doubt)).toEqual(doubt);
    expect(kinds.size).toBeGreaterThan(5);
  },
);

test('whatever the text, and whatever is done to it, every character stands exactly once', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), (text, seed) => {
      const random = seeded(seed);
      let page = frozen(separate(text));
      for (let step = 0; step < 25; step++) {
        const command = randomCommand(page, random);
        try {
          page = frozen(applyCommand(page, command));
        } catch (error) {
          if (!(error instanceof CommandRefused)) throw error;
          continue;
        }
        expect(rebuildSource(page), JSON.stringify(command)).toBe(text);
        doubtsOf(page);
      }
    }),
    { numRuns: 300 },
  );
});
