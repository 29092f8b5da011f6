import { realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import type { Build } from '../service/host/build.ts';
import { type Language, languageOf } from './language.ts';

/** Everything a command gets from outside, so that a test can give it something else. */
export interface Surroundings {
  readonly build: Build;
  readonly language: Language;
  /** Where the person stands; relative paths count from there. */
  readonly folder: string;
  /** Whose acts the journal records unless `--as` says otherwise. */
  readonly who: string;
  /** One line, or a block of lines, without its last line feed. */
  out(text: string): void;
  err(text: string): void;
  readonly now: () => number;
  /**
   * Aborted when the person presses Ctrl-C, or the process is asked to end. Looking at it is what takes the system's
   * signals over: a command that never does ends at once.
   */
  readonly signal: AbortSignal;
}

export function findSurroundings(build: Build, root: string): Surroundings {
  let signal: AbortSignal | undefined;
  return {
    build,
    language: languageOf(process.env),
    folder: whereThePersonStands(root),
    who: userName(),
    out: (text) => void process.stdout.write(`${disarm(text)}\n`),
    err: (text) => void process.stderr.write(`${disarm(text)}\n`),
    now: Date.now,
    get signal() {
      signal ??= abortOnSignal();
      return signal;
    },
  };
}

export function pathFrom({ folder }: Pick<Surroundings, 'folder'>, path: string): string {
  return resolve(folder, path);
}

/**
 * Names and texts from outside may hold what a terminal obeys. It is shown as JSON writes it, so that an object stays the
 * same object.
 */
export function disarm(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** npm changes into the program's own folder before it runs a script, and says where the person was. */
function whereThePersonStands(root: string): string {
  const here = process.cwd();
  const before = process.env.INIT_CWD;
  return before && isSame(here, root) ? before : here;
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user number without a name, as in some containers.
    return 'unknown';
  }
}

function abortOnSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}
