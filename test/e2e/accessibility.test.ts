import { describe, expect, test } from 'vitest';
import { correctionStrings } from '../../renderer/src/strings/corrections.ts';
import { jumpsStrings } from '../../renderer/src/strings/jumps.ts';
import { templateStrings } from '../../renderer/src/strings/templates.ts';
import { termStrings } from '../../renderer/src/strings/terms.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { makeJumpPages } from './jump-pages.ts';
import { selectWords } from './rooms.ts';
import { lookFor } from './serious-faults.ts';
import { useWindow } from './use-window.ts';

describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const window = useWindow(host, 'en');

  test.skipIf(!host.isHere).each([
    { theme: 'day', night: false },
    { theme: 'night', night: true },
  ])(
    'no screen has a serious fault for assistive technology by $theme',
    async ({ night }) => {
      const { page, rooms } = await window.open({ locale: 'en-GB', night });
      const { look, faults, tellUndecided } = lookFor(page);

      await page.getByRole('heading', { name: rooms.words.library.empty.archive.title }).waitFor();
      await look('a new archive');
      await page.getByRole('button', { name: rooms.words.library.empty.archive.samples }).click();
      await rooms.waitForImport();
      await look('an import that is over');
      await rooms.dismissImport();
      // Not whichever came first: one whose date was inferred shows all that the reader can say above a text.
      await rooms.open('柳荫巷：一条老街的 慢与暖');
      // A row under the pointer stands on a darker ground.
      await rooms.list.locator('[role="option"]:not([aria-selected="true"])').nth(2).hover();
      await look('library and reader');
      await rooms.highlight('工单，由住户签字', 'question');
      await rooms.writeNote('工单，由住户签字', 'Ask who *signs*.');
      await look('a highlight and its card');
      await selectWords(page, rooms.article, '由住户签字');
      await page.keyboard.press('x');
      const correcting = page.getByRole('dialog', { name: correctionStrings.en.title });
      await correcting.getByRole('textbox', { name: correctionStrings.en.now }).fill('由户主签字');
      await look('what should stand there');
      await page.keyboard.press('Enter');
      await correcting.waitFor({ state: 'detached' });
      await rooms.article.getByText('由户主签字').first().waitFor();
      await page.keyboard.press('Shift+X');
      await look('a highlight that asks, and a correction');
      await page.keyboard.press('m');
      const notes = page.getByRole('listbox', { name: rooms.words.panel.list });
      await notes.getByRole('option').first().waitFor();
      await look('all highlights');
      const { from } = rooms.words.panel.filter;
      await page.getByRole('group', { name: from, exact: true }).getByRole('button').click();
      await page.getByRole('dialog', { name: from }).getByRole('grid').waitFor();
      await look('a day to choose');
      await page.keyboard.press('Escape');
      await notes.focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('h');
      await page.locator('a[data-day]').first().waitFor();
      await look('holdings calendar');
      await rooms.search('的');
      await look('search');
      await page.getByRole('button', { name: rooms.words.search.facets.show }).click();
      await page.getByRole('region', { name: rooms.words.search.facets.label }).getByRole('slider').first().waitFor();
      await look('facets');
      await page.getByRole('button', { name: termStrings.en.command }).click();
      const terms = page.getByRole('dialog', { name: termStrings.en.title });
      await terms.getByRole('textbox', { name: termStrings.en.names }).fill('渡口\n无此人');
      await terms.getByRole('button', { name: termStrings.en.look_other.replace('{{count}}', '2') }).click();
      await terms.getByRole('button', { name: termStrings.en.save }).waitFor();
      await look('a list of names');
      await page.keyboard.press('Escape');
      await terms.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: rooms.words.search.save }).click();
      await page.getByRole('button', { name: rooms.words.search.rename }).click();
      await page.getByRole('textbox', { name: rooms.words.search.name }).waitFor();
      await look('the name of a saved search');
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+e');
      await page.getByRole('dialog', { name: rooms.words.export.title }).waitFor();
      await look('export');
      await page.getByRole('button', { name: templateStrings.en.none }).click();
      await page.getByRole('option', { name: templateStrings.en.another }).click();
      await page.getByRole('textbox', { name: templateStrings.en.source }).fill('{{ title');
      await page.getByRole('button', { name: templateStrings.en.goTo }).waitFor();
      await look('a template that is stopped');
      await page.getByRole('button', { name: templateStrings.en.cancel }).click();
      await page.getByRole('dialog', { name: rooms.words.export.title }).waitFor();
      await page.keyboard.press('Escape');
      await page.evaluate(() => {
        location.hash = '#/settings';
      });
      await page.getByRole('dialog').waitFor();
      await look('settings');
      await page.keyboard.press('Escape');
      await rooms.results.getByRole('option').first().click();
      await rooms.article.getByRole('heading').first().waitFor();
      await rooms.openDesk();
      await look('the desk');
      await page.keyboard.press('q');
      await page.getByRole('listbox', { name: rooms.words.queue.list }).getByRole('option').first().waitFor();
      await look('the queue');
      await page.evaluate(() => {
        location.hash = '#/';
      });
      await rooms.open('城北三条背街试行早市错时摆摊');
      await page.keyboard.press('o');
      await page.getByRole('region', { name: rooms.words.desk.raw }).getByRole('img').waitFor();
      await look('an article beside its page');
      await rooms.openDesk();
      await page.getByRole('region', { name: rooms.words.desk.raw }).getByRole('img').waitFor();
      await look('a printed page at the desk');
      const folder = makeJumpPages(window.ground.room);
      await rooms.drop([folder]);
      await rooms.waitForImport();
      await rooms.dismissImport();
      await page.evaluate(() => {
        location.hash = '#/jumps';
      });
      await page.getByRole('button', { name: jumpsStrings.en.join }).waitFor();
      await look('jumps');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await rooms.open('汀溪渡口添了两艘电渡船');
      await rooms.article.getByRole('separator').waitFor();
      await look('an article on two pages');
      await page.keyboard.press('ControlOrMeta+k');
      const palette = page.getByRole('dialog', { name: rooms.words.app.palette });
      await palette.getByRole('searchbox').fill(rooms.words.intake.askAlways);
      await palette.getByRole('menuitem', { name: rooms.words.intake.askAlways }).click();
      await palette.waitFor({ state: 'detached' });
      await rooms.drop([folder]);
      const naming = page.getByRole('dialog', { name: rooms.words.intake.names.title });
      await naming.getByRole('textbox').fill('{paper}/{yyyy}-{mm}-{dd}/第1版.txt');
      await naming.getByRole('option').first().waitFor();
      await look('a naming rule');
      await naming.getByRole('textbox').fill('{paper');
      await naming.locator('mark').waitFor();
      await look('a naming rule that is wrong');

      tellUndecided(night ? 'in the night' : 'in the day');
      expect(faults).toEqual({});
      // Thirty screens, each looked at whole: on a crowded machine that is more than the two minutes of a journey.
    },
    300_000,
  );
});
