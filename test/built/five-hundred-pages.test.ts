import { expect, test } from 'vitest';
import { separate } from '#archive/desk/separate.ts';
import type { Derivation } from '#contract/derivation.ts';
import type { SourceId } from '#contract/ids.ts';
import { lead, other, second } from '../archive/desk/page-of.ts';
import { separatedPage } from '../archive/desk-pages.ts';
import { temporaryArchive } from '../archive/temporary-archive.ts';

const textOf = (name: string) =>
  [`${name}老桥重新开通`, '本报记者 沈知远', lead, second, '书屋坐得满', '本报讯 昨日，书屋开门。', other].join('\n\n');

// Here and not beside the other tests of the queue: every commit waits for those.
test('a queue of five hundred pages: a key a page, and one to begin', async () => {
  const here = await temporaryArchive();
  try {
    const { desk } = here.client;
    // Names of one length: read once, they are what the desk makes of each.
    const names = Array.from({ length: 500 }, (_, at) => `${at}`.padStart(3, '0'));
    const read = JSON.stringify(separate(textOf('000')));
    const pages: SourceId[] = [];
    for (const name of names) {
      const derivation = JSON.parse(read.replaceAll('000老桥', `${name}老桥`)) as Derivation;
      pages.push(await separatedPage(here, textOf(name), { name, derivation }));
    }
    here.archive.context.db.exec('UPDATE source SET doubts = 0');
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
