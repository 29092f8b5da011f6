import type { Locator, Page } from 'playwright-core';

/** Chromium loses about one in twenty of the drops that are made this way: two `dragover` come, and nothing after them. */
const TRIES = 5;
const MILLISECONDS = 5_000;

/** Drops files and folders as a hand would: the browser makes real entries of them, which no script could. */
export async function dropPaths(page: Page, onto: Locator, paths: readonly string[]): Promise<void> {
  const box = await onto.boundingBox();
  if (!box) throw new Error('there is nothing to drop onto');
  const session = await page.context().newCDPSession(page);
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const dropped = await page.evaluateHandle(() => {
    const seen = { drop: false };
    window.addEventListener('drop', () => Object.assign(seen, { drop: true }), { capture: true, once: true });
    return seen;
  });
  for (let tries = 1; ; tries += 1) {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, ...at, data });
    }
    const arrived = await page
      .waitForFunction((seen) => seen.drop, dropped, { timeout: MILLISECONDS })
      .then(
        () => true,
        () => false,
      );
    if (arrived) break;
    if (tries === TRIES) throw new Error(`the window saw none of ${TRIES} drops`);
    await session.send('Input.dispatchDragEvent', { type: 'dragCancel', ...at, data });
  }
  await dropped.dispose();
  await session.detach();
}
