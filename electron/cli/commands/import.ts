import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import { z } from 'zod';
import type { FileTaker } from '#archive/intake/folder.ts';
import { ImportOutput, TakenBagOutput } from '#contract/commands.ts';
import type { CarriedMarks } from '#contract/desk.ts';
import type { BatchId } from '#contract/ids.ts';
import type { ImportEvent } from '#contract/intake.ts';
import type { Call, CommandDescription } from '../command.ts';
import { CommandFailure, EXIT, Misuse } from '../failure.ts';
import type { Language } from '../language.ts';
import type { ArchiveClient } from '../open-archive.ts';
import { addArchiveOption, addWhoOption, archivePath, whoOf } from '../options.ts';
import { noticeSentence, refusalSentence, say, takenBackSentence } from '../sentences.ts';
import { pathFrom } from '../surroundings.ts';
import { tellBag } from './import-bag.ts';

export const importCommand: CommandDescription = {
  name: 'import',
  summary: ['take files and folders into an archive', '把文件和文件夹导入档案'],
  schema: z.discriminatedUnion('schema', [ImportOutput, TakenBagOutput]),
  shape(command, words) {
    command.argument('<path...>', words('files, folders, or bags of an archive', '文件、文件夹或档案的 BagIt 包'));
    addArchiveOption(command, words);
    addWhoOption(command, words);
    command
      .option(
        '--name-rule <RULE>',
        words(
          'how names say paper, day and page: {报}/{yyyy}/{mmdd}/{版}.txt, or /expression/ with named groups',
          '名称里报名、日期、版次的写法：{报}/{yyyy}/{mmdd}/{版}.txt，或带命名分组的 /正则/',
        ),
      )
      .addOption(
        new Option(
          '--unmatched <WHAT>',
          words(
            'names that the rule does not fit: refuse (as is usual) or keep',
            '不合规则的名称：refuse（默认，不收）或 keep（照收）',
          ),
        ).choices(['refuse', 'keep']),
      )
      .option(
        '--dry-run',
        words('print what the names say by the rule and import nothing', '只列出按规则读出的内容，不导入'),
      );
  },
  async run(call) {
    const { surroundings, args } = call;
    const dir = archivePath(call);
    const [{ importPaths }, { withArchive }, names] = await Promise.all([
      import('#archive/intake/folder.ts'),
      import('../open-archive.ts'),
      import('../name-rule.ts'),
    ]);
    const rule = names.nameRuleOption(call.options.nameRule, surroundings.language);
    const isDryRun = call.options.dryRun === true;
    if (!rule && (isDryRun || call.options.unmatched !== undefined))
      throw new Misuse(isDryRun ? '--dry-run, --name-rule' : '--unmatched, --name-rule');
    if (isDryRun && call.json) throw new Misuse('--dry-run --json');
    const paths = new Map(args.map((path) => [pathFrom(surroundings, path), path]));
    const left = new Set<string>();
    if (rule) {
      const read = await names.readNames(rule, [...paths.keys()], dir);
      const shown = (path: string) => onOneLine(asWritten(path, paths));
      const unmatched = read.filter(({ reading }) => reading.is !== 'read');
      if (isDryRun) names.tellNames(surroundings, read, shown);
      names.tellUnmatched(surroundings, unmatched, shown);
      if (call.options.unmatched !== 'keep') for (const { path } of unmatched) left.add(path);
      if (isDryRun) return left.size === 0 ? EXIT.done : EXIT.failed;
    }
    // A bag comes in by itself, whole or not at all.
    const bags = [...paths.keys()].filter(isBag);
    const others = [...paths.keys()].filter((path) => !bags.includes(path));
    return withArchive(surroundings, { dir, who: whoOf(call), create: true }, async (client) => {
      async function send(some: readonly string[], how?: { rule: string } | { bag: string }): Promise<number> {
        const { batch } = await client.intake.begin(how);
        const told = tellEvents(await client.intake.events({ batch }), call, paths);
        // Also when everything was sent and is only waited for.
        surroundings.signal.addEventListener('abort', () => void client.intake.cancel({ batch }), { once: true });
        // Failing to send ends the batch, and with it the events; waiting for both shows the first reason.
        const isWanted = (path: string) => !left.has(path);
        const sent = importPaths(senderFor(client), batch, some, surroundings.signal, dir, isWanted);
        await Promise.all([sent, told]);
        const { refused, cancelled } = await told;
        if (cancelled) throw new CommandFailure('CANCELLED');
        return refused;
      }
      let refused = left.size;
      for (const bag of bags) refused += await send([bag], { bag });
      if (others.length > 0 || bags.length === 0) refused += await send(others, rule && { rule: rule.text });
      return refused === 0 ? EXIT.done : EXIT.failed;
    });
  },
};

/** A folder that says it is one (RFC 8493, 2.1.1). */
function isBag(path: string): boolean {
  return existsSync(join(path, 'bagit.txt'));
}

/** The importer as the command line reaches it: through the contract, like a window. */
function senderFor(client: ArchiveClient): FileTaker {
  const refusals: Promise<void>[] = [];
  const settle = async (end: () => Promise<void>) => {
    await Promise.all(refusals);
    await end();
  };
  return {
    async receive(place, piece) {
      return (await client.intake.receive({ ...place, piece: new Blob([piece as Uint8Array<ArrayBuffer>]) })).received;
    },
    refuse: (batch, path, reason) => void refusals.push(client.intake.refuse({ batch, path, reason })),
    finish: (batch: BatchId) => settle(() => client.intake.finish({ batch })),
    cancel: (batch: BatchId) => settle(() => client.intake.cancel({ batch })),
  };
}

async function tellEvents(
  events: AsyncIterable<ImportEvent>,
  call: Call,
  asked: ReadonlyMap<string, string>,
): Promise<{ refused: number; cancelled: boolean }> {
  const { surroundings, json, print } = call;
  const { language, out, err } = surroundings;
  const words = (english: string, chinese: string) => say(language, english, chinese);
  let [isBag, bagsRefused] = [false, 0];
  for await (const event of events) {
    switch (event.state) {
      case 'bag':
      case 'bag_refused':
        tellBag(event, call, asWritten(event.path, asked));
        if (event.state === 'bag_refused' || event.kept.length + event.keptHighlights > 0) bagsRefused = 1;
        isBag = true;
        break;
      case 'imported':
      case 'known':
      case 'attached':
      case 'refused': {
        const path = asWritten(event.path, asked);
        if (json) print(toOutput(event, path));
        else if (event.state === 'refused') err(`${onOneLine(path)}: ${refusalSentence(language, event.reason)}`);
        else if (event.state === 'known') {
          const [name, known] = [onOneLine(path), onOneLine(event.knownAs)];
          const back = event.back ? takenBackSentence(language, event.back) : '';
          out(words(`already here  ${name} (as ${known})`, `已有      ${name}（原名 ${known}）`) + back);
        } else if (event.state === 'attached')
          out(words(`page image    ${onOneLine(path)}`, `版面图像  ${onOneLine(path)}`));
        else {
          const notices = event.notices.map((notice) => noticeSentence(language, notice)).join('');
          const marks = event.marks ? marksSentence(language, event.marks) : '';
          const back = event.back ? takenBackSentence(language, event.back) : '';
          out(words(`imported      ${onOneLine(path)}`, `已导入    ${onOneLine(path)}`) + notices + marks + back);
        }
        break;
      }
      case 'structure':
        if (!json) {
          const name = onOneLine(asWritten(event.path, asked));
          out(words(`structure     ${name}: ${event.pages} pages`, `版面结构  ${name}：${event.pages} 版`));
        }
        break;
      case 'separated':
        if (!json) {
          const count = event.articles.length;
          const path = onOneLine(asWritten(event.path, asked));
          out(words(`separated     ${path}: ${count} articles`, `已拆版    ${path}：${count} 篇`));
        }
        break;
      case 'finished':
        if (isBag) return { refused: bagsRefused, cancelled: event.cancelled };
        if (!json) {
          const { imported, known, refused } = event;
          out(
            words(
              `${imported} imported, ${known} already here, ${refused} refused`,
              `导入 ${imported}，已有 ${known}，未收 ${refused}`,
            ),
          );
        }
        return event;
      case 'progress':
        break;
    }
  }
  return { refused: 0, cancelled: true };
}

function toOutput(
  event: ImportEvent & { state: 'imported' | 'known' | 'attached' | 'refused' },
  path: string,
): ImportOutput {
  if (event.state === 'refused') {
    return {
      schema: 'jianbao.import/1',
      state: 'refused',
      id: null,
      path,
      sha256: null,
      articles: [],
      reason: event.reason,
    };
  }
  const { state, source, sha256 } = event;
  const articles = event.state === 'attached' ? [] : event.articles;
  return { schema: 'jianbao.import/1', state, id: source, path, sha256, articles, reason: null };
}

/** The file was there before with another text, and highlights stood on it. */
function marksSentence(language: Language, { kept, moved, changed, orphan }: CarriedMarks): string {
  const [all, asking] = [kept + moved + changed + orphan, changed + orphan];
  return say(
    language,
    `; a new text: ${all} highlights came along, ${changed} changed, ${orphan} without their words`,
    `；新的文字：${all} 处标注跟过来了${asking > 0 ? `，${changed} 处原文有变，${orphan} 处原文已不在` : ''}`,
  );
}

/** A name may hold a line feed; what is told of a file is one line. */
function onOneLine(path: string): string {
  return path.replaceAll('\n', '\\n');
}

/** The path as the person wrote it: a script looks for what it gave. */
function asWritten(path: string, asked: ReadonlyMap<string, string>): string {
  for (const [absolute, written] of asked) {
    if (path === absolute) return written;
    if (path.startsWith(`${absolute}/`)) return written.replace(/\/*$/, '') + path.slice(absolute.length);
  }
  return path;
}
