import { Command, CommanderError } from 'commander';
import { type CommandDescription, makeCommand, printSchema } from './command.ts';
import { annotationsCommand } from './commands/annotations.ts';
import { backupCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { deskCommand } from './commands/desk.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { restoreCommand } from './commands/restore.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { EXIT, type ExitStatus, Misuse, tellFailure } from './failure.ts';
import { misuseSentence, say } from './sentences.ts';
import type { Surroundings } from './surroundings.ts';

const COMMANDS: readonly CommandDescription[] = [
  importCommand,
  deskCommand,
  searchCommand,
  annotationsCommand,
  exportCommand,
  checkCommand,
  serveCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
];

/** What commander sets above the parts of a help. */
const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Runs one call of the program. Standard output gets what was asked for, standard error one line for each thing that went wrong. */
export async function runProgram(args: readonly string[], surroundings: Surroundings): Promise<ExitStatus> {
  const { language, err } = surroundings;
  let status: ExitStatus = EXIT.done;
  try {
    const asked = COMMANDS.find(({ name }) => name === args[0]);
    const options = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined);
    if (asked && options.includes('--schema')) return printSchema(asked, surroundings);
    await makeProgram(surroundings, (ended) => {
      status = ended;
    }).parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      // Nothing was asked for: the help was shown.
      if (error.code !== 'commander.help') err(`jianbao: ${describeMisuse(error, surroundings)}`);
      return EXIT.misused;
    }
    if (error instanceof Misuse) {
      err(`jianbao: ${say(language, `Not possible: ${error.message}`, `无法使用：${error.message}`)}`);
      return EXIT.misused;
    }
    tellFailure(surroundings, error);
    return EXIT.failed;
  }
}

function makeProgram(surroundings: Surroundings, done: (status: ExitStatus) => void): Command {
  const { language, out, err, build } = surroundings;
  const words = (english: string, chinese: string) => say(language, english, chinese);
  const program = new Command('jianbao')
    .description(words('A reader and archive for newspaper and web articles.', '报纸与网页文章的阅读器和档案。'))
    .version(build.version, '-V, --version', words('show the version', '显示版本'))
    .helpOption('-h, --help', words('show this help', '显示帮助'))
    .helpCommand('help [command]', words('show the help of a command', '显示某个命令的帮助'));
  for (const description of COMMANDS) program.addCommand(makeCommand(description, surroundings, done));
  for (const command of [program, ...program.commands]) {
    command.configureHelp({ styleTitle: (title) => words(title, HELP_TITLES[title] ?? title) });
    command.exitOverride().configureOutput({
      writeOut: (text) => out(text.trimEnd()),
      // Help that was not asked for comes this way too; a complaint is told in one line of our own.
      writeErr: (text) => err(text.trimEnd()),
      outputError: () => undefined,
    });
  }
  return program;
}

function describeMisuse(error: CommanderError, { language }: Surroundings): string {
  const about = (/argument '([^']*)'/.exec(error.message) ?? /'([^']*)'/.exec(error.message))?.[1] ?? '';
  const sentence = misuseSentence(language, error.code, about) ?? error.message.replace(/^error: /, '');
  const help = say(language, ' See --help.', '请看 --help。');
  return `${sentence.replaceAll('\n', ' ')}${help}`;
}
