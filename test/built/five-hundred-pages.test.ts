import { expect, test } from 'vitest';
import type { SourceId } from '#contract/ids.ts';
import { cleanPages } from '../archive/desk-pages.ts';
import { temporaryArchive } from '../archive/temporary-archive.ts';

// Here and not beside the other tests of the queue: every commit waits for those.
test('a queue of five hundred pages: a key a page, and one to begin', async () => {
  const here = await temporaryArchive();
  try {
    const { desk } = here.client;
    const pages = await cleanPages(
      here,
      Array.from({ length: 500 }, (_, at) => `${at}`.padStart(3, '0')),
    );
    const seen: SourceId[] = [];
    let keys = 1;
    for (let open = (await desk.next({ after: null })).source; open !== null; keys += 1) {
      const source: SourceId = open;
      const page = await desk.page({ source });
      const { source: next } = await desk.next({ after: source });
      await desk.accept({ source, revision: page.revision });
      seen.push(source);
      open = next;
    }
    expect(seen).toEqual(pages);
    expect(keys).toBe(501);
    expect((await desk.queue({})).counts).toMatchObject({ accepted: 500 });
  } finally {
    await here.close();
  }
});
