import { failureSentence, isKnownFailure } from './sentences.ts';
import type { Surroundings } from './surroundings.ts';

export const EXIT = { done: 0, failed: 1, misused: 2 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A command cannot go on. The code keys the sentence; `about` is the folder or file that it names. */
export class CommandFailure extends Error {
  readonly code: string;
  readonly about: string;
  constructor(code: string, about = '', options?: ErrorOptions) {
    super(code, options);
    this.name = 'CommandFailure';
    this.code = code;
    this.about = about;
  }
}

/** Wrong use: one line on standard error, status 2. */
export class Misuse extends Error {}

/** Whatever was thrown in work on `about`, as a failure with a code of ours where it has one. */
export function toFailure(error: unknown, about: string): CommandFailure {
  if (error instanceof CommandFailure) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (isKnownFailure(code)) return new CommandFailure(code, about, { cause: error });
  const known = {
    ENOSPC: 'DISK_FULL',
    EDQUOT: 'DISK_FULL',
    EROFS: 'READ_ONLY',
    EACCES: 'READ_ONLY',
    EPERM: 'READ_ONLY',
    EEXIST: 'NOT_A_FOLDER',
    ENOTDIR: 'NOT_A_FOLDER',
  }[code];
  return new CommandFailure(known ?? 'INTERNAL', known ? about : code || (error as Error).name, { cause: error });
}

/** One line. Where something unforeseen happened the stack is shown only when it was asked for: it holds paths. */
export function tellFailure({ language, err }: Surroundings, error: unknown): void {
  const failure = toFailure(error, '');
  err(`jianbao: ${failureSentence(language, failure.code, failure.about)}`);
  if (process.env.JIANBAO_DEBUG) err(String((failure.cause as Error | undefined)?.stack ?? failure.stack));
}
