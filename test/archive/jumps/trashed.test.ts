import { expect, test } from 'vitest';
import type { ArticleId, SourceId } from '#contract/ids.ts';
import { temporaryArchive } from '../temporary-archive.ts';
import { storePages } from './pages.ts';

test('a joined article in the trash keeps its other page while one of its pages is corrected, and comes back whole', async () => {
  const here = await temporaryArchive();
  try {
    const pages = await storePages(here);
    const [ferry, quiet] = [pages.get('1')?.articles[0], pages.get('4')?.articles[2]] as [ArticleId, ArticleId];
    await here.client.jumps.join({ from: ferry, to: quiet });
    const { body } = await here.client.articles.get({ id: ferry });
    await here.client.articles.remove({ ids: [ferry] });
    expect((await here.client.articles.list({ filter: { trash: true } })).items.map(({ id }) => id)).toEqual([ferry]);

    const source = pages.get('4')?.source as SourceId;
    const page = await here.client.desk.page({ source });
    const place = page.articles[0]?.blocks[1]?.place ?? 0;
    const { revision } = await here.client.desk.apply({
      source,
      revision: page.revision,
      commands: [{ kind: 'set_role', blocks: [place], role: 'caption' }],
    });
    await here.client.desk.accept({ source, revision });

    expect((await here.client.articles.list({})).items.map(({ id }) => id)).not.toContain(quiet);
    await here.client.articles.restore({ ids: [ferry] });
    const whole = await here.client.articles.get({ id: ferry });
    expect([whole.body, whole.parts.map(({ article }) => article)]).toEqual([body, [quiet]]);
  } finally {
    await here.close();
  }
});
