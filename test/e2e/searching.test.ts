import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { termStrings } from '../../renderer/src/strings/terms.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { useWindow } from './use-window.ts';

const PAPERS = ['江城日报', '江城日报', '滨海晚报', '江城日报海外版', '滨海晚报', '江城日报'];
const DAYS = ['2023-01-05', '2023-02-11', '2023-03-18', '2023-04-02', '2023-05-20', '2023-06-30'];

/** From a word in the field to what a person wants of it: by condition, paper and time, kept and found again. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function openPapers() {
    const opened = await window.open();
    const { rooms } = opened;
    const { room } = window.ground;
    await rooms.places.waitFor();
    mkdirSync(room, { recursive: true });
    for (const [i, day] of DAYS.entries())
      writeFileSync(
        join(room, `${i}.md`),
        `---\npublication: ${PAPERS[i]}\npublished: ${day}\n---\n\n# 渡口消息之${i}\n\n营商环境的水位第${i}次公布。${i % 2 ? '物流提速。' : ''}\n`,
      );
    await rooms.drop([room]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    return opened;
  }

  here('nothing is asked while an input method composes, and what it wrote is found', async () => {
    const { page, rooms, complaints } = await openPapers();
    await page.evaluate(() => {
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      addEventListener('hashchange', () => asked.push(decodeURIComponent(location.hash)));
    });
    await rooms.searchBox.focus();
    const typing = await page.context().newCDPSession(page);
    for (const text of ['y', 'ying', 'ying shang'])
      await typing.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await expect.poll(() => rooms.searchBox.inputValue()).toBe('ying shang');
    await page.keyboard.press('Enter');
    await typing.send('Input.insertText', { text: '营商' });
    await rooms.result('渡口消息之0').waitFor();
    const asked = await page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
    expect(asked).toEqual(['#/search?q=营商']);
    expect(complaints.list()).toEqual([]);
  });

  here('papers and time narrow what was found, each with its number, and chips take them out again', async () => {
    const { page, rooms, complaints } = await openPapers();
    const words = rooms.words.search;
    const found = (number: number) =>
      expect
        .poll(() => page.locator('[data-search-results] [role=status]').innerText())
        .toBe(words.found_other.replace('{{number}}', `${number}`));
    await rooms.search('营商 -物流');
    await found(3);
    await page
      .getByRole('button', { name: words.takeOut.replace('{{text}}', words.without.replace('{{text}}', '物流')) })
      .click();
    await found(6);
    await page.getByRole('button', { name: words.facets.show }).click();
    const facets = page.getByRole('region', { name: words.facets.label });
    // Another paper that has this one's name in its own is not counted with it.
    await facets.getByRole('button', { name: '江城日报 3' }).click();
    await found(3);
    expect(await rooms.searchBox.inputValue()).toBe('营商 paper:=江城日报');
    await facets.getByRole('button', { name: '江城日报 3', pressed: true }).click();
    await found(6);

    // Dragged from the second month to the fourth.
    const bars = facets.locator('[data-timeline]');
    const box = await bars.boundingBox();
    if (!box) throw new Error('no timeline');
    const at = (month: number) => box.x + (box.width * (month - 0.5)) / DAYS.length;
    await page.mouse.move(at(2), box.y + 20);
    await page.mouse.down();
    await page.mouse.move(at(4), box.y + 20, { steps: 4 });
    await page.mouse.up();
    await found(3);
    expect(await rooms.searchBox.inputValue()).toBe('营商 from:2023-02 to:2023-04');
    // With the keyboard one month longer: what lies outside is still drawn.
    await facets.getByRole('slider', { name: words.timeline.to }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await found(4);
    await page.getByRole('button', { name: words.timeline.clear }).click();
    await found(6);
    // What was typed is drawn: before a month ends with the month before it.
    await rooms.search('营商 before:2023-04');
    const last = facets.getByRole('slider', { name: words.timeline.to });
    await expect.poll(() => last.getAttribute('aria-valuetext')).toMatch(/\D3月/);
    expect(complaints.list()).toEqual([]);
  });

  here('a saved search says what is new in it until somebody looks', async () => {
    const { page, rooms, complaints } = await openPapers();
    const words = rooms.words.search;
    await rooms.search('营商');
    await page.getByRole('button', { name: words.save }).click();
    const saved = rooms.places.getByRole('region', { name: words.savedSearches });
    await saved.getByRole('link', { name: '营商 6' }).waitFor();
    await page.getByRole('button', { name: words.unsave }).waitFor();
    await rooms.result('渡口消息之3').click();
    await rooms.article.getByRole('heading', { name: '渡口消息之3' }).waitFor();
    await rooms.goTo(rooms.words.library.places.unread);
    writeFileSync(join(window.ground.room, '新.md'), '# 新到\n\n营商环境又有消息。\n');
    await rooms.drop([join(window.ground.room, '新.md')]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    const fresh = words.fresh.replace('{{number}}', '1');
    await saved.getByRole('link', { name: `营商 ${fresh}` }).click();
    await rooms.result('新到').waitFor();
    await saved.getByRole('link', { name: '营商 7' }).waitFor();
    await page.getByRole('button', { name: words.rename }).click();
    await page.getByRole('textbox', { name: words.name }).fill('营商环境的事');
    await page.keyboard.press('Enter');
    await saved.getByRole('link', { name: '营商环境的事 7' }).waitFor();
    // What was looked for before stands below the empty field.
    await rooms.searchBox.fill('');
    await page.getByRole('region', { name: words.recent }).getByRole('link', { name: '营商' }).click();
    await rooms.result('新到').waitFor();
    expect(complaints.list()).toEqual([]);
  });

  here('fields are completed while they are typed, and the list one came from can be asked for', async () => {
    const { page, rooms, complaints } = await openPapers();
    const words = rooms.words.search;
    await rooms.goTo('滨海晚报');
    await rooms.searchBox.fill('营商 pa');
    const suggested = page.getByRole('list', { name: words.suggestions });
    await suggested.getByRole('link').filter({ hasText: 'paper:' }).click();
    await expect.poll(() => rooms.searchBox.inputValue()).toBe('营商 paper:');
    await rooms.searchBox.fill('营商 paper:江');
    await suggested.getByRole('link', { name: words.kinds.publication.replace('{{text}}', '江城日报海外版') }).click();
    await expect.poll(() => rooms.searchBox.inputValue()).toBe('营商 paper:=江城日报海外版 ');
    await rooms.result('渡口消息之3').waitFor();
    await rooms.searchBox.fill('营商');
    await rooms.result('渡口消息之0').waitFor();
    await page.getByRole('button', { name: words.within.replace('{{place}}', '滨海晚报') }).click();
    await expect.poll(() => rooms.results.getByRole('option').count()).toBe(2);
    expect(complaints.list()).toEqual([]);
  });

  here('a list of names becomes a table with passages, which is saved for a spreadsheet', async () => {
    const { page, rooms, complaints } = await openPapers();
    const words = termStrings['zh-Hans'];
    await rooms.search('营商');
    await page.getByRole('button', { name: rooms.words.search.facets.show }).click();
    await page.getByRole('button', { name: words.command }).click();
    const dialog = page.getByRole('dialog', { name: words.title });
    await dialog.getByRole('textbox', { name: words.names }).fill('物流提速\n无此人\n=水位\n，\n');
    await dialog.getByRole('textbox', { name: words.condition }).fill('paper:江城');
    await dialog.getByRole('button', { name: words.look_other.replace('{{count}}', '4') }).click();
    const said = words.said.replace('{{of}}', '4').replace('{{done}}', '4').replace('{{found}}', '1');
    await expect.poll(() => dialog.getByRole('status').innerText()).toBe(said);
    expect(await dialog.getByRole('row').filter({ hasText: '物流提速' }).getByRole('cell').first().innerText()).toBe(
      '3',
    );
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: words.save }).click();
    const file = await (await downloading).path();
    const lines = readFileSync(file, 'utf8').split('\r\n');
    expect(lines[0]).toBe(
      `\ufeff${Object.values(['name', 'articles', 'title', 'paper', 'date', 'hits', 'passage'] as const)
        .map((key) => words.columns[key])
        .join(',')}`,
    );
    expect(lines.filter((line) => line.startsWith('物流提速,3,'))).toHaveLength(3);
    expect(lines.filter((line) => line.startsWith("'=水位,"))).toHaveLength(1);
    await dialog.getByRole('link', { name: '物流提速' }).click();
    await expect.poll(() => rooms.searchBox.inputValue()).toBe('"物流提速" paper:江城');
    expect(complaints.list()).toEqual([]);
  });
});
