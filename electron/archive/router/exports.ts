import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { ExportEvent, ExportSelection, FileEvent, TextEvent } from '#contract/exports.ts';
import type { ArticleId, PlaceHandle } from '#contract/ids.ts';
import type { TemplateFault } from '#contract/template.ts';
import type { ArchiveContext } from '../context.ts';
import { correctionList } from '../correction-list.ts';
import { PlaceError } from '../export/place.ts';
import { TemplateStopped } from '../export/template-fault.ts';
import type { ForeignWrites } from '../foreign-writes.ts';
import type { Search } from '../search/search.ts';
import { annotationReads } from '../store/annotations.ts';
import { articleReads } from '../store/articles.ts';

/** What exports are asked for: which articles, and which folder. */
export function exportTargets(
  context: ArchiveContext,
  foreign: Pick<ForeignWrites, 'notice'>,
  search: Pick<Search, 'ids'>,
) {
  const articles = articleReads(context.reader);

  async function idsOf(selection: ExportSelection, signal: AbortSignal | undefined): Promise<readonly ArticleId[]> {
    switch (selection.of) {
      case 'all':
        return articles.ids({}, 'imported');
      case 'articles':
        return [...new Set(selection.ids)];
      case 'search':
        foreign.notice();
        return search.ids(selection.text, signal);
      case 'tag':
        return articles.ids({ tag: selection.path }, 'imported');
    }
  }

  /** The folder behind a handle; our own archive is no place to write to. */
  function folderOf(handle: PlaceHandle): string {
    const dir = context.places.resolve(handle);
    if (dir === undefined) throw new PlaceError('NO_SUCH_PLACE', 'no such handle');
    if (isInside(dir, context.dir)) throw new PlaceError('PLACE_UNWRITABLE', 'the folder is the archive');
    return dir;
  }
  return { idsOf, folderOf };
}

export function exportsRoutes(context: ArchiveContext, { idsOf, folderOf }: ReturnType<typeof exportTargets>) {
  const os = implement(archiveContract).exports;
  return {
    markdown: os.markdown.handler(async function* ({ input, signal, errors }): AsyncGenerator<ExportEvent, void, void> {
      const { place, selection, ...asked } = input;
      try {
        const dir = folderOf(place);
        const ids = await idsOf(selection, signal);
        // Read when it is needed: it brings a Markdown parser, and most sessions export nothing.
        const { exportVault } = await import('../export/vault.ts');
        const correctionsOf = correctionList(context.reader).inTexts();
        const how = { ...asked, runTemplate: context.templates.run, now: context.now };
        yield* exportVault({ db: context.reader, dir, ids, correctionsOf, ...how, signal });
      } catch (error) {
        throw refusalOf(error, errors);
      }
    }),
    vault: os.vault.handler(async ({ input, errors }) => {
      try {
        const { habitsOf } = await import('../export/vault.ts');
        return await habitsOf(folderOf(input.place));
      } catch (error) {
        throw refusalOf(error, errors);
      }
    }),
    preview: os.preview.handler(async ({ input, signal, errors }) => {
      const { place, selection, article, ...asked } = input;
      try {
        const { previewFile } = await import('../export/vault.ts');
        const correctionsOf = correctionList(context.reader).inTexts();
        const dir = folderOf(place);
        const ids = await idsOf(selection, signal);
        const how = { ...asked, runTemplate: context.templates.run, now: context.now };
        return await previewFile({ db: context.reader, dir, ids, correctionsOf, ...how }, article);
      } catch (error) {
        throw refusalOf(error, errors);
      }
    }),
    confidential: os.confidential.handler(async ({ input, signal }) => {
      const ids = await idsOf(input.selection, signal);
      return { marks: annotationReads(context.reader).countConfidential(ids) };
    }),
    text: os.text.handler(async function* ({ input, signal }): AsyncGenerator<TextEvent, void, void> {
      const { selection, as, style, confidential } = input;
      const ids = await idsOf(selection, signal);
      const { writeOut } = await import('../write-out.ts');
      let [articles, highlights] = [0, 0];
      for await (const piece of writeOut(context.reader, { ids, as, style, confidential, signal })) {
        ({ articles, highlights } = piece);
        yield { state: 'progress', done: piece.done, of: ids.length };
        if (piece.text !== '') yield { state: 'piece', text: piece.text };
      }
      if (!signal?.aborted) yield { state: 'finished', articles, highlights };
    }),
    file: os.file.handler(async function* ({ input, signal, errors }): AsyncGenerator<FileEvent, void, void> {
      const { place, selection, title, as, style, confidential } = input;
      try {
        const dir = folderOf(place);
        const ids = await idsOf(selection, signal);
        const { writeFile } = await import('../write-file.ts');
        yield* writeFile(context.reader, { dir, title, ids, as, style, confidential, signal });
      } catch (error) {
        throw refusalOf(error, errors);
      }
    }),
  };
}

interface Refusals {
  NO_SUCH_PLACE(): Error;
  PLACE_UNWRITABLE(): Error;
  TEMPLATE_FAULT?(options: { data: TemplateFault }): Error;
}

/** What a place, or a template, is refused with, as the contract has it. */
export function refusalOf(error: unknown, errors: Refusals): unknown {
  if (error instanceof TemplateStopped && errors.TEMPLATE_FAULT) {
    const { line, reason, what } = error;
    return errors.TEMPLATE_FAULT({ data: { line, reason, what } });
  }
  if (!(error instanceof PlaceError)) return error;
  return error.code === 'NO_SUCH_PLACE' ? errors.NO_SUCH_PLACE() : errors.PLACE_UNWRITABLE();
}

function isInside(dir: string, folder: string): boolean {
  try {
    const [inner, outer] = [realpathSync(dir), realpathSync(folder)];
    return inner === outer || inner.startsWith(outer + sep);
  } catch {
    return false;
  }
}
