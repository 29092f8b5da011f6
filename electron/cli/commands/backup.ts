import { join } from 'node:path';
import { BackupOutput } from '#contract/commands.ts';
import { requireArchive } from '../archive-folder.ts';
import type { CommandDescription } from '../command.ts';
import { CommandFailure, EXIT, toFailure } from '../failure.ts';
import { addArchiveOption, archivePath, pathOption } from '../options.ts';
import { say } from '../sentences.ts';

const OF_THE_PLACE = ['DISK_FULL', 'READ_ONLY', 'NOT_A_FOLDER'];

export const backupCommand: CommandDescription = {
  name: 'backup',
  summary: ['copy an archive whole and verified', '完整备份档案并核验'],
  schema: BackupOutput,
  shape(command, words) {
    addArchiveOption(command, words);
    command.option(
      '-t, --to <FOLDER>',
      words(
        'the folder that gets the backup; the archive’s own backups/ by default',
        '备份所在文件夹；默认为档案内的 backups/',
      ),
    );
  },
  async run(call) {
    const { surroundings, json, print } = call;
    const { signal, language, out, now } = surroundings;
    const dir = archivePath(call);
    const to = pathOption(call, 'to');
    requireArchive(dir);
    // Before the folder for the backup is made: nothing is written beside a stranger's database.
    await refuseStranger(dir);
    const { backupArchive } = await import('#archive/safety/backup.ts');
    const report = await backupArchive(dir, { now: now(), signal, ...(to === undefined ? {} : { to }) }).catch(
      (error: unknown) => {
        if (signal.aborted) throw new CommandFailure('CANCELLED');
        const failure = toFailure(error, dir);
        // What is wrong with where it goes is said of that.
        throw to !== undefined && OF_THE_PLACE.includes(failure.code)
          ? new CommandFailure(failure.code, to, { cause: error })
          : failure;
      },
    );
    if (json) print({ schema: 'jianbao.backup/1', ...report });
    else
      out(
        say(
          language,
          `${report.articles} articles, ${report.bytes} bytes: ${report.path}`,
          `${report.articles} 篇，${report.bytes} 字节：${report.path}`,
        ),
      );
    return EXIT.done;
  },
};

async function refuseStranger(dir: string): Promise<void> {
  const { openForReading } = await import('#archive/store/database.ts');
  try {
    openForReading(join(dir, 'archive.sqlite'), { older: true }).close();
  } catch (error) {
    throw toFailure(error, dir);
  }
}
