import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureStrings } from '../../renderer/src/strings/failures.ts';
import { enterDesk } from './desk-room.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { isInView, listPainted } from './rooms.ts';
import { useWindow } from './use-window.ts';

const LONG = '东渡口纪事';
const OTHER = '茶厂夏天停工';
const MARKED = '末班渡船在雾里靠岸';
const PAGE = 'harrow-vale-courier-2023-06-02-p1.txt';

/** The way back from a note to its passage. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  here('a link out of an exported note comes to its passage; one that leads nowhere says so', async () => {
    const { ground } = window;
    mkdirSync(ground.room, { recursive: true });
    const paragraphs = Array.from({ length: 60 }, (_, at) => `第${at}天，渡口照常开船，撑船的人记下水位和往来的客人。`);
    writeFileSync(
      join(ground.room, '渡口.md'),
      [`# ${LONG}`, ...paragraphs, `${MARKED}。`, ...paragraphs].join('\n\n'),
    );
    writeFileSync(join(ground.room, '茶厂.md'), `# ${OTHER}\n\n秋天再开。\n`);
    const { page, complaints, rooms } = await window.open();
    await rooms.places.waitFor();
    await rooms.drop([ground.room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open(LONG);
    await rooms.highlight(MARKED, 'fact');
    await rooms.command(rooms.words.export.command);
    await rooms.exportTo('笔记');
    const vault = join(ground.home, '笔记');
    const note = readdirSync(vault, { recursive: true, encoding: 'utf8' }).find((name) => name.includes(LONG));
    const [link = ''] = readFileSync(join(vault, note ?? ''), 'utf8').match(/jianbao:\/\/\w+\/highlight\/\w+/) ?? [];

    async function paste(text: string): Promise<void> {
      await rooms.searchBox.fill(text);
      await rooms.searchBox.press('ControlOrMeta+a');
      await rooms.searchBox.press('ControlOrMeta+x');
      await rooms.open(OTHER);
      await rooms.searchBox.focus();
      await page.keyboard.press('ControlOrMeta+v');
    }

    await paste(link);
    await rooms.article.getByRole('heading', { name: LONG }).waitFor();
    await expect.poll(() => listPainted(page)).toMatchObject({ 'mark-active': [MARKED] });
    await expect.poll(() => isInView(page, 'mark-active')).toBe(true);
    await rooms.card(MARKED).getByRole('button', { expanded: true }).waitFor();
    expect(await rooms.searchBox.inputValue()).toBe('');

    // The same link once more, after scrolling away.
    await page.locator('[data-reader]').evaluate((reader) => reader.scrollTo(0, 0));
    expect(await isInView(page, 'mark-active')).toBe(false);
    await rooms.searchBox.fill(link);
    await rooms.searchBox.press('Enter');
    await expect.poll(() => isInView(page, 'mark-active')).toBe(true);

    const { NOT_FOUND, OTHER_ARCHIVE, REMOVED } = rooms.words.app.link;
    await paste(link.replace(/\/\/\w+/, '//0123456789'));
    await page.getByText(OTHER_ARCHIVE).waitFor();
    await paste('jianbao://article/0123456789');
    await page.getByText(NOT_FOUND).waitFor();
    await rooms.article.getByRole('heading', { name: OTHER }).waitFor();

    await rooms.open(LONG);
    await rooms.card(MARKED).getByRole('button').first().click();
    await page.keyboard.press('Delete');
    await rooms.card(MARKED).waitFor({ state: 'detached' });
    await paste(link);
    await page.getByText(REMOVED).waitFor();
    await page.getByRole('button', { name: rooms.words.app.link.openArticle }).click();
    await rooms.article.getByRole('heading', { name: LONG }).waitFor();
    expect(complaints.list()).toEqual([]);
  });

  here(
    'an article that was merged into another at the desk is found where its text is now, and that is said',
    async () => {
      const { page, complaints, rooms } = await window.open();
      await rooms.places.waitFor();
      await rooms.drop([resolve('resources/samples', PAGE)]);
      await rooms.waitForImport();
      await rooms.dismissImport();
      const desk = enterDesk(page, rooms);
      await desk.open(PAGE);
      const [first, second, ...others] = await desk.articles();
      const title = (article: typeof first) => article?.find(({ role }) => role === 'title')?.text ?? '';
      await desk.clean.getByRole('button', { name: rooms.words.desk.read }).nth(1).click();
      await rooms.article.getByRole('heading', { name: title(second) }).waitFor();
      const id = new URLSearchParams(page.url().split('?')[1]).get('article');
      await desk.open(PAGE);
      await desk.walkTo(title(second));
      await desk.press('m');
      await expect.poll(async () => (await desk.articles()).length).toBe(1 + others.length);
      await desk.press('Enter');
      await desk.notice(rooms.words.deskActs.acceptedLast.split('，')[1] ?? '').waitFor();

      const { accepted } = rooms.words.app.link;
      await page.evaluate((address) => location.assign(address), `#/article/${id}`);
      await rooms.article.getByRole('heading', { name: title(first) }).waitFor();
      await desk.notice(accepted).waitFor();
      await rooms.article.getByText(second?.at(-1)?.text ?? '').waitFor();
      await page.getByRole('button', { name: rooms.words.app.dismiss }).last().click();
      await rooms.searchBox.fill(`jianbao://article/${id}`);
      await rooms.searchBox.press('Enter');
      await desk.notice(accepted).waitFor();
      await rooms.article.getByRole('heading', { name: title(first) }).waitFor();
      expect(complaints.list()).toEqual([]);
      // One that never was is not found, as before.
      await page.evaluate((address) => location.assign(address), `#/article/${id?.slice(0, -3)}000`);
      await page.getByText(failureStrings['zh-Hans'].NOT_FOUND).waitFor();
      expect(complaints.list()).toEqual([expect.stringMatching(/^error: Failure: NOT_FOUND/)]);
      complaints.forget();
    },
  );
});
