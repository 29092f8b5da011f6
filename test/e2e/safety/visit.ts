import type { Page } from 'playwright-core';
import type { HostileArticle } from './hostile-archive.ts';
import { provoke } from './provoke.ts';

/** Opens the article, waits until its own words are drawn, and does to it what a hand might. One question to the page where six would do it too: there are hundreds of articles. */
export async function visit(page: Page, { id, words }: HostileArticle): Promise<void> {
  await page.evaluate(
    ([article, wanted]) =>
      new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`“${wanted}” was not drawn`)), 20_000);
        const look = () => {
          if (!document.querySelector('main article')?.textContent?.includes(wanted ?? '')) return;
          clearTimeout(late);
          observer.disconnect();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, characterData: true, subtree: true });
        location.hash = `#/article/${article}`;
        look();
      }),
    [id, words],
  );
  await provoke(page.mainFrame(), 'main article, main article :not(button, a, input, textarea, [role], [role] *)');
}

/** Does the work of every item, a few at a time: what is waited for is mostly time itself. */
export async function withPages<Item>(
  pages: readonly Page[],
  items: Iterable<Item>,
  work: (page: Page, item: Item) => Promise<void>,
): Promise<void> {
  const rest = Iterator.from(items);
  await Promise.all(
    pages.map(async (page) => {
      for (const item of { [Symbol.iterator]: () => rest }) await work(page, item);
    }),
  );
}
