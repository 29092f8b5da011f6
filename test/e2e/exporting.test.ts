import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../archive/exchange/readers.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { useWindow } from './use-window.ts';

const TITLES = ['渡口水位公布', '茶厂夏季停工'];

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);
  const written = (name: string) => readFileSync(join(window.ground.home, '笔记', name), 'utf8');

  async function openArticles() {
    const opened = await window.open();
    const { rooms } = opened;
    mkdirSync(window.ground.room, { recursive: true });
    for (const title of TITLES)
      writeFileSync(
        join(window.ground.room, `${title}.md`),
        `---\npublication: 江城日报\npublished: 2023-10-18\nauthor: 本报记者 林月\n---\n\n# ${title}\n\n${title}，摆渡人说。\n`,
      );
    await rooms.drop([window.ground.room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    const as = async (form: keyof typeof rooms.words.export.forms) => {
      await rooms.command(rooms.words.export.command);
      const dialog = opened.page.getByRole('dialog', { name: rooms.words.export.title });
      await dialog.getByRole('button', { name: rooms.words.export.as, exact: false }).click();
      await opened.page.getByRole('option', { name: rooms.words.export.forms[form], exact: true }).click();
      return dialog;
    };
    return { ...opened, as };
  }

  here('articles go into a file as citations in the style that is chosen, highlights as a table', async () => {
    const { rooms, as, complaints } = await openArticles();
    const { words } = rooms;
    await rooms.open(TITLES[0] ?? '');
    await rooms.highlight('摆渡人', 'fact');
    const dialog = await as('citations');
    await dialog.getByRole('radio', { name: 'APA' }).click();
    expect(await rooms.exportTo('笔记')).toContain(`${words.export.names.citations}.txt`);
    expect(written(`${words.export.names.citations}.txt`).trimEnd().split('\n').sort()).toEqual(
      TITLES.map((title) => `林月. (2023, October 18). ${title}. 江城日报.`).sort(),
    );
    await as('highlights-csv');
    await rooms.exportTo('笔记');
    const [names = [], ...rows] = readCsv(written(`${words.export.names['highlights-csv']}.csv`));
    expect(rows.map((row) => row[names.indexOf('quote')])).toEqual(['摆渡人']);
    // What is there is never written over.
    await as('highlights-csv');
    await rooms.exportTo('笔记');
    expect(readdirSync(join(window.ground.home, '笔记'))).toHaveLength(3);
    expect(complaints.list()).toEqual([]);
  });

  here('the citations of chosen articles are copied, in the style that the settings have', async () => {
    const { page, rooms, complaints } = await openArticles();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const { words } = rooms;
    await page.evaluate(() => {
      location.hash = '#/settings';
    });
    await page.getByRole('radio', { name: 'Chicago' }).click();
    await page.keyboard.press('Escape');
    await rooms.row(TITLES[0] ?? '').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.getByRole('button', { name: words.library.selection.cite }).click();
    await page.getByText(words.export.copiedCitations_other.replace('{{count}}', '2')).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trimEnd().split('\n').sort()).toEqual(
      TITLES.map((title) => `林月. “${title}.” 江城日报, October 18, 2023.`).sort(),
    );
    expect(complaints.list()).toEqual([]);
  });

  here(
    'before a folder is written one sees its files and what would be new in each; it goes on as it was begun',
    async () => {
      const { page, rooms, as, complaints } = await openArticles();
      const { words } = rooms;
      const [title = ''] = TITLES;
      await rooms.open(title);
      await rooms.highlight('摆渡人', 'fact');
      let dialog = await as('markdown');
      await dialog.getByRole('button', { name: words.export.profile }).click();
      await page.getByRole('option', { name: words.export.profiles.logseq, exact: true }).click();
      await rooms.choosePlace('笔记');
      await dialog.getByRole('button', { name: words.export.preview }).click();
      const files = dialog.getByRole('list', { name: words.export.planned });
      await files.getByRole('button').filter({ hasText: title }).click();
      await dialog.locator('section ins', { hasText: 'hl-color:: yellow' }).waitFor();
      expect(await files.getByRole('button').count()).toBe(2);
      expect(readdirSync(join(window.ground.home, '笔记'))).toEqual([]);
      await rooms.exportTo('笔记');
      const [name = ''] = readdirSync(join(window.ground.home, '笔记/pages')).filter((file) => file.includes(title));
      const before = written(`pages/${name}`);

      await rooms.highlight('渡口', 'question');
      await rooms.command(words.export.command);
      await rooms.choosePlace('笔记');
      dialog = page.getByRole('dialog', { name: words.export.title });
      await dialog.getByRole('button', { name: words.export.profiles.logseq }).waitFor();
      await dialog.getByRole('button', { name: words.export.preview }).click();
      await files.getByRole('button').filter({ hasText: title }).click();
      await dialog.locator('section ins', { hasText: 'hl-color:: purple' }).waitFor();
      expect(await files.getByRole('button').count()).toBe(1);
      expect(written(`pages/${name}`)).toBe(before);
      await rooms.exportTo('笔记');
      expect(written(`pages/${name}`)).toContain('hl-color:: purple');
      expect(complaints.list()).toEqual([]);
    },
  );
});
