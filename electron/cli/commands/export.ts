import { CommanderError } from 'commander';
import { z } from 'zod';
import { BagOutput, ExportedTextOutput, ExportOutput, PagesOutput } from '#contract/commands.ts';
import { ExportSelection } from '#contract/exports.ts';
import { ArticleId } from '#contract/ids.ts';
import { ExportAmount, ExportProfile } from '#contract/vault.ts';
import type { Call, CommandDescription } from '../command.ts';
import { EXIT, Misuse } from '../failure.ts';
import { addArchiveOption, pathOption } from '../options.ts';
import { exportFolder } from './export-folder.ts';
import { exportMarkdown } from './export-markdown.ts';
import { exportText, formatOf } from './export-text.ts';

export const exportCommand: CommandDescription = {
  name: 'export',
  summary: [
    'write articles and highlights as Markdown files, citations, tables, for reference managers, as METS and ALTO, or as a bag for an archive',
    '把文章和高亮导出为 Markdown 文件、引文、表格、文献管理软件的格式、METS 与 ALTO，或移交档案用的 BagIt 包',
  ],
  schema: z.discriminatedUnion('schema', [ExportOutput, ExportedTextOutput, BagOutput, PagesOutput]),
  shape(command, words) {
    addArchiveOption(command, words);
    command
      .addOption(
        command
          .createOption('--as <FORM>', words('what to write', '写成什么'))
          .choices(['markdown', 'citations', 'bibtex', 'ris', 'csl', 'csv', 'jsonl', 'annotations', 'mets', 'bag'])
          .default('markdown'),
      )
      .option(
        '-t, --to <PLACE>',
        words(
          'the folder of Markdown files, made when it is missing, or of pages or the bag, which is new; for anything else a file, without it the text is printed',
          'Markdown 的文件夹，不存在则新建；mets、bag 为新建的文件夹；其他格式为文件，不写则直接输出',
        ),
      )
      .addOption(
        command
          .createOption(
            '--profile <READER>',
            words('whose Markdown; without it as before in that folder', '写给哪个软件的 Markdown；不写则同此前'),
          )
          .choices(ExportProfile.options),
      )
      .option(
        '--template <FILE>',
        words(
          'a template in Nunjucks or Liquid that writes the bodies; all else as --profile has it',
          '写正文所用的模板文件（Nunjucks 或 Liquid），其余依 --profile',
        ),
      )
      .addOption(
        command
          .createOption('--amount <AMOUNT>', words('how much of each article is in it', '每篇写入多少'))
          .choices(ExportAmount.options),
      )
      .addOption(
        command
          .createOption('--of <WHAT>', words('what has a row in csv and jsonl', 'csv、jsonl 每行是什么'))
          .choices(['articles', 'highlights']),
      )
      .addOption(
        command
          .createOption('--style <STYLE>', words('of citations; auto: by language', '引文格式；auto 随文章语言'))
          .choices(['auto', 'gb7714', 'chicago', 'apa']),
      )
      .option('-q, --query <QUERY>', words('only what this search finds', '只导出搜索到的文章'))
      .option('--article <ID...>', words('only these articles', '只导出这些文章'))
      .option('--tag <PATH>', words('only those with this tag or one below it', '只导出有此标签（含下级）的文章'))
      .option('--with-confidential', words('also highlights that are marked confidential', '包括标为保密的高亮'))
      .option(
        '--daily-notes [FOLDER]',
        words(
          'new highlights also go into the notes of their days, in this folder below the place; without it where Obsidian has them',
          '新高亮也记入当天的每日笔记，在该位置下的这个文件夹；不写则同 Obsidian 的设置',
        ),
      )
      .option('--dry-run', words('say what Markdown would be written and write nothing', '只说明将写入哪些 Markdown'));
  },
  run(call) {
    const selection = selectionOf(call);
    const form = formatOf(call);
    if (form !== 'markdown' && form !== 'mets' && form !== 'bag') return exportText(call, selection, form);
    const to = pathOption(call, 'to');
    if (to === undefined) throw missing('-t, --to <PLACE>');
    return form === 'markdown' ? exportMarkdown(call, selection, to) : exportFolder(call, form, selection, to);
  },
};

/** What commander says of an option that every call needs. */
function missing(option: string): CommanderError {
  return new CommanderError(EXIT.misused, 'commander.missingMandatoryOptionValue', `'${option}'`);
}

function selectionOf({ options }: Call): ExportSelection {
  const { query, article, tag } = options;
  const given = Object.entries({ query, article, tag }).filter(([, value]) => value !== undefined);
  if (given.length > 1) throw new Misuse(given.map(([name]) => `--${name}`).join(', '));
  if (typeof query === 'string') return { of: 'search', text: query };
  if (typeof tag === 'string') return tagged(tag);
  if (!Array.isArray(article)) return { of: 'all' };
  return {
    of: 'articles',
    ids: article.map((id) => {
      const parsed = ArticleId.safeParse(id);
      if (!parsed.success) throw new Misuse(`--article ${String(id)}`);
      return parsed.data;
    }),
  };
}

function tagged(path: string): ExportSelection {
  const parsed = ExportSelection.safeParse({ of: 'tag', path });
  if (!parsed.success) throw new Misuse(`--tag ${path}`);
  return parsed.data;
}
