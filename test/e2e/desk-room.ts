import type { Page } from 'playwright-core';
import type { Rooms } from './rooms.ts';

export interface SeenBlock {
  readonly place: string;
  readonly role: string;
  readonly text: string;
}

/** The page desk and its queue as a person at the keyboard works them: nothing in here touches the mouse. */
export function enterDesk(page: Page, { words }: Rooms) {
  const clean = page.getByRole('region', { name: words.desk.clean });
  const rail = page.getByRole('complementary', { name: words.deskActs.doubt.list });
  const queue = page.getByRole('listbox', { name: words.queue.list });

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }

  /** The articles as they stand, block by block. */
  function articles(): Promise<SeenBlock[][]> {
    return clean.locator('article').evaluateAll((cards) =>
      cards.map((card) =>
        [...card.querySelectorAll<HTMLElement>('[role="option"]')].map((block) => ({
          place: block.dataset.place ?? '',
          role: block.dataset.role ?? '',
          text: [...block.querySelectorAll('[data-from]')].map((part) => part.textContent).join(''),
        })),
      ),
    );
  }

  const places = async () => (await articles()).map((blocks) => blocks.map(({ place }) => place));

  return {
    /** Which page it is, and how far. */
    head: page.getByRole('banner').or(page.locator('main > header')).first(),
    clean,
    rail,
    queue,
    press,
    articles,
    places,
    /** Where the keyboard is: the place of the current block. */
    current: () => clean.locator('[role="option"][data-current]').getAttribute('data-place'),
    chosen: () =>
      clean
        .locator('[role="option"][aria-selected="true"]')
        .evaluateAll((blocks) => blocks.map((block) => (block as HTMLElement).dataset.place)),
    doubts: () =>
      rail
        .getByRole('listitem')
        .filter({ has: page.locator('button') })
        .count(),
    doubt: () => rail.locator('[aria-current]').innerText(),
    /** From wherever one is to the queue, and the page with that name opened by Enter. */
    async open(name: string): Promise<void> {
      await press('q');
      await queue.getByRole('option').first().waitFor();
      const row = queue.getByRole('option').filter({ hasText: name });
      await row.waitFor();
      await press('Home');
      for (let step = 0; step < 20 && (await row.getAttribute('aria-selected')) !== 'true'; step += 1) {
        await press('ArrowDown');
      }
      await press('Enter');
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await clean.locator('[role="option"][data-current]').waitFor();
    },
    /** Arrow keys, until the block with these words is the current one. */
    async walkTo(phrase: string): Promise<void> {
      const current = clean.locator('[role="option"][data-current]');
      const order = (await articles()).flat();
      const from = await current.getAttribute('data-place');
      const start = order.findIndex(({ place }) => place === from);
      const end = order.findIndex(({ text }) => text.includes(phrase));
      if (end < 0) throw new Error(`no block says “${phrase}”`);
      for (let step = 0; step < Math.abs(end - start); step += 1) await press(end > start ? 'ArrowDown' : 'ArrowUp');
      await current.and(clean.locator(`[data-place="${order[end]?.place}"]`)).waitFor();
    },
    /** What the window says about the last act. */
    notice: (text: string) => page.getByRole('alertdialog').filter({ hasText: text }),
  };
}
