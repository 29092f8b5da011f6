import { isUtf8 } from 'node:buffer';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ExportOutput } from '#contract/commands.ts';
import type { ExportEvent, ExportSelection } from '#contract/exports.ts';
import type { PlaceHandle } from '#contract/ids.ts';
import { type ExportTemplate, TemplateFault, TemplateSource } from '#contract/template.ts';
import { ExportAmount, ExportProfile } from '#contract/vault.ts';
import type { Call } from '../command.ts';
import { CommandFailure, EXIT, type ExitStatus, toFailure } from '../failure.ts';
import { archivePath, pathOption } from '../options.ts';
import { exportReasonSentence, say } from '../sentences.ts';
import { templateSentence } from '../template-sentence.ts';
import { refuseInside, tellQuery } from './export-selection.ts';

/** A folder of Markdown files. */
export async function exportMarkdown(call: Call, selection: ExportSelection, to: string): Promise<ExitStatus> {
  const { surroundings, options, json, print } = call;
  const dir = archivePath(call);
  const dryRun = options.dryRun === true;
  // Unnamed: as before in that folder.
  const profile = ExportProfile.optional().parse(options.profile);
  const amount = ExportAmount.optional().parse(options.amount);
  const template = templateOption(call);
  const confidential = options.withConfidential === true;
  const { dailyNotes } = options;
  const daily = dailyNotes === undefined ? undefined : { folder: typeof dailyNotes === 'string' ? dailyNotes : '' };
  const { PLACE, withArchive } = await import('../open-archive.ts');
  // What would be written into a folder that is not there is what an empty one would get.
  const place = dryRun && !existsSync(to) ? mkdtempSync(join(tmpdir(), 'jianbao-dry-run-')) : to;
  return withArchive(surroundings, { dir, who: surroundings.who, place }, async (client) => {
    refuseInside(to, dir);
    if (!dryRun) await makePlace(place);
    await tellQuery(client, call, selection);
    if (confidential && !json) {
      const { marks } = await client.exports.confidential({ selection });
      const words = say(
        surroundings.language,
        `${marks} confidential highlights go along`,
        `包括 ${marks} 处保密的高亮`,
      );
      surroundings.out(words);
    }
    const events = await client.exports
      .markdown(
        { place: PLACE as PlaceHandle, selection, profile, amount, template, confidential, daily, dryRun },
        { signal: surroundings.signal },
      )
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
      throw surroundings.signal.aborted
        ? new CommandFailure('CANCELLED')
        : (stoppedTemplate(error, call) ?? toFailure(error, place));
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
    for (const day of finished.daily?.failed ?? [])
      surroundings.err(`${day.path}: ${exportReasonSentence(surroundings.language, day.reason)}`);
    return failed === 0 ? EXIT.done : EXIT.failed;
  }).finally(() => place === to || rmSync(place, { recursive: true, force: true }));
}

/** Named as its file. */
function templateOption(call: Call): ExportTemplate | undefined {
  const file = pathOption(call, 'template');
  if (file === undefined) return undefined;
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new CommandFailure(
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'NO_SUCH_FILE' : 'UNREADABLE_FILE',
      file,
    );
  }
  const source = TemplateSource.safeParse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  if (!source.success || !isUtf8(bytes)) throw new CommandFailure('UNREADABLE_FILE', file);
  return { name: [...basename(file)].slice(0, 100).join(''), source: source.data };
}

/** Where a template was stopped, and why. */
function stoppedTemplate(error: unknown, { surroundings, options }: Call): CommandFailure | undefined {
  const fault = TemplateFault.safeParse((error as { data?: unknown } | undefined)?.data);
  if (!fault.success) return undefined;
  const name = typeof options.template === 'string' ? `${options.template}, ` : '';
  return new CommandFailure('TEMPLATE_FAULT', name + templateSentence(surroundings.language, fault.data));
}

export async function makePlace(place: string): Promise<void> {
  const { makeFolder } = await import('#archive/store/folders.ts');
  try {
    makeFolder(place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EEXIST' || code === 'ENOTDIR' ? new CommandFailure('NOT_A_FOLDER', place) : toFailure(error, place);
  }
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
          `kept     ${event.path}${event.aside ? `; ours is ${event.aside}` : ''}${why && ` (${why})`}`,
          `保留  ${event.path}${event.aside ? `；新版在 ${event.aside}` : ''}${why && `（${why}）`}`,
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
