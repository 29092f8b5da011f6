import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { makePages } from './material.ts';
import { useWindow } from './use-window.ts';

const TITLES = ['渡口一日', '茶厂一日', '车站一日'];

/** To a folder of files: what is chosen and nothing else, and what a person did to the files since. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function openLibrary() {
    const opened = await window.open();
    const { page, rooms } = opened;
    const { room } = window.ground;
    await rooms.places.waitFor();
    mkdirSync(room, { recursive: true });
    for (const title of TITLES) writeFileSync(join(room, `${title}.md`), `# ${title}\n\n清晨开门，傍晚关门。\n`);
    await rooms.drop([room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    /** Two rows, as with the mouse, and the dialog, as with the keyboard. */
    async function chooseTwo(): Promise<void> {
      await rooms.row(TITLES[0] ?? '').click();
      await rooms.row(TITLES[1] ?? '').click({ modifiers: ['ControlOrMeta'] });
      await page.getByRole('toolbar', { name: rooms.words.library.selection.label }).waitFor();
    }
    return { ...opened, chooseTwo };
  }

  const written = () =>
    readdirSync(join(window.ground.home, '笔记'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.replace(/^.*[\\/]/, ''))
      .sort();
  const fileOf = (title: string) => {
    const folder = join(window.ground.home, '笔记');
    const name = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((each) => each.includes(title));
    return join(folder, name ?? '');
  };

  here('with articles chosen the key exports these and no others; with none, all', async () => {
    const { page, rooms, chooseTwo } = await openLibrary();
    await chooseTwo();
    await page.keyboard.press('ControlOrMeta+e');
    const dialog = page.getByRole('dialog', { name: rooms.words.export.title });
    const what = dialog.getByRole('button', { name: rooms.words.export.what });
    await what.filter({ hasText: rooms.words.export.articles_other.replace('{{count}}', '2') }).waitFor();
    await rooms.exportTo('笔记');
    expect(written()).toEqual([`${TITLES[0]}.md`, `${TITLES[1]}.md`]);
    await page
      .getByRole('toolbar', { name: rooms.words.library.selection.label })
      .getByRole('button', { name: rooms.words.library.selection.clear })
      .click();
    await page.keyboard.press('ControlOrMeta+e');
    await what.filter({ hasText: rooms.words.export.all }).waitFor();
    await rooms.exportTo('笔记');
    expect(written()).toEqual(TITLES.map((title) => `${title}.md`).sort());
    // The folder is remembered: written again with one click, as the last time.
    await rooms.open(TITLES[2] ?? '');
    await rooms.highlight('傍晚关门', 'fact');
    await page.keyboard.press('ControlOrMeta+e');
    await dialog.getByRole('button', { name: rooms.words.standing.again }).click();
    await dialog.getByRole('button', { name: rooms.words.export.done }).waitFor();
    expect(readFileSync(fileOf(TITLES[2] ?? ''), 'utf8')).toMatch(/\n> 傍晚关门\n/);
  });

  here('what was edited by hand is kept, with ours below it, and named; so is a file that was deleted', async () => {
    const { page, rooms } = await openLibrary();
    await page.keyboard.press('ControlOrMeta+e');
    await rooms.exportTo('笔记');
    const [edited, deleted] = [fileOf(TITLES[0] ?? ''), fileOf(TITLES[1] ?? '')];
    // The first line of the text, not its copy in the front matter.
    const mine = readFileSync(edited, 'utf8')
      .replace('\n清晨开门', '\n天亮开门')
      .replace('%% begin notes %%\n', '%% begin notes %%\n问过掌柜。\n');
    writeFileSync(edited, mine);
    rmSync(deleted);
    // Both have something new to say, else nothing would be written.
    for (const title of [TITLES[0], TITLES[1]]) {
      await rooms.open(title ?? '');
      await rooms.highlight('傍晚关门', 'fact');
    }
    await page.keyboard.press('ControlOrMeta+e');
    const dialog = page.getByRole('dialog', { name: rooms.words.export.title });
    await dialog.getByRole('button', { name: rooms.words.export.run, exact: true }).click();
    await dialog.getByRole('button', { name: rooms.words.export.done }).waitFor();
    const said = await dialog.innerText();
    for (const title of [TITLES[0], TITLES[1]]) expect(said).toContain(`${title}.md`);
    expect(said).toContain(rooms.words.export.missingFile);
    // What is gone comes last.
    expect(said.indexOf(rooms.words.export.reasons.conflict)).toBeGreaterThan(0);
    expect(said.indexOf(rooms.words.export.missingFile)).toBeGreaterThan(
      said.indexOf(rooms.words.export.reasons.conflict),
    );
    const after = readFileSync(edited, 'utf8');
    const lines = new Set(after.split('\n'));
    expect(mine.split('\n').filter((line) => !lines.has(line) && !/^(?:updated|jianbao_rev):/.test(line))).toEqual([]);
    expect(after).toMatch(/\n> \[!warning\] 冲突[\s\S]*> 清晨开门/);
    expect(after).toMatch(/\n> 傍晚关门\n/);
    expect(existsSync(deleted)).toBe(false);
    // Nothing new: nothing is written.
    await dialog.getByRole('button', { name: rooms.words.export.done }).click();
    await page.keyboard.press('ControlOrMeta+e');
    await rooms.exportTo('笔记');
    expect(readFileSync(edited, 'utf8')).toBe(after);
  });

  here('an export that is stopped is over, and the next one writes the rest', async () => {
    // Some seconds of writing: whoever stops it needs one.
    const pages = 600;
    const { page, rooms } = await window.open();
    await rooms.places.waitFor();
    await rooms.drop([makePages(window.ground.room, pages)]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await page.keyboard.press('ControlOrMeta+e');
    const dialog = page.getByRole('dialog', { name: rooms.words.export.title });
    await rooms.choosePlace('笔记');
    await dialog.getByRole('button', { name: rooms.words.export.run, exact: true }).click();
    await dialog.getByRole('button', { name: rooms.words.export.stop }).click();
    await dialog.getByRole('status').getByText(rooms.words.export.stopped).waitFor();
    await dialog.getByRole('button', { name: rooms.words.export.done }).click();
    await page.keyboard.press('ControlOrMeta+e');
    await rooms.exportTo('笔记');
    expect(written().length).toBe(pages);
  });
});
