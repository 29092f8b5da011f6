import { readdirSync, rmdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BagEvent } from '#contract/bags.ts';
import type { BagOutput } from '#contract/commands.ts';
import type { ExportSelection } from '#contract/exports.ts';
import type { PlaceHandle } from '#contract/ids.ts';
import type { Call } from '../command.ts';
import { CommandFailure, EXIT, type ExitStatus, toFailure } from '../failure.ts';
import { archivePath } from '../options.ts';
import { exportReasonSentence, say } from '../sentences.ts';
import { makePlace } from './export-markdown.ts';
import { refuseInside, tellQuery } from './export-selection.ts';

/** A new folder that is a BagIt bag: one that is there is only taken when it is empty. */
export async function exportBag(call: Call, selection: ExportSelection, to: string): Promise<ExitStatus> {
  const { surroundings, options, json, print } = call;
  const { language, out, err, signal } = surroundings;
  const dir = archivePath(call);
  const { PLACE, withArchive } = await import('../open-archive.ts');
  const place = dirname(to);
  return withArchive(surroundings, { dir, who: surroundings.who, place }, async (client) => {
    refuseInside(to, dir);
    await makePlace(place);
    makeRoom(to);
    await tellQuery(client, call, selection);
    const asked = { place: PLACE as PlaceHandle, title: basename(to), selection };
    let last: BagEvent | undefined;
    try {
      const confidential = options.withConfidential === true;
      for await (const event of await client.bags.write({ ...asked, confidential }, { signal })) last = event;
    } catch (error) {
      throw signal.aborted ? new CommandFailure('CANCELLED') : toFailure(error, to);
    }
    if (last?.state === 'failed') {
      err(`${to}: ${exportReasonSentence(language, last.reason)}`);
      return EXIT.failed;
    }
    if (last?.state !== 'finished') throw new CommandFailure('CANCELLED');
    const { state: _, name, ...counts } = last;
    // A name that some system does not take is another on the disk.
    const path = join(place, name);
    const output: BagOutput = { schema: 'jianbao.bag/1', path, ...counts };
    if (json) print(output);
    else {
      const { sources, articles, highlights, withheld } = counts;
      out(
        say(
          language,
          `${path}: ${sources} files with ${articles} articles, ${highlights} highlights${withheld > 0 ? `; ${withheld} entries of the journal stayed here` : ''}`,
          `${path}：${sources} 个文件、${articles} 篇文章、${highlights} 条标注${withheld > 0 ? `；${withheld} 条日志没有带出` : ''}`,
        ),
      );
    }
    return EXIT.done;
  });
}

function makeRoom(to: string): void {
  try {
    if (readdirSync(to).length > 0) throw new CommandFailure('ALREADY_THERE', to);
    rmdirSync(to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw toFailure(error, to);
  }
}
