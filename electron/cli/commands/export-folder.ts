import { readdirSync, rmdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BagEvent, PagesEvent } from '#contract/bags.ts';
import type { BagOutput, PagesOutput } from '#contract/commands.ts';
import type { ExportSelection } from '#contract/exports.ts';
import type { PlaceHandle } from '#contract/ids.ts';
import type { Call } from '../command.ts';
import { CommandFailure, EXIT, type ExitStatus, toFailure } from '../failure.ts';
import { archivePath } from '../options.ts';
import { exportReasonSentence, say } from '../sentences.ts';
import { makePlace } from './export-markdown.ts';
import { refuseInside, tellQuery } from './export-selection.ts';

/** A new folder, a BagIt bag or one of METS and ALTO: one that is there is only taken when it is empty. */
export async function exportFolder(
  call: Call,
  form: 'mets' | 'bag',
  selection: ExportSelection,
  to: string,
): Promise<ExitStatus> {
  const { surroundings, options } = call;
  const { language, err, signal } = surroundings;
  const dir = archivePath(call);
  const { PLACE, withArchive } = await import('../open-archive.ts');
  const place = dirname(to);
  return withArchive(surroundings, { dir, who: surroundings.who, place }, async (client) => {
    refuseInside(to, dir);
    await makePlace(place);
    makeRoom(to);
    await tellQuery(client, call, selection);
    const asked = { place: PLACE as PlaceHandle, title: basename(to), selection };
    const confidential = options.withConfidential === true;
    let last: BagEvent | PagesEvent | undefined;
    try {
      const events =
        form === 'bag'
          ? await client.bags.write({ ...asked, confidential }, { signal })
          : await client.bags.pages(asked, { signal });
      for await (const event of events) last = event;
    } catch (error) {
      throw signal.aborted ? new CommandFailure('CANCELLED') : toFailure(error, to);
    }
    if (last?.state === 'failed') {
      err(`${to}: ${exportReasonSentence(language, last.reason)}`);
      return EXIT.failed;
    }
    if (last?.state !== 'finished') throw new CommandFailure('CANCELLED');
    // A name that some system does not take is another on the disk.
    tell(call, join(place, last.name), last);
    return EXIT.done;
  });
}

type Finished = Extract<BagEvent | PagesEvent, { state: 'finished' }>;

function tell({ surroundings, json, print }: Call, path: string, { state: _, name: __, ...counts }: Finished): void {
  const { language, out } = surroundings;
  if ('issues' in counts) {
    const { issues, pages, articles, left } = counts;
    if (json) print({ schema: 'jianbao.pages/1', path, ...counts } satisfies PagesOutput);
    else
      out(
        say(
          language,
          `${path}: ${issues} issues, ${pages} pages, ${articles} articles${left > 0 ? `; ${left} files are no pages` : ''}`,
          `${path}：${issues} 期、${pages} 版、${articles} 篇文章${left > 0 ? `；${left} 个文件不是版面` : ''}`,
        ),
      );
    return;
  }
  const { sources, articles, highlights, withheld } = counts;
  if (json) print({ schema: 'jianbao.bag/1', path, ...counts } satisfies BagOutput);
  else
    out(
      say(
        language,
        `${path}: ${sources} files with ${articles} articles, ${highlights} highlights${withheld > 0 ? `; ${withheld} entries of the journal stayed here` : ''}`,
        `${path}：${sources} 个文件、${articles} 篇文章、${highlights} 条标注${withheld > 0 ? `；${withheld} 条日志没有带出` : ''}`,
      ),
    );
}

function makeRoom(to: string): void {
  try {
    if (readdirSync(to).length > 0) throw new CommandFailure('ALREADY_THERE', to);
    rmdirSync(to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw toFailure(error, to);
  }
}
