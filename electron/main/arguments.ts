import { isAbsolute, resolve } from 'node:path';
import { findAddress } from './addresses.ts';

/** What the command line of the program means. */
export type Start =
  /** An installed program is its own command line: a first word runs that command, and no window opens. */
  | { readonly as: 'command'; readonly argv: readonly string[] }
  | {
      readonly as: 'window';
      readonly archive: string | undefined;
      readonly who: string | undefined;
      readonly address: string | undefined;
    };

/** Words of the command line, and what looks like a question about it. */
const WORD = /^[a-z][a-z-]*$/;
const QUESTIONS = new Set(['--help', '-h', '--version']);

/**
 * `argv` as Electron gives it: the program, in development the folder of the app, then the arguments. Chromium's own
 * switches may stand among them.
 */
export function readStart(argv: readonly string[], packaged: boolean, folder: string): Start {
  const args = argv.slice(packaged ? 1 : 2);
  const [first] = args;
  if (first !== undefined && (WORD.test(first) || QUESTIONS.has(first))) return { as: 'command', argv: args };
  return {
    as: 'window',
    archive: toArchive(readOption(args, '--archive') ?? args.find((arg) => arg.endsWith('.jianbao')), folder),
    who: readOption(args, '--as'),
    address: findAddress(args),
  };
}

function readOption(args: readonly string[], name: string): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  const found = args[at];
  return found?.includes('=') ? found.slice(name.length + 1) : at >= 0 ? args[at + 1] : undefined;
}

function toArchive(path: string | undefined, folder: string): string | undefined {
  return path === undefined || isAbsolute(path) ? path : resolve(folder, path);
}
