import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { importPaths } from '#archive/intake/folder.ts';
import { shortId } from '#archive/store/ids.ts';
import type { BatchId } from '#contract/ids.ts';
import type { ImportEvent } from '#contract/intake.ts';
import { type ArchiveClient, temporaryArchive } from '../temporary-archive.ts';

/** Takes a folder in as the command does. */
export async function takeIn(client: ArchiveClient, dir: string): Promise<ImportEvent[]> {
  const { batch } = await client.intake.begin();
  const refusals: Promise<unknown>[] = [];
  const taker = {
    receive: async (place: { batch: BatchId; path: string; size: number; offset: number }, piece: Uint8Array) =>
      (await client.intake.receive({ ...place, piece: new Blob([piece as Uint8Array<ArrayBuffer>]) })).received,
    refuse: (id: BatchId, path: string, reason: never) =>
      void refusals.push(client.intake.refuse({ batch: id, path, reason })),
    finish: (id: BatchId) => client.intake.finish({ batch: id }),
    cancel: (id: BatchId) => client.intake.cancel({ batch: id }),
  };
  await importPaths(taker, batch, [dir]);
  await Promise.all(refusals);
  const events: ImportEvent[] = [];
  for await (const event of await client.intake.events({ batch })) events.push(event);
  return events;
}

/** A new archive made of the Markdown files of a vault alone. */
export async function broughtBack(dir: string) {
  rmSync(join(dir, '.jianbao'), { recursive: true, force: true });
  const here = await temporaryArchive();
  return { here, events: await takeIn(here.client, dir) };
}

/** What a vault is to bring back of an archive, by short ids, which are what a file has. */
export async function dumpOf(client: ArchiveClient) {
  const ids = await client.articles.ids({});
  const articles = await Promise.all(
    ids.map(async (id) => {
      const article = await client.articles.get({ id });
      const marks = await client.annotations.forArticle({ article: id });
      const { title, body, note, publication, page, section, url, language, excerpt } = article;
      return {
        id: shortId(id),
        ...{ title, body, note, publication, page, section, url, language, excerpt },
        byline: article.byline,
        date: article.date?.edtf,
        imported: Math.floor(article.importedAt / 1000),
        tags: article.tags.map(({ path }) => path).sort(),
        marks: marks
          .toSorted((a, b) => (a.shortId < b.shortId ? -1 : 1))
          .map(({ shortId: short, kind, quote, colour, note: said, tags, state }) => {
            return { id: short, kind, quote, colour, note: said, tags, state };
          }),
      };
    }),
  );
  return articles.sort((one, other) => (one.id < other.id ? -1 : 1));
}
