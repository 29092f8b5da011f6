import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#contract/ids.ts';
import type { ImportEvent } from '#contract/intake.ts';
import { ExportProfile } from '#contract/vault.ts';
import { broughtBack, dumpOf, takeIn } from './brought-back.ts';
import { FILE, vaultForEach } from './vault-fixture.ts';

const vault = vaultForEach();
const { addFerry, run, mark, edit, read } = vault;

test.each(ExportProfile.options)(
  'what %s can carry comes back in an archive that knows nothing of it',
  async (profile) => {
    const id = await addFerry();
    await vault.here.client.tags.apply({ articles: [id], add: ['就业/城镇 新增', '1978', '航运'] });
    await vault.here.client.articles.setNote({ id, note: '问过**船长**。\n\n- 两艘\n- 三艘' });
    const one = await mark(id, '3~5艘', { note: '与公告不符。\n\n#不是标签', colour: 'question' });
    await mark(id, '渡口新添3~5艘渡船。\n- 3.1%', { colour: 'followup' });
    await vault.here.client.annotations.update({ id: one.id, tags: ['核查/待 核', '数字'] });
    // The moments in a file are those of a clock on the wall; it is read by the one that hangs here.
    await run({ profile, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
    const before = await dumpOf(vault.here.client);
    const back = await broughtBack(vault.dir);
    try {
      const after = await dumpOf(back.here.client);
      expect(back.events.filter(({ state }) => state === 'refused')).toEqual([]);
      // Files of Readwise and Omnivore do not say what a colour means.
      const isSilent = profile === 'readwise' || profile === 'omnivore';
      const marks = (list: (typeof before)[number]['marks']) =>
        list.map((one) => (isSilent ? { ...one, colour: 'fact' } : one));
      expect(after).toEqual(before.map((article) => ({ ...article, marks: marks(article.marks) })));
    } finally {
      await back.here.close();
    }
  },
);

/** What was told of each file. */
function told(events: readonly ImportEvent[]): unknown[] {
  return events.flatMap((event): unknown[] => {
    if (event.state === 'refused') return [event.reason];
    return event.state === 'imported' || event.state === 'known' ? [{ state: event.state, ...event.back }] : [];
  });
}

async function takenIn() {
  return told(await takeIn(vault.here.client, vault.dir));
}

async function onlyArticle() {
  const [id] = await vault.here.client.articles.ids({});
  return vault.here.client.articles.get({ id: id as ArticleId });
}

describe('an article that is here already', () => {
  test('is not doubled: marks that are missing are added, and nothing else', async () => {
    const id = await addFerry();
    await mark(id, '船员');
    await run();
    expect(await takenIn()).toEqual([{ state: 'known', marks: 0, orphans: 0, notices: [] }]);
    const text = read();
    const more = text.match(/> \[!quote[\s\S]*?\^jb-\w+/)?.[0] ?? '';
    const other = more.replaceAll(/[0-9a-hjkmnp-tv-z]{10}(?=\)|$)/g, '0123456789').replace('船员', '邻县');
    edit((file) => file.replace(more, `${more}\n\n${other}`));
    expect(await takenIn()).toEqual([{ state: 'known', marks: 1, orphans: 0, notices: [] }]);
    const marks = await vault.here.client.annotations.forArticle({ article: id });
    expect(marks.map(({ quote, shortId }) => [quote.exact, shortId])).toEqual([
      ['船员', marks[0]?.shortId],
      ['邻县', '0123456789'],
    ]);
    expect(await vault.here.client.articles.ids({})).toEqual([id]);
    await vault.here.client.history.undo({});
    expect(await vault.here.client.annotations.forArticle({ article: id })).toHaveLength(1);
  });

  test('with another text: both are kept, and it is said', async () => {
    const id = await addFerry();
    await mark(id, '渡口新添');
    await run();
    edit((file) => file.replace('\n昨日，渡口', '\n前日，渡口'));
    expect(await takenIn()).toEqual([{ state: 'imported', marks: 0, orphans: 0, notices: ['other_text'] }]);
    const bodies = await Promise.all(
      (await vault.here.client.articles.ids({})).map(
        async (one) => (await vault.here.client.articles.get({ id: one })).body,
      ),
    );
    expect(bodies.map((body) => body.match(/[昨前]日/)?.[0]).sort()).toEqual(['前日', '昨日']);
  });

  test('keeps what it says of itself where the file says otherwise, and that is said', async () => {
    await addFerry();
    await run();
    edit((file) =>
      file.replace('publication: "江城日报"', 'publication: 晚报').replace('  - "剪报"', '  - "剪报"\n  - 渡船'),
    );
    expect(await takenIn()).toEqual([{ state: 'known', marks: 0, orphans: 0, notices: ['differs'] }]);
    expect(await onlyArticle()).toMatchObject({ publication: '江城日报', tags: [] });
  });

  test('gets the words that a person wrote in the file into its note, once', async () => {
    await addFerry();
    await run();
    edit((file) =>
      file
        .replace('%% begin notes %%\n', '%% begin notes %%\n问过船长。\n')
        .replace('---\ntitle', '---\nrating: 5\ntitle'),
    );
    expect(await takenIn()).toEqual([
      { state: 'known', marks: 0, orphans: 0, notices: ['words_kept', 'properties_left'] },
    ]);
    expect((await onlyArticle()).note).toBe('问过船长。');
    edit((file) => file.replace('rating: 5', 'rating: 4'));
    expect(await takenIn()).toMatchObject([{ notices: ['properties_left'] }]);
    expect((await onlyArticle()).note).toBe('问过船长。');
  });
});

describe('in an archive that knows nothing of it', () => {
  /** What came of the vault in an empty archive. */
  async function elsewhere<Result>(look: (client: typeof vault.here.client, told: unknown[]) => Promise<Result>) {
    const { here, events } = await broughtBack(vault.dir);
    try {
      return await look(here.client, told(events));
    } finally {
      await here.close();
    }
  }

  test('a mark whose words are others now, or there twice, is placed nowhere: it waits with its words', async () => {
    const id = await addFerry();
    await mark(id, '渡口新添3~5艘');
    await mark(id, '邻县');
    await run();
    edit((file) =>
      file.replace('来自邻县。\n', '来自邻县，又说邻县。\n').replace('\n昨日，渡口新添3', '\n昨日，渡口添了3'),
    );
    await elsewhere(async (client, said) => {
      expect(said).toEqual([{ state: 'imported', marks: 2, orphans: 2, notices: [] }]);
      const { items } = await client.annotations.waiting({});
      expect(items.map(({ state, quote }) => [state, quote.exact]).sort()).toEqual([
        ['orphan', '渡口新添3~5艘'],
        ['orphan', '邻县'],
      ]);
    });
  });

  test('one of several equal words is the one that was marked', async () => {
    const id = await addFerry();
    const { body } = await vault.here.client.articles.get({ id });
    const start = body.lastIndexOf('渡');
    await vault.here.client.annotations.create({ article: id, span: { start, end: start + 1 }, colour: 'fact' });
    await run();
    expect(read()).toMatch(/highlight\/\w+\?at=\d+-\d+\)/);
    await elsewhere(async (client) => {
      const [article] = await client.articles.ids({});
      const [one] = await client.annotations.forArticle({ article: article as ArticleId });
      expect(one?.quote).toMatchObject({ start, exact: '渡' });
    });
  });

  test('what a person wrote and changed comes in: notes, a title, properties, paragraphs between ours', async () => {
    const id = await addFerry();
    await vault.here.client.articles.setNote({ id, note: '原来的批注。' });
    await run();
    edit((file) =>
      file
        .replace('%% begin notes %%\n', '%% begin notes %%\n问过船长。\n')
        .replace('title: "渡口新添两艘渡船"', 'title: 渡船之后')
        .replace('publication: "江城日报"', 'publication: 江城晚报')
        .replace('%% jianbao:begin text %%', '读于十月。\n\n%% jianbao:begin text %%'),
    );
    await elsewhere(async (client) => {
      const [found] = await client.articles.ids({});
      const article = await client.articles.get({ id: found as ArticleId });
      expect(article).toMatchObject({
        title: '渡船之后',
        publication: '江城晚报',
        note: '原来的批注。\n\n读于十月。\n\n问过船长。',
      });
      expect(article.body).toContain('渡口新添两艘渡船\n');
    });
  });

  test('a file of marks alone is refused by name, and so is one with broken properties', async () => {
    const id = await addFerry();
    await mark(id, '邻县');
    await run({ amount: 'marks' });
    const marks = read();
    mkdirSync(join(vault.dir, '坏'));
    writeFileSync(join(vault.dir, '坏/坏.md'), marks.replace('title: ', 'title: ['));
    writeFileSync(join(vault.dir, '坏/无.md'), marks.replace(/^---[\s\S]*?\n---\n/, ''));
    await elsewhere(async (_, said) =>
      expect(said.sort()).toEqual(['broken_front_matter', 'broken_front_matter', 'marks_without_text']),
    );
  });

  test('a file with the line ends of Windows is the same', async () => {
    const id = await addFerry();
    await mark(id, '邻县', { note: '哪个县？\n\n甲' });
    await run({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
    const before = await dumpOf(vault.here.client);
    edit((file) => `\ufeff${file.replaceAll('\n', '\r\n')}`, FILE);
    await elsewhere(async (client) => expect(await dumpOf(client)).toEqual(before));
  });
});
