import { resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { panelStrings } from '../../renderer/src/strings/annotation-panel.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { isInView, listPainted } from './rooms.ts';
import { useWindow } from './use-window.ts';

const NOTE = resolve('resources/samples/reading-note.md');
const PAGE = resolve('resources/samples/jichuan-daily-2024-03-18-p3.txt');
const TITLE = '读报札记：怎样读一条“同比增长”';
const STREET = '柳荫巷：一条老街的 慢与暖';
const FAR = '先问住户';

/** Every highlight of the archive in one list, and both ways between it and the articles. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function openMarked() {
    const opened = await window.open();
    const { rooms, page } = opened;
    await rooms.places.waitFor();
    await rooms.drop([NOTE, PAGE]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open(TITLE);
    await rooms.highlight('读报札记', 'question');
    await rooms.open(STREET);
    await rooms.highlight(FAR, 'fact');
    await rooms.writeNote(FAR, '再去一次柳蔭巷');
    const panel = page.getByRole('main', { name: rooms.words.panel.title });
    const rows = panel.getByRole('listbox', { name: rooms.words.panel.list }).getByRole('option');
    const side = panel.getByRole('region', { name: rooms.words.panel.chosen });
    return { ...opened, panel, rows, side };
  }

  here('with the mouse: found by words and meaning, looked at, gone to, and come back to from its card', async () => {
    const { page, rooms, panel, rows, side, complaints } = await openMarked();
    const { words } = rooms;
    await rooms.goTo(words.library.places.notes);
    await expect.poll(() => rows.count()).toBe(2);
    await panel.getByRole('searchbox', { name: words.panel.filter.text }).fill('柳荫');
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.first().innerText()).toContain('再去一次柳蔭巷');
    await panel.getByRole('button', { name: words.panel.filter.clear }).click();
    await expect.poll(() => rows.count()).toBe(2);
    await panel.getByRole('button', { name: words.panel.filter.colour }).click();
    await page.getByRole('option', { name: `${words.marks.colours.question}（1）` }).click();
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('读报札记')]);
    expect(await page.evaluate(() => location.hash)).toContain('colour=question');
    await page.reload();
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('读报札记')]);
    await panel.getByRole('button', { name: words.panel.filter.clear }).click();
    await rows.filter({ hasText: FAR }).click();
    await side.getByText('再去一次柳蔭巷').waitFor();
    await side.getByRole('button', { name: words.panel.inArticle }).click();
    await rooms.article.getByRole('heading', { name: STREET }).waitFor();
    await expect.poll(() => listPainted(page)).toMatchObject({ 'mark-active': [FAR] });
    await expect.poll(() => isInView(page, 'mark-active')).toBe(true);
    await rooms.card(FAR).getByRole('button', { name: words.marks.inPanel }).click();
    await expect
      .poll(() => panel.getByRole('option', { selected: true }).allInnerTexts())
      .toEqual([expect.stringContaining(FAR)]);
    expect(complaints.list()).toEqual([]);
  });

  here('days are typed and chosen as the language of the window has them, whatever the system speaks', async () => {
    const { page, rooms, panel, rows, complaints } = await openMarked();
    const { filter } = rooms.words.panel;
    const hash = () => page.evaluate(() => location.hash);
    const field = (name: string) => page.getByRole('group', { name, exact: true });
    const written = async (day: Locator) => (await day.innerText()).replaceAll(/[^\d/]/g, '');
    await rooms.goTo(rooms.words.library.places.notes);
    await expect.poll(() => rows.count()).toBe(2);

    // Typed: one key after the other, each figure in its place.
    const until = field(filter.until);
    await until.getByRole('spinbutton').first().focus();
    await page.keyboard.type('20190507');
    await expect.poll(hash).toContain('until=2019-05-07');
    await expect.poll(() => written(until)).toBe('2019/05/07');
    await panel.getByRole('heading', { name: rooms.words.panel.none.title }).waitFor();

    // Chosen with keys: the week after in the same month.
    await page.keyboard.press('Alt+ArrowDown');
    const month = page.getByRole('dialog', { name: filter.until });
    expect(await month.getByRole('heading').innerText()).toBe('2019年5月');
    await month
      .getByRole('button', { name: /5月7日/ })
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await month.waitFor({ state: 'detached' });
    await expect.poll(hash).toContain('until=2019-05-14');

    // Taken back with the mouse.
    await until.getByRole('button').click();
    await month.getByRole('button', { name: filter.anyDay }).click();
    await expect.poll(() => rows.count()).toBe(2);
    expect(await hash()).not.toContain('until');

    const from = field(filter.from);
    await from.getByRole('spinbutton').first().focus();
    await page.keyboard.type('20190507');
    await expect.poll(() => written(from)).toBe('2019/05/07');
    await rooms.command(rooms.words.app.language);
    await expect.poll(() => written(field(panelStrings.en.filter.from))).toBe('07/05/2019');
    expect(complaints.list()).toEqual([]);
  });

  here('without a mouse: stepped through, opened, come back to, removed and brought back', async () => {
    const { page, rooms, panel, rows, side, complaints } = await openMarked();
    const { words } = rooms;
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press('Escape', 'm');
    await expect.poll(() => rows.count()).toBe(2);
    await side.getByText(FAR).waitFor();
    await press('ArrowDown');
    await side.getByText('读报札记', { exact: true }).waitFor();
    await press('Enter');
    await rooms.article.getByRole('heading', { name: TITLE }).waitFor();
    await expect.poll(() => listPainted(page)).toMatchObject({ 'mark-active': ['读报札记'] });
    await press('m');
    await expect
      .poll(() => panel.getByRole('option', { selected: true }).allInnerTexts())
      .toEqual([expect.stringContaining('读报札记')]);
    await press('Delete');
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining(FAR)]);
    await press('ControlOrMeta+z');
    await expect.poll(() => rows.count()).toBe(2);
    await press('ControlOrMeta+a', 'Delete');
    await panel.getByRole('heading', { name: words.panel.empty.title }).waitFor();
    await press('ControlOrMeta+z');
    await expect.poll(() => rows.count()).toBe(2);
    await press('Escape');
    await rooms.list.getByRole('option').first().waitFor();
    expect(complaints.list()).toEqual([]);
  });
});
