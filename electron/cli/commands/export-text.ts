import { CitationStyle } from '#contract/citations.ts';
import type { ExportedTextOutput } from '#contract/commands.ts';
import { ExchangeFormat, type ExportSelection, type TextEvent } from '#contract/exports.ts';
import type { Call } from '../command.ts';
import { CommandFailure, EXIT, type ExitStatus, Misuse, toFailure } from '../failure.ts';
import { archivePath, pathOption } from '../options.ts';
import { say } from '../sentences.ts';
import { writeWhole } from '../write-whole.ts';
import { refuseInside, tellQuery } from './export-selection.ts';

/** What was asked for: a folder of Markdown or pages, a bag, or which one text. An option that says nothing for it is refused. */
export function formatOf({ options }: Call): ExchangeFormat | 'markdown' | 'mets' | 'bag' {
  const { as, of, style, withConfidential, dailyNotes, dryRun, profile, amount } = options;
  const isTable = as === 'csv' || as === 'jsonl';
  const isMarkdown = as === 'markdown';
  const wrong = {
    of: of !== undefined && !isTable,
    style: style !== undefined && as !== 'citations',
    'with-confidential': withConfidential && as === 'mets',
    'daily-notes': dailyNotes !== undefined && !isMarkdown,
    ...(!isMarkdown && { 'dry-run': dryRun, profile, amount }),
  };
  for (const [name, is] of Object.entries(wrong)) if (is) throw new Misuse(`--${name} --as ${as}`);
  if (as === 'markdown' || as === 'mets' || as === 'bag') return as;
  return ExchangeFormat.parse(of === 'highlights' ? `highlights-${as}` : as);
}

/** One text of many articles, into a file or to whoever reads our output. */
export async function exportText(call: Call, selection: ExportSelection, as: ExchangeFormat): Promise<ExitStatus> {
  const { surroundings, options, json, print } = call;
  const { language, out, err, signal, who } = surroundings;
  const dir = archivePath(call);
  const to = pathOption(call, 'to');
  const style = CitationStyle.parse(options.style ?? 'auto');
  const { withArchive } = await import('../open-archive.ts');
  return withArchive(surroundings, { dir, who }, async (client) => {
    if (to !== undefined) refuseInside(to, dir);
    await tellQuery(client, call, selection);
    const asked = { selection, as, style, confidential: options.withConfidential === true };
    const events = await client.exports.text(asked, { signal });
    const count = { articles: 0, highlights: 0 };
    const pieces = piecesOf(events, signal, count);
    let text: string | null = null;
    if (to !== undefined) await writeWhole(to, pieces);
    else if (json) {
      text = '';
      for await (const piece of pieces) text += piece;
    } else await printLines(pieces, out);
    const output: ExportedTextOutput = { schema: 'jianbao.export-text/1', as, path: to ?? null, ...count, text };
    if (json) print(output);
    else if (to !== undefined) {
      const { articles, highlights } = count;
      out(
        say(
          language,
          `${to}: ${articles} articles, ${highlights} highlights`,
          `${to}：${articles} 篇文章，${highlights} 条标注`,
        ),
      );
    } else if (count.articles === 0) err(say(language, 'no article was chosen', '没有选中任何文章'));
    return EXIT.done;
  });
}

/** The text without the rest; what was stopped is no whole and is thrown away. */
async function* piecesOf(
  events: AsyncIterable<TextEvent>,
  signal: AbortSignal,
  count: { articles: number; highlights: number },
): AsyncGenerator<string, void, void> {
  let isWhole = false;
  try {
    for await (const event of events) {
      if (event.state === 'piece') yield event.text;
      else if (event.state === 'finished') {
        isWhole = true;
        Object.assign(count, { articles: event.articles, highlights: event.highlights });
      }
    }
  } catch (error) {
    throw signal.aborted ? new CommandFailure('CANCELLED') : toFailure(error, '');
  }
  if (!isWhole) throw new CommandFailure('CANCELLED');
}

/** Line by line, as everything that a command prints: a terminal has line ends of its own. */
async function printLines(pieces: AsyncIterable<string>, out: (text: string) => void): Promise<void> {
  let rest = '';
  for await (const piece of pieces) {
    rest += piece.replaceAll('\r\n', '\n');
    const end = rest.lastIndexOf('\n');
    if (end < 0) continue;
    out(rest.slice(0, end));
    rest = rest.slice(end + 1);
  }
  if (rest !== '') out(rest);
}
