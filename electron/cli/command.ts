import { Command } from 'commander';
import { z } from 'zod';
import { EXIT, type ExitStatus, Misuse } from './failure.ts';
import { say } from './sentences.ts';
import type { Surroundings } from './surroundings.ts';

/** One command: how it is called, what it prints with `--json`, and what it does. */
export interface CommandDescription {
  readonly name: string;
  readonly summary: readonly [english: string, chinese: string];
  /** Of what it prints with `--json`. */
  readonly schema: z.ZodType;
  /** Adds arguments and options. */
  readonly shape: (command: Command, words: (english: string, chinese: string) => string) => void;
  readonly run: (call: Call) => Promise<ExitStatus> | ExitStatus;
}

export interface Call {
  readonly surroundings: Surroundings;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly json: boolean;
  /** Prints one object on one line. What does not fit its schema is a fault of ours and not printed. */
  print(output: unknown): void;
}

export function makeCommand(
  description: CommandDescription,
  surroundings: Surroundings,
  done: (status: ExitStatus) => void,
): Command {
  const { name, summary, schema, shape, run } = description;
  const { language, out } = surroundings;
  const words = (english: string, chinese: string) => say(language, english, chinese);
  const command = new Command(name)
    .description(words(...summary))
    .helpOption('-h, --help', words('show this help', '显示帮助'));
  shape(command, words);
  command
    .option('--json', words('print objects for programs, one a line', '输出供程序读取的对象，每行一个'))
    .option(
      '--schema',
      words('print the JSON Schema of that output and do nothing else', '只输出该格式的 JSON Schema'),
    );
  command.action(async () => {
    const options = command.opts<Record<string, unknown>>();
    const print = (output: unknown) => out(JSON.stringify(schema.parse(output)));
    done(await run({ surroundings, args: command.args, options, json: options.json === true, print }));
  });
  return command;
}

/** `--schema` needs neither arguments nor an archive, so it is answered before they are asked for. */
export function printSchema(description: CommandDescription, { out }: Surroundings): ExitStatus {
  out(JSON.stringify(z.toJSONSchema(description.schema), undefined, 2));
  return EXIT.done;
}

/** How many. */
export function limitOption(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Misuse(`--limit ${text}`);
  return Number(text);
}
