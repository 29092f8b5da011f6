import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { fillFolder, makePages } from './material.ts';
import { isInView, listPainted } from './rooms.ts';
import { useWindow } from './use-window.ts';

const STREET = '柳荫巷：一条老街的 慢与暖';
const MARKED = '返工少了六成';
const NOTE = '向修缮中心要逐院的数字';
const TAG = '城市/老街';

/** The main job, from a folder on the disk to a folder of notes, on every host that is here. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  /** The files below the folder that was exported to, with what they hold. */
  function readVault(): Map<string, string> {
    const root = join(window.ground.home, '笔记');
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    return new Map(names.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
  }

  here('a folder is dropped: its files become articles, what is none is refused by name', async () => {
    const { rooms, complaints } = await window.open();
    await rooms.drop([fillFolder(window.ground.room)]);
    const said = await rooms.waitForImport();
    expect(said).toContain(rooms.words.intake.reasons.empty);
    expect(said).toContain(rooms.words.intake.reasons.binary);
    expect(said).toMatch(/同一篇\.md|reading-note\.md/);
    await rooms.dismissImport();
    for (const title of [STREET, '夜市收摊以后，灯还亮着', '读报札记', '旧报人日记三则']) {
      await rooms.search(title.slice(0, 4));
      await rooms.result(title).first().waitFor();
    }
    expect(complaints.list()).toEqual([]);
  });

  here('a folder that is chosen comes in whole, each file under its path inside it', async () => {
    const { page, rooms, complaints } = await window.open();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: rooms.words.library.empty.archive.folder }).click(),
    ]);
    await chooser.setFiles(fillFolder(window.ground.room));
    const said = await rooms.waitForImport();
    for (const path of ['剪下来的/空.txt', '剪下来的/子文件夹/同一篇.md']) expect(said).toContain(path);
    await rooms.dismissImport();
    await rooms.findRow('读报札记');
    expect(complaints.list()).toEqual([]);
  });

  here('files of one name from several folders come in, each under a name of its own', async () => {
    const { page, rooms, complaints } = await window.open();
    const paths = ['甲', '乙', '丙'].map((place) => join(window.ground.room, place, '来信.txt'));
    for (const [index, path] of paths.entries()) {
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, `第${index + 1}封来信\n\n${'桥已经修好，路还没有。'.repeat(40_000)}\n`);
    }
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: rooms.words.library.empty.archive.files }).click(),
    ]);
    await chooser.setFiles(paths);
    const said = await rooms.waitForImport();
    for (const name of ['来信.txt', '来信 (2).txt', '来信 (3).txt']) expect(said).toContain(name);
    await rooms.dismissImport();
    await rooms.places.getByRole('link', { name: rooms.words.library.places.all }).getByText('3').waitFor();
    expect(complaints.list()).toEqual([]);
  });

  here('read, highlight, tag, search, export, close, open again: everything is as it was', async () => {
    const first = await window.open();
    await first.rooms.drop([fillFolder(window.ground.room)]);
    await first.rooms.waitForImport();
    await first.rooms.dismissImport();

    await first.rooms.open(STREET);
    await first.rooms.highlight(MARKED, 'fact');
    await first.rooms.highlight('少了六成，纠纷', 'question');
    await expect
      .poll(() => listPainted(first.page))
      .toMatchObject({
        'mark-fact': [MARKED],
        'mark-question': ['少了六成，纠纷'],
      });
    await first.rooms.writeNote(MARKED, NOTE);
    await first.rooms.tag(TAG);

    await first.rooms.search('瓦当');
    await first.rooms.result(STREET).click();
    await first.page.getByRole('toolbar', { name: first.rooms.words.reader.hits.label }).waitFor();
    await expect.poll(() => listPainted(first.page)).toMatchObject({ 'hit-now': ['瓦当'] });
    // The way to a hit begins where reading stopped, far below it.
    await expect.poll(() => isInView(first.page, 'hit-now')).toBe(true);

    await first.rooms.command(first.rooms.words.export.command);
    const said = await first.rooms.exportTo('笔记');
    const vault = readVault();
    expect(said).toContain(String(vault.size));
    const street = [...vault].find(([name]) => name.includes('一条老街'))?.[1] ?? '';
    for (const words of [MARKED, NOTE, '城市/老街', '石板路刚被雨水洗过']) expect(street).toContain(words);
    await first.rooms.command(first.rooms.words.export.command);
    await first.rooms.exportTo('笔记');
    expect(readVault()).toEqual(vault);
    expect(first.complaints.list()).toEqual([]);

    const again = await window.open();
    await again.rooms.open(STREET);
    await again.rooms.card(MARKED).getByText(NOTE).waitFor();
    await expect
      .poll(() => listPainted(again.page))
      .toMatchObject({
        'mark-fact': [MARKED],
        'mark-question': ['少了六成，纠纷'],
      });
    await again.rooms.article
      .getByRole('group', { name: again.rooms.words.reader.tags.label })
      .getByText(TAG)
      .waitFor();
    await again.rooms.goTo(TAG);
    await again.rooms.row(STREET).waitFor();
    expect(again.complaints.list()).toEqual([]);
  });

  here('an article is deleted and comes back with everything on it; a reload stays where one was', async () => {
    const { page, rooms, complaints } = await window.open();
    await rooms.drop([fillFolder(window.ground.room)]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open(STREET);
    await rooms.highlight(MARKED, 'fact');
    await rooms.card(MARKED).waitFor();

    await rooms.row(STREET).click();
    await page.keyboard.press('Delete');
    await rooms.row(STREET).waitFor({ state: 'detached' });
    await rooms.undoLast();
    await rooms.open(STREET);
    await expect.poll(() => listPainted(page)).toMatchObject({ 'mark-fact': [MARKED] });

    await page.reload();
    await rooms.article.getByRole('heading', { name: STREET }).waitFor();
    await rooms.card(MARKED).waitFor();
    expect(complaints.list()).toEqual([]);
  });

  here('the service dies in the middle of an import: it is said, it goes on, and nothing is lost', async () => {
    const pages = 600;
    const { page, rooms, complaints, killService } = await window.open();
    await rooms.drop([makePages(window.ground.room, pages)]);
    // Some are there, and it knows how many there will be.
    await page.waitForFunction(
      ({ label, all }) => {
        const bar = document.querySelector(`section[aria-label="${label}"] [role="progressbar"]`);
        const [now, max] = ['aria-valuenow', 'aria-valuemax'].map((name) => Number(bar?.getAttribute(name) ?? 0));
        return (now ?? 0) > 40 && max === all;
      },
      { label: rooms.words.intake.title, all: pages },
      { timeout: 30_000 },
    );
    await killService();
    const told = page.getByText(rooms.words.app.connection.lost).or(page.getByText(rooms.words.intake.phases.resuming));
    await told.first().waitFor();
    await rooms.waitForImport(60_000);
    await page.getByText(rooms.words.app.connection.lost).waitFor({ state: 'detached' });
    await rooms.dismissImport();
    await rooms.places.getByRole('link', { name: rooms.words.library.places.all }).getByText(String(pages)).waitFor();
    expect(complaints.list()).toEqual([]);

    const again = await window.open();
    await again.rooms.places
      .getByRole('link', { name: again.rooms.words.library.places.all })
      .getByText(String(pages))
      .waitFor();
  });
});
