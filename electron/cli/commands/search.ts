import { readFile } from 'node:fs/promises';
import { CommanderError } from 'commander';
import { PAGE_ROWS } from '#contract/articles.ts';
import { SearchOutput } from '#contract/commands.ts';
import type { QueryProblem, SearchHit, SearchSort } from '#contract/search.ts';
import { type Call, type CommandDescription, limitOption } from '../command.ts';
import { CommandFailure, EXIT, Misuse } from '../failure.ts';
import type { ArchiveClient } from '../open-archive.ts';
import { addArchiveOption, archivePath, pathOption, whoOf } from '../options.ts';
import { problemSentence, say } from '../sentences.ts';
import type { Surroundings } from '../surroundings.ts';

/** Results that a person gets to see at once; a program gets all of them. */
const SHOWN = 20;

export const searchCommand: CommandDescription = {
  name: 'search',
  summary: ['find articles by their words', '按字词查找文章'],
  schema: SearchOutput,
  shape(command, words) {
    command.argument(
      '[query...]',
      words(
        'what to look for; title:, tag:, from: and "phrases" are understood',
        '要找的内容；支持 title:、tag:、from: 和“短语”',
      ),
    );
    addArchiveOption(command, words);
    command
      .option('-f, --query-file <FILE>', words('one query a line, one answer a line', '每行一个查询，每行一个结果'))
      .option(
        '-n, --limit <N>',
        words(`how many results; without it ${SHOWN}, or all with --json`, `结果数量；默认 ${SHOWN}，--json 时为全部`),
        limitOption,
      )
      .option(
        '--sort <ORDER>',
        words('relevance, date, title or publication', '排序：relevance、date、title 或 publication'),
        sortOption,
        'relevance',
      );
  },
  async run(call) {
    const file = pathOption(call, 'queryFile');
    if (file !== undefined && call.args.length > 0) throw new Misuse('--query-file');
    if (file === undefined && call.args.every((word) => word.trim() === ''))
      throw new CommanderError(EXIT.misused, 'commander.missingArgument', "missing required argument 'query'");
    const queries = file === undefined ? [call.args.join(' ')] : await readQueries(file);
    const { withArchive } = await import('../open-archive.ts');
    return withArchive(call.surroundings, { dir: archivePath(call), who: whoOf(call) }, async (client) => {
      for (const [index, query] of queries.entries()) {
        if (call.surroundings.signal.aborted) throw new CommandFailure('CANCELLED');
        await answer(client, call, query, file === undefined ? undefined : index + 1);
      }
      return EXIT.done;
    });
  },
};

const SORTS: readonly SearchSort[] = ['relevance', 'date', 'title', 'publication'];

function sortOption(text: string): SearchSort {
  const sort = SORTS.find((name) => name === text);
  if (sort === undefined) throw new Misuse(`--sort ${text}`);
  return sort;
}

async function readQueries(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(error.code === 'ENOENT' ? 'NO_SUCH_FILE' : 'UNREADABLE_FILE', file, { cause: error });
  });
  // The line feed that ends the last line begins no query; an empty line between others keeps its place in the answers.
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
}

async function answer(
  client: ArchiveClient,
  { json, options, print, surroundings }: Call,
  query: string,
  line: number | undefined,
): Promise<void> {
  const { language, out } = surroundings;
  const limit = typeof options.limit === 'number' ? options.limit : json ? Number.POSITIVE_INFINITY : SHOWN;
  const { total, items, problems } = await collect(client, query, limit, options.sort as SearchSort);
  tellProblems(surroundings, query, problems, line);
  if (json) {
    print({ schema: 'jianbao.search/1', query, total, items: items.map(toItem) });
    return;
  }
  for (const { article, snippet } of items) {
    const where = [article.publication, article.date?.edtf, article.source].filter((part) => part != null).join(' · ');
    out(`${article.title}\n    ${where}\n    ${marked(snippet).replace(/\s+/g, ' ')}\n    ${article.id}`);
  }
  out(
    say(
      language,
      `${total} found${total > items.length ? `, ${items.length} shown` : ''}`,
      `共 ${total} 篇${total > items.length ? `，显示 ${items.length} 篇` : ''}`,
    ),
  );
}

/** What was wrong with a query, one line each, behind its line in the file of queries; the rest of it was searched for. */
export function tellProblems(
  { language, err }: Surroundings,
  query: string,
  problems: readonly QueryProblem[],
  line?: number,
): void {
  const where = line === undefined ? '' : `${line}: `;
  for (const { code, at } of problems)
    err(`${where}${query.slice(at.start, at.end) || query}: ${problemSentence(language, code)}`);
}

async function collect(client: ArchiveClient, text: string, limit: number, sort: SearchSort) {
  const items: SearchHit[] = [];
  let total = 0;
  let problems: QueryProblem[] = [];
  do {
    const page = Math.max(1, Math.min(PAGE_ROWS, limit - items.length));
    const found = await client.search.query({ text, offset: items.length, limit: page, sort });
    total = found.total;
    problems = found.problems;
    if (limit > 0) items.push(...found.items);
    if (found.items.length === 0) break;
  } while (items.length < Math.min(total, limit));
  return { items, total, problems };
}

function toItem({ article, snippet, hits }: SearchHit): SearchOutput['items'][number] {
  const { id, title, publication, date, source } = article;
  return { id, title, publication, date: date?.edtf ?? null, source, snippet: snippet.text, hits };
}

/** Hits in brackets: a terminal that a script reads gets no colours. */
function marked({ text, marks }: SearchHit['snippet']): string {
  let shown = text;
  for (const { start, end } of [...marks].reverse()) {
    shown = `${shown.slice(0, start)}【${shown.slice(start, end)}】${shown.slice(end)}`;
  }
  return shown;
}
