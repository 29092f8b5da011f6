import { homedir } from 'node:os';
import { ServeOutput } from '#contract/commands.ts';
import { requireArchive } from '../archive-folder.ts';
import type { CommandDescription } from '../command.ts';
import { EXIT } from '../failure.ts';
import { addArchiveOption, addWhoOption, archivePath, pathOption, whoOf } from '../options.ts';

export const serveCommand: CommandDescription = {
  name: 'serve',
  summary: [
    'show an archive in a browser, at an address of this machine alone',
    '在浏览器中打开档案，地址只在本机有效',
  ],
  schema: ServeOutput,
  shape(command, words) {
    addArchiveOption(command, words);
    addWhoOption(command, words);
    command
      .option('--window', words('open a window of an installed browser', '用已安装的浏览器打开窗口'))
      .option(
        '--root <FOLDER>',
        words(
          'exports may be written below this folder; your home folder by default',
          '只能导出到此文件夹之下；默认为个人文件夹',
        ),
      );
  },
  async run(call) {
    const archive = archivePath(call);
    requireArchive(archive);
    const { runLoopback } = await import('../../loopback/run.ts');
    const status = await runLoopback({
      build: call.surroundings.build,
      archive,
      create: false,
      who: whoOf(call),
      root: pathOption(call, 'root') ?? homedir(),
      window: call.options.window === true,
      ...(call.json && {
        tell: (shown) => {
          const address = 'address' in shown ? shown.address : null;
          call.print({ schema: 'jianbao.serve/1', shown: shown.shown, archive, address });
        },
      }),
    });
    return status === 0 ? EXIT.done : EXIT.failed;
  },
};
