import type { CommandRefusal } from '#contract/desk-commands.ts';

/** A command that cannot be done on the page as it is; the page stays as it was. */
export class CommandRefused extends Error {
  readonly reason: CommandRefusal;
  constructor(reason: CommandRefusal) {
    super(reason);
    this.name = 'CommandRefused';
    this.reason = reason;
  }
}
