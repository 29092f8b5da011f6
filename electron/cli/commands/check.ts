import { CheckOutput } from '#contract/commands.ts';
import { requireArchive } from '../archive-folder.ts';
import type { CommandDescription } from '../command.ts';
import { CommandFailure, EXIT, toFailure } from '../failure.ts';
import type { Language } from '../language.ts';
import { addArchiveOption, archivePath } from '../options.ts';
import { failureSentence, isKnownFailure, say } from '../sentences.ts';

export const checkCommand: CommandDescription = {
  name: 'check',
  summary: ['verify every original, text, index row and journal entry', '核验每个原件、正文、索引和日志'],
  schema: CheckOutput,
  shape: addArchiveOption,
  async run(call) {
    const { surroundings, json, print } = call;
    const { signal, language, out, err } = surroundings;
    const dir = archivePath(call);
    requireArchive(dir);
    const [{ checkArchive }, { terms }] = await Promise.all([
      import('#archive/safety/check.ts'),
      import('#archive/search/terms.ts'),
    ]);
    const report = await checkArchive(dir, { terms, signal }).catch((error: unknown) => {
      throw signal.aborted ? new CommandFailure('CANCELLED') : toFailure(error, dir);
    });
    if (json) print({ schema: 'jianbao.check/1', ...report });
    else {
      const { originals, texts, journal, indexRows } = report.verified;
      out(
        say(
          language,
          `verified: ${originals} originals, ${texts} texts, ${indexRows} index rows, ${journal} journal entries`,
          `已核验：原件 ${originals}，正文 ${texts}，索引 ${indexRows}，日志 ${journal}`,
        ),
      );
      for (const failure of report.failed) err(faultSentence(language, failure, dir));
      out(
        report.ok
          ? say(language, 'Everything is as it was stored.', '全部完好。')
          : say(language, `${report.failed.length} failed`, `${report.failed.length} 项有误`),
      );
    }
    return report.ok ? EXIT.done : EXIT.failed;
  },
};

const KINDS = {
  original: ['original', '原件'],
  text: ['text of', '正文'],
  journal: ['journal entry', '日志'],
  index: ['index row of', '索引'],
} as const;

/** One line. A database that is not ours to read is told as every command tells it. */
function faultSentence(language: Language, { what, id, reason }: CheckOutput['failed'][number], dir: string): string {
  const line = reason.replaceAll('\n', ' ');
  if (what !== 'database') return `${say(language, KINDS[what][0], KINDS[what][1])} ${id}: ${line}`;
  const [, code = '', rest = line] = line.match(/^([A-Z_]+): (.*)$/) ?? [];
  if (code !== 'DAMAGED' && isKnownFailure(code)) return failureSentence(language, code, dir);
  return say(language, `${dir}: the database is damaged (${rest})`, `${dir}：数据库已损坏（${rest}）`);
}
