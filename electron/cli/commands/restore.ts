import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RestoreOutput } from '#contract/commands.ts';
import type { CommandDescription } from '../command.ts';
import { CommandFailure, EXIT, Misuse, toFailure } from '../failure.ts';
import { pathOption } from '../options.ts';
import { say } from '../sentences.ts';
import { pathFrom } from '../surroundings.ts';

export const restoreCommand: CommandDescription = {
  name: 'restore',
  summary: ['make an archive of a backup', '用备份恢复出一个档案'],
  schema: RestoreOutput,
  shape(command, words) {
    command
      .argument('<backup>', words('the backup folder; it stays as it is', '备份文件夹；不会改动'))
      .option(
        '-a, --archive <DIR>',
        words('the archive to make; nothing is ever written over', '要恢复成的档案；绝不覆盖已有内容'),
      )
      .option('-t, --to <DIR>', words('the same', '同上'));
  },
  async run(call) {
    const { surroundings, args, json, print } = call;
    const { signal, language, out, now } = surroundings;
    const from = pathFrom(surroundings, args[0] ?? '');
    const [to, other] = [pathOption(call, 'archive'), pathOption(call, 'to')].filter((path) => path !== undefined);
    if (to === undefined || other !== undefined) throw new Misuse('--archive');
    if (!existsSync(join(from, 'archive.sqlite'))) {
      throw new CommandFailure(existsSync(from) ? 'NOT_AN_ARCHIVE' : 'NO_SUCH_PLACE', from);
    }
    const { restoreArchive } = await import('#archive/safety/restore.ts');
    const report = await restoreArchive(from, to, { now: now(), signal }).catch((error: unknown) => {
      if (signal.aborted) throw new CommandFailure('CANCELLED');
      const failure = toFailure(error, to);
      // What is wrong with the backup is said of the backup.
      throw ['DAMAGED', 'NOT_AN_ARCHIVE', 'NEWER_ARCHIVE', 'UNEXPECTED_SCHEMA'].includes(failure.code)
        ? new CommandFailure(failure.code, from, { cause: error })
        : failure;
    });
    if (json) print({ schema: 'jianbao.restore/1', ...report });
    else out(say(language, `${report.articles} articles restored to ${to}`, `${report.articles} 篇已恢复到 ${to}`));
    return EXIT.done;
  },
};
