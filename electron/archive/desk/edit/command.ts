import type { DeskCommand } from '#contract/desk-commands.ts';

/** The command of that kind. */
export type CommandOf<Kind extends DeskCommand['kind']> = Extract<DeskCommand, { kind: Kind }>;
