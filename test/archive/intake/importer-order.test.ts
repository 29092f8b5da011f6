import { expect, test } from 'vitest';
import { IntakeRefusal } from '#archive/intake/document.ts';
import { readDocument } from '#archive/intake/read-document.ts';
import { deskQueueReads } from '#archive/store/desk-queue.ts';
import { eventsOf, isPage, openTestArchive } from './archive-folder.ts';

test('the queue has pages in the order in which they came, whichever was read first', async () => {
  const names = ['01.txt', '02.txt', '03.txt', '04.txt'];
  const done = new Map(names.map((name) => [name, Promise.withResolvers<void>()]));
  const archive = await openTestArchive({
    pool: {
      async read(bytes, name) {
        // Each waits for the one after it.
        await done.get(names[names.indexOf(name) + 1] ?? '')?.promise;
        done.get(name)?.resolve();
        return readDocument(bytes, name, isPage);
      },
      separate: () => Promise.reject(new IntakeRefusal('parser_failed')),
    },
  });
  const batch = archive.importer.begin();
  const sending = names.map((path) => {
    const bytes = Buffer.from(`◆${path}`);
    return archive.importer.receive({ batch, path, size: bytes.length, offset: 0 }, bytes);
  });
  await Promise.all(sending);
  archive.importer.finish(batch);
  await eventsOf(archive.importer, batch);
  expect(
    deskQueueReads(archive.reader)
      .list({}, { limit: 9, offset: 0 })
      .pages.map(({ name }) => name),
  ).toEqual(names);
  await archive.close();
});
