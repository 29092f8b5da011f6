import { readFile } from 'node:fs/promises';
import { AnnotationsOutput } from '#contract/commands.ts';
import { annotationCollection, annotationsIn, type LeftReason, type WebAnnotation } from '#contract/web-annotations.ts';
import type { Call, CommandDescription } from '../command.ts';
import { CommandFailure, EXIT, type ExitStatus, Misuse } from '../failure.ts';
import type { ArchiveClient } from '../open-archive.ts';
import { addArchiveOption, addWhoOption, archivePath, pathOption, whoOf } from '../options.ts';
import { say } from '../sentences.ts';
import { writeWhole } from '../write-whole.ts';

/** Annotations that are asked for, or sent, at once. */
const PAGE = 200;

export const annotationsCommand: CommandDescription = {
  name: 'annotations',
  summary: [
    'list highlights, as W3C annotations with --json, or take them in from a file',
    '列出标注（--json 为 W3C 格式），或从文件导入',
  ],
  schema: AnnotationsOutput,
  shape(command, words) {
    addArchiveOption(command, words);
    command.option(
      '-i, --import <FILE>',
      words('take in annotations, W3C JSON-LD or a Hypothesis export', '导入标注：W3C JSON-LD 或 Hypothesis 导出文件'),
    );
    command.option('-t, --to <FILE>', words('write them to a file, as W3C JSON-LD', '写入文件，W3C JSON-LD 格式'));
    addWhoOption(command, words);
  },
  async run(call) {
    const file = pathOption(call, 'import');
    const to = pathOption(call, 'to');
    if (file !== undefined && to !== undefined) throw new Misuse('--import --to');
    const items = file === undefined ? [] : await readItems(file);
    const { withArchive } = await import('../open-archive.ts');
    const target = { dir: archivePath(call), who: whoOf(call) };
    return withArchive(call.surroundings, target, (client) =>
      file === undefined ? list(client, call, to) : takeIn(client, call, file, items),
    );
  },
};

async function readItems(file: string): Promise<unknown[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(error.code === 'ENOENT' ? 'NO_SUCH_FILE' : 'UNREADABLE_FILE', file, { cause: error });
  });
  const items = annotationsIn(parse(text, file));
  if (!items) throw new CommandFailure('NOT_ANNOTATIONS', file);
  return items;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new CommandFailure('NOT_ANNOTATIONS', file, { cause: error });
  }
}

async function list(client: ArchiveClient, call: Call, to: string | undefined): Promise<ExitStatus> {
  const { surroundings, json, print } = call;
  const items: WebAnnotation[] = [];
  let [collection, total] = ['', 0];
  do {
    const page = await client.annotations.portable({ offset: items.length, limit: PAGE });
    ({ collection, total } = page);
    items.push(...page.items);
    if (page.items.length === 0) break;
    if (surroundings.signal.aborted) throw new CommandFailure('CANCELLED');
  } while (items.length < total);
  const made = annotationCollection(collection, items);
  if (to !== undefined) await writeWhole(to, `${JSON.stringify(made, undefined, 1)}\n`);
  if (json) {
    print({ schema: 'jianbao.annotations/1', path: to ?? null, collection: made, taken: null });
    return EXIT.done;
  }
  const { language, out } = surroundings;
  for (const { body, target } of to === undefined ? items : []) {
    const note = body.find(({ purpose }) => purpose === 'commenting')?.value;
    const state = body.find(({ purpose }) => purpose === 'describing')?.value;
    out(`${state ? `[${state}] ` : ''}${target.selector[0].exact.replace(/\s+/gu, ' ')}\n    ${target.source}`);
    if (note) out(`    ${note.replace(/\s+/gu, ' ')}`);
  }
  out(say(language, `${items.length} highlights`, `共 ${items.length} 条标注`));
  return EXIT.done;
}

async function takeIn(client: ArchiveClient, call: Call, path: string, items: unknown[]): Promise<ExitStatus> {
  const { surroundings, json, print } = call;
  const { language, out, err, signal } = surroundings;
  const sum = { made: 0, known: 0, waiting: 0 };
  const left: { index: number; reason: LeftReason }[] = [];
  for (let from = 0; from < items.length; from += PAGE) {
    if (signal.aborted) throw new CommandFailure('CANCELLED');
    const done = await client.annotations.takeIn({ items: items.slice(from, from + PAGE) });
    sum.made += done.count;
    sum.known += done.known;
    sum.waiting += done.waiting;
    left.push(...done.left.map(({ index, reason }) => ({ index: from + index, reason })));
  }
  for (const { index, reason } of left) err(`${path}: ${index + 1}: ${say(language, ...REASONS[reason])}`);
  if (json) print({ schema: 'jianbao.annotations/1', path, collection: null, taken: { ...sum, left } });
  else {
    const { made, known, waiting } = sum;
    out(
      say(
        language,
        `${made} taken in, of which ${waiting} wait for a look; ${known} were there already, ${left.length} left out`,
        `导入 ${made} 条，其中 ${waiting} 条待确认；已有 ${known} 条，未导入 ${left.length} 条`,
      ),
    );
  }
  return left.length > 0 ? EXIT.failed : EXIT.done;
}

const REASONS: Readonly<Record<LeftReason, readonly [english: string, chinese: string]>> = {
  not_an_annotation: ['is no annotation', '不是标注'],
  no_quote: ['says no words of the text', '没有所标的文字'],
  reply: ['answers another annotation', '是对其他标注的回复'],
  no_article: ['no article here is from that address', '档案中没有来自该地址的文章'],
  too_long: ['is too long', '过长'],
};
