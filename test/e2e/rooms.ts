import type { Locator, Page } from 'playwright-core';
import { panelStrings } from '../../renderer/src/strings/annotation-panel.ts';
import { annotationStrings } from '../../renderer/src/strings/annotations.ts';
import { appStrings } from '../../renderer/src/strings/app.ts';
import { deskStrings } from '../../renderer/src/strings/desk.ts';
import { deskActStrings } from '../../renderer/src/strings/desk-acts.ts';
import { deskQueueStrings } from '../../renderer/src/strings/desk-queue.ts';
import { exportStrings } from '../../renderer/src/strings/export.ts';
import { holdingsStrings } from '../../renderer/src/strings/holdings.ts';
import { intakeStrings } from '../../renderer/src/strings/intake.ts';
import { libraryStrings } from '../../renderer/src/strings/library.ts';
import { readerStrings } from '../../renderer/src/strings/reader.ts';
import { searchStrings } from '../../renderer/src/strings/search.ts';
import { standingStrings } from '../../renderer/src/strings/standing.ts';
import { dropPaths } from './drop.ts';

export type Language = 'zh-Hans' | 'en';

/** The window as a person or a screen reader finds it: by role and name, in the words of the interface itself. */
export function enterRooms(page: Page, language: Language = 'zh-Hans') {
  const words = {
    app: appStrings[language],
    intake: intakeStrings[language],
    library: libraryStrings[language],
    holdings: holdingsStrings[language],
    search: searchStrings[language],
    export: exportStrings[language],
    standing: standingStrings[language],
    reader: readerStrings[language],
    marks: annotationStrings[language],
    panel: panelStrings[language],
    desk: deskStrings[language],
    deskActs: deskActStrings[language],
    queue: deskQueueStrings[language],
  };
  const places = page.getByRole('navigation', { name: words.app.panes.places });
  const list = page.getByRole('listbox', { name: words.library.list });
  const article = page.getByRole('main', { name: words.app.panes.article });
  const importing = page.getByRole('region', { name: words.intake.title });
  const searchBox = page.getByRole('searchbox', { name: words.search.label });
  const results = page.getByRole('listbox', { name: words.search.results });

  const margin = article.getByRole('list', { name: words.marks.margin });
  const card = (phrase: string): Locator => margin.getByRole('article').filter({ hasText: phrase }).first();
  const row = (title: string): Locator => list.getByRole('option').filter({ hasText: title }).first();

  async function findRow(title: string): Promise<Locator> {
    await list.getByRole('option').first().waitFor();
    const frame = await list.boundingBox();
    // Not with the wheel: on a slow machine its turns come late, and move the row away under a press.
    const scrollTo = (top: number) =>
      list.evaluate((element, to) => element.scrollTo({ top: to, behavior: 'instant' }), top);
    await scrollTo(0);
    for (let step = 1; step <= 120; step += 1) {
      await page.waitForTimeout(100);
      const box = (await row(title).isVisible()) ? await row(title).boundingBox() : null;
      if (box && frame && box.y >= frame.y && box.y + box.height <= frame.y + frame.height) break;
      // It may not have been there yet when its place was looked at.
      await scrollTo((step % 30) * 300);
    }
    return row(title);
  }

  /** A folder of the home for an export, unless one is chosen already; on loopback the page draws the chooser itself. */
  async function choosePlace(folder: string): Promise<void> {
    const dialog = page.getByRole('dialog', { name: words.export.title });
    await dialog.waitFor();
    if (!(await dialog.getByText(words.export.noPlace).isVisible())) return;
    await dialog.getByRole('button', { name: words.export.choose }).click();
    const chooser = page.getByRole('dialog', { name: words.export.chooseTitle });
    await chooser
      .or(dialog.getByText(folder, { exact: true }))
      .first()
      .waitFor();
    if (!(await chooser.isVisible())) return;
    await chooser.getByRole('option', { name: folder }).click();
    await chooser.getByRole('option', { name: folder }).waitFor({ state: 'detached' });
    await chooser.getByRole('button', { name: words.export.here }).click();
  }

  return {
    words,
    places,
    list,
    article,
    importing,
    results,
    searchBox,
    /** Drops paths anywhere in the window. */
    drop: (paths: readonly string[]) => dropPaths(page, page.locator('body'), paths),
    /** What the panel says when the import is over and every page is separated. */
    async waitForImport(milliseconds = 60_000): Promise<string> {
      const { finished, failed } = words.intake.phases;
      const over = (name: string) => importing.getByRole('heading', { name, exact: true });
      await over(finished).or(over(failed)).waitFor({ timeout: milliseconds });
      const said = await importing.innerText();
      if (await over(failed).isVisible()) throw new Error(said);
      return said;
    },
    dismissImport: () => importing.getByRole('button', { name: words.intake.dismiss }).click(),
    row,
    /** Scrolls until the row is there: of a long list only what is in view exists. */
    findRow,
    async open(title: string): Promise<void> {
      await (await findRow(title)).click();
      await article.getByRole('heading', { name: title }).waitFor();
    },
    async search(text: string): Promise<void> {
      await searchBox.fill(text);
      await results.waitFor();
    },
    result: (title: string): Locator => results.getByRole('option').filter({ hasText: title }),
    goTo: (name: string) => places.getByRole('link', { name }).click(),
    undoLast: () => page.getByRole('button', { name: words.app.undo }).click(),
    /** Marks words of the open article, as with the mouse. */
    async highlight(phrase: string, colour: keyof typeof words.marks.colours): Promise<void> {
      await selectWords(page, article, phrase);
      const name = words.marks.highlightAs.replace('{{colour}}', words.marks.colours[colour]);
      await page.getByRole('toolbar', { name: words.marks.toolbar }).getByRole('button', { name }).click();
      await card(phrase).waitFor();
    },
    /** The card of a mark; each carries its words for who cannot see where it stands. */
    card,
    async writeNote(phrase: string, note: string): Promise<void> {
      await card(phrase).getByRole('button').first().click();
      await card(phrase).getByRole('button', { name: words.marks.addNote }).click();
      const field = card(phrase).getByRole('textbox', { name: words.marks.note });
      await field.fill(note);
      await card(phrase).getByRole('button', { name: words.marks.done }).click();
      // What stands in the field is a text of the page too, long before it is written.
      await field.waitFor({ state: 'detached' });
      await card(phrase).getByText(note).waitFor();
    },
    async tag(path: string): Promise<void> {
      // A highlight's card has a button of that name, too.
      const tags = article.getByRole('group', { name: words.reader.tags.label });
      await tags.getByRole('button', { name: words.reader.tags.add }).click();
      await tags.getByRole('combobox', { name: words.reader.tags.add }).fill(path);
      await page.getByRole('option', { name: path }).click();
      // The list of what could be added closes first, then the field.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await tags.getByText(path).first().waitFor();
    },
    /** The open article beside the raw page it came from. */
    async openDesk(): Promise<void> {
      await article.getByRole('button', { name: words.reader.toolbar.more }).click();
      await page.getByRole('menuitem', { name: words.reader.foot.desk }).click();
      await page.getByRole('region', { name: words.desk.clean }).waitFor();
    },
    /** Brings words of the open article to the middle of the screen. */
    async scrollTo(phrase: string): Promise<void> {
      await article
        .getByText(phrase)
        .first()
        .evaluate((element) => element.scrollIntoView({ block: 'center' }));
    },
    /** Opens the command palette and runs what bears the name. */
    async command(name: string): Promise<void> {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog', { name: words.app.palette }).locator('input').fill(name);
      await page.getByRole('menuitem', { name }).first().click();
    },
    choosePlace,
    /** Sends what the dialog shows to a folder of the home. */
    async exportTo(folder: string): Promise<string> {
      const dialog = page.getByRole('dialog', { name: words.export.title });
      await choosePlace(folder);
      await dialog.getByRole('button', { name: words.export.run, exact: true }).click();
      const done = dialog.getByRole('button', { name: words.export.done });
      await done.waitFor({ timeout: 30_000 });
      const said = await dialog.getByRole('status').innerText();
      await done.click();
      return said;
    },
  };
}
export type Rooms = ReturnType<typeof enterRooms>;

interface Place {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** Where a phrase stands on the screen, once nothing moves: just inside its first and its last character. */
async function findPhrase(page: Page, within: Locator, phrase: string): Promise<Place> {
  let before: Place | undefined;
  for (let look = 0; look < 200; look += 1) {
    const now = await lookForPhrase(within, phrase);
    if (now && JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
    await page.waitForTimeout(100);
  }
  throw new Error(`“${phrase}” is not on the screen, or does not stand still`);
}

async function lookForPhrase(within: Locator, phrase: string): Promise<Place | undefined> {
  return within.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      const block = node.parentElement;
      if (at < 0 || !block?.hasAttribute('data-start')) continue;
      const box = block.getBoundingClientRect();
      if (box.top < 80 || box.bottom > innerHeight - 80) block.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      const boxOf = (start: number) => {
        range.setStart(node, start);
        range.setEnd(node, start + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { left, right, middle: (top + bottom) / 2 };
      };
      const first = boxOf(at);
      const last = boxOf(at + wanted.length - 1);
      return { from: { x: first.left + 1, y: first.middle }, to: { x: last.right - 1, y: last.middle } };
    }
    return undefined;
  }, phrase);
}

/** Selects words of the article as a hand does, from their first character to their last. */
export async function selectWords(page: Page, within: Locator, phrase: string): Promise<void> {
  const { from, to } = await findPhrase(page, within, phrase);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** The words painted by the CSS Custom Highlight API, by the highlight's name. */
export function listPainted(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const wordsOf = ({ startContainer, startOffset, endContainer, endOffset }: AbstractRange) => {
      const range = new Range();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return String(range);
    };
    return Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(wordsOf)]));
  });
}

/** Whether the words of that highlight stand where one can see them. */
export function isInView(page: Page, name: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const [still] = CSS.highlights.get(wanted) ?? [];
    const view = document.querySelector('[data-reader]')?.getBoundingClientRect();
    if (!still || !view) return false;
    const range = new Range();
    range.setStart(still.startContainer, still.startOffset);
    range.setEnd(still.endContainer, still.endOffset);
    const words = range.getBoundingClientRect();
    return words.top >= view.top && words.bottom <= view.bottom;
  }, name);
}
