import type { Derivation } from '#contract/derivation.ts';
import type { DeskCommand } from '#contract/desk-commands.ts';
import { mergeArticles, setKind, splitArticle } from './articles.ts';
import { dropBlocks, moveBlocks, restoreRange, setOpenEnd, setRole } from './blocks.ts';
import { confirm, reject } from './decisions.ts';
import { joinBlocks, splitBlock } from './halves.ts';
import { CommandRefused } from './refusal.ts';

/**
 * A page after one command: pure, deterministic, and every character of the source stands exactly once as before.
 * @throws CommandRefused when the page is not one on which it can be done
 */
export function applyCommand(derivation: Derivation, command: DeskCommand): Derivation {
  switch (command.kind) {
    case 'split_article':
      return splitArticle(derivation, command);
    case 'merge_articles':
      return mergeArticles(derivation, command);
    case 'move_blocks':
      return moveBlocks(derivation, command);
    case 'set_role':
      return setRole(derivation, command);
    case 'drop_blocks':
      return dropBlocks(derivation, command);
    case 'restore_range':
      return restoreRange(derivation, command);
    case 'split_block':
      return splitBlock(derivation, command);
    case 'join_blocks':
      return joinBlocks(derivation, command);
    case 'set_open_end':
      return setOpenEnd(derivation, command);
    case 'set_kind':
      return setKind(derivation, command);
    case 'confirm':
      return confirm(derivation, command);
    case 'reject':
      return reject(derivation, command);
  }
}

/** A page after commands that were done on it before. One that a newer desk refuses is passed over. */
export function applyCommands(derivation: Derivation, commands: readonly DeskCommand[]): Derivation {
  return commands.reduce((page, command) => {
    try {
      return applyCommand(page, command);
    } catch (error) {
      if (error instanceof CommandRefused) return page;
      throw error;
    }
  }, derivation);
}
