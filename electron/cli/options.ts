import type { Command } from 'commander';
import type { Call } from './command.ts';
import { Misuse } from './failure.ts';
import { pathFrom } from './surroundings.ts';

type Words = (english: string, chinese: string) => string;

export function addArchiveOption(command: Command, words: Words): void {
  command.requiredOption('-a, --archive <DIR>', words('the archive folder', '档案文件夹'));
}

export function addWhoOption(command: Command, words: Words): void {
  command.option('--as <NAME>', words('who does this, for the journal', '操作人，记入日志'));
}

/** The path that an option holds, absolute; undefined where it was not given. */
export function pathOption({ surroundings, options }: Call, name: string): string | undefined {
  const value = options[name];
  if (typeof value !== 'string') return undefined;
  if (value === '') throw new Misuse(`--${name}`);
  return pathFrom(surroundings, value);
}

export function archivePath(call: Call): string {
  return pathOption(call, 'archive') ?? '';
}

export function whoOf({ options, surroundings }: Call): string {
  return typeof options.as === 'string' && options.as.trim() !== '' ? options.as.trim() : surroundings.who;
}
