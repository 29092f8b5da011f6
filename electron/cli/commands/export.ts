import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { ExportOutput } from '#contract/commands.ts';
import type { ExportEvent, ExportSelection } from '#contract/exports.ts';
import { ArticleId, type PlaceHandle } from '#contract/ids.ts';
import type { Call, CommandDescription } from '../command.ts';
import { CommandFailure, EXIT, Misuse, toFailure } from '../failure.ts';
import { addArchiveOption, archivePath, pathOption, whoOf } from '../options.ts';
import { exportReasonSentence, say } from '../sentences.ts';
import { tellProblems } from './search.ts';

export const exportCommand: CommandDescription = {
  name: 'export',
  summary: ['write articles and highlights as Markdown files', '把文章和高亮导出为 Markdown 文件'],
  schema: ExportOutput,
  shape(command, words) {
    addArchiveOption(command, words);
    command
      .requiredOption(
        '-t, --to <FOLDER>',
        words('where to write; made when it is missing', '写入的文件夹；不存在则新建'),
      )
      .option('-q, --query <QUERY>', words('only what this search finds', '只导出搜索到的文章'))
      .option('--article <ID...>', words('only these articles', '只导出这些文章'))
      .option('--dry-run', words('say what would happen and write nothing', '只说明将发生什么，不写入'));
  },
  async run(call) {
    const { surroundings, options, json, print } = call;
    const dir = archivePath(call);
    const to = pathOption(call, 'to') ?? '';
    const dryRun = options.dryRun === true;
    const selection = selectionOf(call);
    const { PLACE, withArchive } = await import('../open-archive.ts');
    // What would be written into a folder that is not there is what an empty one would get.
    const place = dryRun && !existsSync(to) ? mkdtempSync(join(tmpdir(), 'jianbao-dry-run-')) : to;
    return withArchive(surroundings, { dir, who: whoOf(call), place }, async (client) => {
      if (leadsInto(to, dir)) throw new CommandFailure('INSIDE_ARCHIVE', to);
      if (!dryRun) await makePlace(place);
      if (selection.of === 'search') {
        const { problems } = await client.search.query({ text: selection.text, limit: 1 });
        tellProblems(surroundings, selection.text, problems);
      }
      const events = await client.exports
        .markdown({ place: PLACE as PlaceHandle, selection, dryRun }, { signal: surroundings.signal })
        .catch((error: unknown) => {
          throw toFailure(error, place);
        });
      const files: ExportOutput['files'] = [];
      let finished: (ExportEvent & { state: 'finished' }) | undefined;
      try {
        for await (const event of events) {
          if (event.state === 'finished') finished = event;
          else if (event.state !== 'progress') {
            files.push({ state: event.state, path: event.path, article: event.article });
            if (!json) tell(event, call);
          }
        }
      } catch (error) {
        throw surroundings.signal.aborted ? new CommandFailure('CANCELLED') : toFailure(error, place);
      }
      if (!finished || finished.cancelled) throw new CommandFailure('CANCELLED');
      const { written, unchanged, kept, missing, failed } = finished;
      if (json) print({ schema: 'jianbao.export/1', written, unchanged, kept, missing, failed, files });
      else {
        surroundings.out(
          say(
            surroundings.language,
            `${written} ${dryRun ? 'to write' : 'written'}, ${unchanged} unchanged, ${kept} kept as you edited them, ${missing} deleted by you, ${failed} failed`,
            `${dryRun ? '将写入' : '写入'} ${written}，未变 ${unchanged}，保留您的修改 ${kept}，您已删除 ${missing}，失败 ${failed}`,
          ),
        );
      }
      return failed === 0 ? EXIT.done : EXIT.failed;
    }).finally(() => place === to || rmSync(place, { recursive: true, force: true }));
  },
};

function selectionOf({ options }: Call): ExportSelection {
  const { query, article } = options;
  if (query !== undefined && article !== undefined) throw new Misuse('--query, --article');
  if (typeof query === 'string') return { of: 'search', text: query };
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

async function makePlace(place: string): Promise<void> {
  const { makeFolder } = await import('#archive/store/folders.ts');
  try {
    makeFolder(place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EEXIST' || code === 'ENOTDIR' ? new CommandFailure('NOT_A_FOLDER', place) : toFailure(error, place);
  }
}

/** Asked before the folder is made: nothing is made in an archive that is no part of it. */
function leadsInto(place: string, dir: string): boolean {
  if (!existsSync(place)) return dirname(place) !== place && leadsInto(dirname(place), dir);
  const [inner, outer] = [realpathSync(place), realpathSync(dir)];
  return inner === outer || inner.startsWith(outer + sep);
}

function tell(event: Exclude<ExportEvent, { state: 'progress' | 'finished' }>, { surroundings }: Call): void {
  const { language, out, err } = surroundings;
  const words = (english: string, chinese: string) => say(language, english, chinese);
  const why = event.reason ? exportReasonSentence(language, event.reason) : '';
  switch (event.state) {
    case 'written':
      out(words(`written  ${event.path}`, `写入  ${event.path}`));
      break;
    case 'kept':
      out(
        words(
          `kept     ${event.path}; ours is ${event.aside ?? '—'}${why && ` (${why})`}`,
          `保留  ${event.path}；新版在 ${event.aside ?? '—'}${why && `（${why}）`}`,
        ),
      );
      break;
    case 'missing':
      out(words(`deleted  ${event.path}`, `已删  ${event.path}`));
      break;
    case 'failed':
      err(`${event.path}: ${why}`);
      break;
    case 'unchanged':
      break;
  }
}
