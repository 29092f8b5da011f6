import { applyCommand } from '../../../../electron/archive/desk/edit/apply.ts';
import { CommandRefused } from '../../../../electron/archive/desk/edit/refusal.ts';
import { rebuildSource } from '../../../../electron/archive/desk/replay.ts';
import { separate } from '../../../../electron/archive/desk/separate.ts';
import type { Derivation, DerivedBlock } from '../../../../electron/contract/derivation.ts';
import type { DeskCommand } from '../../../../electron/contract/desk-commands.ts';

/** A page that was separated, with what is done to it. */
export interface WorkedPage {
  readonly text: string;
  readonly derivation: Derivation;
  /** Where in the source these words begin: what commands name blocks by. */
  at(words: string): number;
  /** Every command in its turn; the source must be the same after each. */
  do(...commands: DeskCommand[]): WorkedPage;
  /** Why it is refused. */
  refusal(command: DeskCommand): string;
  block(words: string): DerivedBlock | undefined;
  /** The first words of every block, article by article. */
  outline(): string[][];
}

export function workOn(text: string, derivation: Derivation = separate(text)): WorkedPage {
  const page: WorkedPage = {
    text,
    derivation,
    at(words) {
      const at = text.indexOf(words);
      if (at < 0) throw new RangeError(`${words} does not stand there`);
      return at;
    },
    do: (...commands) =>
      commands.reduce((before, command) => {
        const after = applyCommand(before.derivation, command);
        if (rebuildSource(after) !== text) throw new RangeError(`${command.kind} lost something`);
        return workOn(text, after);
      }, page),
    refusal(command) {
      try {
        applyCommand(derivation, command);
      } catch (error) {
        if (error instanceof CommandRefused) return error.reason;
        throw error;
      }
      return 'it was done';
    },
    block: (words) =>
      derivation.articles.flatMap((article) => article.blocks).find((block) => block.text.includes(words)),
    outline: () => derivation.articles.map((article) => article.blocks.map((block) => block.text.slice(0, 4))),
  };
  return page;
}

/** An article of these blocks, whose first is its title. */
export function articleOf(id: string, blocks: DerivedBlock[]): Derivation['articles'][number] {
  return { id, kind: 'main', parent: null, title: blocks[0]?.text ?? '', confidence: 1, evidence: [], blocks };
}
