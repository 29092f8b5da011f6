import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { listPainted, selectWords } from './rooms.ts';
import { useWindow } from './use-window.ts';

const NOTE = resolve('resources/samples/reading-note.md');
const PAGE = resolve('resources/samples/jichuan-daily-2024-03-18-p3.txt');
const TITLE = '读报札记：怎样读一条“同比增长”';
const STREET = '柳荫巷：一条老街的 慢与暖';
const WORDS = '先问住户';

/** What one writes beside a text, and what one takes out of it. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function openPages() {
    const opened = await window.open();
    const { rooms, page } = opened;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await rooms.places.waitFor();
    await rooms.drop([NOTE, PAGE]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    /** Its card is the active one: keys are for it. */
    const mark = async (phrase: string, colour: 'fact' | 'question') => {
      await rooms.highlight(phrase, colour);
      await rooms.card(phrase).getByRole('button', { name: rooms.words.marks.remove }).waitFor();
    };
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    return { ...opened, press, mark, clipboard };
  }

  here(
    'a note is Markdown and nothing else: what is HTML in it is text, and no picture of it is asked for',
    async () => {
      const { page, rooms, mark, complaints } = await openPages();
      await rooms.open(STREET);
      await mark(WORDS, 'fact');
      const note =
        '**要问** `一户一户` &copy;\n\n- 甲\n- 乙\n\n<img src=x onerror="document.title=1"> ![图](https://example.org/a.png)';
      await rooms.card(WORDS).getByRole('button').first().click();
      await rooms.card(WORDS).getByRole('button', { name: rooms.words.marks.addNote }).click();
      await rooms.card(WORDS).getByRole('textbox', { name: rooms.words.marks.note }).fill(note);
      await page.keyboard.press('Control+Enter');
      await rooms.card(WORDS).locator('strong', { hasText: '要问' }).waitFor();
      expect(await rooms.card(WORDS).locator('li').allInnerTexts()).toEqual(['甲', '乙']);
      expect(await rooms.card(WORDS).locator('img, script, iframe').count()).toBe(0);
      expect(await rooms.card(WORDS).innerText()).toContain('<img src=x onerror="document.title=1">');
      expect(await rooms.card(WORDS).innerText()).toContain('©');
      expect(complaints.list()).toEqual([]);
    },
  );

  here('without a mouse: tagged, linked to another passage, and followed both ways', async () => {
    const { page, rooms, press, mark, clipboard, complaints } = await openPages();
    const { words } = rooms;
    await rooms.open(TITLE);
    await mark('读报札记', 'question');
    await press('l');
    await page.getByText(words.marks.linkCopied).waitFor();
    const link = await clipboard();
    expect(link).toMatch(/^\[读报札记\]\(jianbao:\/\/highlight\/\w+\)$/);
    await rooms.open(STREET);
    await mark(WORDS, 'fact');
    await press('t');
    await page.keyboard.type('核查/待核');
    await press('Enter');
    await rooms.card(WORDS).getByText('待核', { exact: true }).waitFor();
    await press('e');
    await page.keyboard.type(`见 ${link}`);
    await press('Control+Enter');
    await rooms.card(WORDS).getByRole('link', { name: '读报札记' }).press('Enter');
    await rooms.article.getByRole('heading', { name: TITLE }).waitFor();
    const from = rooms.card('读报札记').getByRole('region', { name: words.marks.linkedFrom });
    await from.getByRole('link', { name: WORDS }).press('Enter');
    await rooms.article.getByRole('heading', { name: STREET }).waitFor();
    await rooms.card(WORDS).getByRole('button', { name: words.marks.remove }).waitFor();
    await page.locator('[data-reader]').focus();
    await press('ControlOrMeta+z', 'ControlOrMeta+z');
    await rooms.card(WORDS).getByText('待核').waitFor({ state: 'detached' });
    expect(complaints.list()).toEqual([]);
  });

  here('words are copied with the line that says where they are from, and as a picture', async () => {
    const { page, rooms, press, mark, clipboard, complaints } = await openPages();
    await rooms.open(STREET);
    await mark(WORDS, 'fact');
    await press('c');
    await page.getByText(rooms.words.marks.copiedWithCitation).waitFor();
    expect(await clipboard()).toMatch(
      new RegExp(`^${WORDS}\n——.*柳荫巷：一条老街的 慢与暖\\[N\\]\\. \\[2024-03-18\\]\\(3\\)\\.$`),
    );
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
    expect(types.toSorted()).toEqual(['text/html', 'text/plain']);
    await press('Shift+C');
    await page.getByText(rooms.words.marks.clippingCopied).waitFor();
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const picture = await item?.getType('image/png');
      const { width, height } = await createImageBitmap(picture ?? new Blob());
      return { width, isHigh: height > 400 };
    });
    expect(size).toEqual({ width: 1440, isHigh: true });

    // Electron asks where; a browser keeps it with its downloads.
    if (host.name.includes('loopback')) {
      const begun = page.waitForEvent('download');
      await press('Shift+D');
      const file = await begun;
      expect(file.suggestedFilename()).toMatch(/^.*柳荫巷：一条老街的 慢与暖 剪报\.png$/);
      expect([...readFileSync(await file.path())].slice(1, 4)).toEqual([...Buffer.from('PNG')]);
      await page.getByText(rooms.words.marks.clippingSaved).waitFor();
    }
    expect(complaints.list()).toEqual([]);
  });

  here('a colour gets the name that a person gives it, wherever it is named, and undo takes it back', async () => {
    const { page, rooms, press, mark, complaints } = await openPages();
    const { words } = rooms;
    await rooms.open(STREET);
    await mark(WORDS, 'fact');
    await press('ControlOrMeta+,');
    const field = page.getByRole('dialog').getByRole('textbox', { name: words.marks.colours.fact });
    await field.fill('要点');
    await field.press('Enter');
    await press('Escape');
    await rooms.card(WORDS).getByText('要点', { exact: true }).waitFor();
    await rooms.card(WORDS).getByRole('button').first().click();
    await rooms.card(WORDS).getByRole('radio', { name: '要点' }).waitFor();
    await press('m');
    await page.getByRole('main', { name: words.panel.title }).getByRole('option').getByText('要点').waitFor();
    await press('ControlOrMeta+z');
    await page
      .getByRole('main', { name: words.panel.title })
      .getByRole('option')
      .getByText(words.marks.colours.fact)
      .waitFor();
    expect(complaints.list()).toEqual([]);
  });

  here(
    'a bookmark is put where one reads by a key, noted, come back to from the list of all, and taken out',
    async () => {
      const { page, rooms, press, complaints } = await openPages();
      const { words } = rooms;
      await rooms.open(STREET);
      await rooms.scrollTo(WORDS);
      await page.locator('[data-reader]').focus();
      await press('b');
      await page.getByText(words.marks.bookmarked).waitFor();
      const ribbon = rooms.article.locator('[data-start][data-bookmark]');
      await expect.poll(() => ribbon.count()).toBe(1);
      const place = await ribbon.innerText();
      await rooms.card(words.marks.bookmark).getByRole('button', { name: words.marks.remove }).waitFor();
      await press('e');
      await page.keyboard.type('回来再看');
      await press('Control+Enter');
      await rooms.card(words.marks.bookmark).getByText('回来再看').waitFor();
      expect(await listPainted(page)).not.toHaveProperty('mark-fact');

      await rooms.open(TITLE);
      await press('m');
      const list = page.getByRole('listbox', { name: words.panel.list });
      await list.getByRole('option').filter({ hasText: words.marks.bookmark }).waitFor();
      await page.evaluate(() => location.assign('#/notes?kind=bookmark'));
      await list.getByRole('option').filter({ hasText: '回来再看' }).click();
      await page.getByRole('button', { name: words.panel.inArticle }).click();
      await ribbon.waitFor();
      expect(await ribbon.innerText()).toBe(place);

      await page.locator('[data-reader]').focus();
      await press('Escape');
      await selectWords(page, rooms.article, place.slice(0, 4));
      await press('b');
      await page.getByText(words.marks.bookmarkRemoved).waitFor();
      await expect.poll(() => ribbon.count()).toBe(0);
      await press('Control+z');
      await expect.poll(() => ribbon.count()).toBe(1);
      expect(complaints.list()).toEqual([]);
    },
  );

  here('an article goes through the reading queue by keys alone, and undo takes it back', async () => {
    const { page, rooms, press, complaints } = await openPages();
    const places = rooms.words.library.places;
    const link = (name: string) => rooms.places.getByRole('link', { name });
    await rooms.open(TITLE);
    await press('a');
    await link(places.archived).waitFor();
    await press('r');
    await link(places.reading).waitFor();
    await link(places.archived).waitFor({ state: 'detached' });
    await press('ControlOrMeta+z');
    await link(places.archived).click();
    await expect
      .poll(() => rooms.list.getByRole('option').allInnerTexts())
      .toEqual([expect.stringContaining('读报札记')]);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => rooms.list.getByRole('option').count()).toBe(0);
    expect(complaints.list()).toEqual([]);
  });

  here('a whole article has a note of its own: written by keys alone, read as Markdown, taken back', async () => {
    const { page, rooms, press, complaints } = await openPages();
    const { label } = rooms.words.reader.note;
    await rooms.open(TITLE);
    // What stands below a text comes a frame after it.
    await rooms.article.getByRole('button', { name: rooms.words.reader.note.write }).waitFor();
    await press('Shift+E');
    await rooms.article.getByRole('textbox', { name: label }).waitFor();
    await page.keyboard.type('**可以用**在培训里');
    await press('Control+Enter');
    const note = rooms.article.getByRole('region', { name: label });
    await note.locator('strong', { hasText: '可以用' }).waitFor();
    await rooms.search('note:培训');
    await rooms.result(TITLE).waitFor();
    await press('ControlOrMeta+z');
    await rooms.goTo(rooms.words.library.places.all);
    await rooms.open(TITLE);
    await note.getByRole('button', { name: rooms.words.reader.note.write }).waitFor();
    expect(complaints.list()).toEqual([]);
  });
});
