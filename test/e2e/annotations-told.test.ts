import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { JOURNEY_HOSTS } from './hosts.ts';
import { listPainted, selectWords } from './rooms.ts';
import { useWindow } from './use-window.ts';

const TITLE = '一家四口与两笔账';
const FAMILY = '👩\u200d👩\u200d👧\u200d👦';
const FIRST = `昨日大雨，城北三处积水。${FAMILY}都来了，𠮷野家的café也开着。`;
const ARABIC = 'قال العمدة إن الطريق مفتوح';
const LAST = '今日放晴，积水退去。';

interface TreeNode {
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly backendDOMNodeId?: number;
  readonly properties?: readonly {
    readonly name: string;
    readonly value: { readonly relatedNodes?: readonly { readonly backendDOMNodeId: number }[] };
  }[];
}

/** What a screen reader is given: marks at their paragraphs, the caret that comes into one, and texts of every kind. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function openText() {
    const opened = await window.open();
    const path = join(window.ground.room, 'text.txt');
    mkdirSync(window.ground.room, { recursive: true });
    writeFileSync(path, [TITLE, '', FIRST, '', ARABIC, '', LAST].join('\n'));
    const { rooms, page } = opened;
    await rooms.places.waitFor();
    await rooms.drop([path]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    await rooms.open(TITLE);
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    return { ...opened, press };
  }

  async function readTree(page: Page): Promise<readonly TreeNode[]> {
    const session = await page.context().newCDPSession(page);
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly TreeNode[] };
    await session.detach();
    return nodes;
  }

  here('in the accessibility tree a marked paragraph points to its mark, and no other does', async () => {
    const { page, rooms, complaints } = await openText();
    await rooms.highlight('城北三处积水', 'question');
    const pointing = async () =>
      (await readTree(page)).flatMap(({ properties = [], backendDOMNodeId }) =>
        properties
          .filter(({ name }) => name === 'details')
          .map(({ value }) => ({
            from: backendDOMNodeId,
            to: value.relatedNodes?.map((node) => node.backendDOMNodeId),
          })),
      );
    await expect.poll(async () => (await pointing()).length).toBe(1);
    const [details] = await pointing();
    const tree = await readTree(page);
    const card = tree.find(({ backendDOMNodeId }) => backendDOMNodeId === details?.to?.[0]);
    expect(card?.role?.value).toBe('article');
    expect(await page.locator('[aria-details]').innerText()).toBe(FIRST);
    await page.setViewportSize({ width: 900, height: 700 });
    await page.keyboard.press('Escape');
    // Without room for a margin the mark is told all the same.
    await expect.poll(async () => (await pointing()).length).toBe(1);
    expect(complaints.list()).toEqual([]);
  });

  here('the caret says into which mark it comes and which it leaves', async () => {
    const { page, rooms, press, complaints } = await openText();
    await rooms.highlight('今日', 'fact');
    await press('Escape');
    await selectWords(page, rooms.article, LAST);
    await press('v', 'Home');
    const voice = rooms.article.locator('[aria-live="polite"]').last();
    const meaning = rooms.words.marks.colours.fact;
    await expect.poll(() => voice.innerText()).toBe(rooms.words.marks.caretEntered.replace('{{meaning}}', meaning));
    await press('ArrowRight', 'ArrowRight');
    await expect.poll(() => voice.innerText()).toBe(rooms.words.marks.caretLeft.replace('{{meaning}}', meaning));
    expect(complaints.list()).toEqual([]);
  });

  here('a selection is never cut inside a character, and may go across headings, paragraphs and scripts', async () => {
    const { page, press, complaints } = await openText();
    const select = (from: number, to: number) =>
      page.evaluate(
        ([start, end, text]) => {
          const block = [...document.querySelectorAll('[data-start]')].find((one) => one.textContent === text);
          const node = block?.firstChild;
          if (!node) throw new Error('no text');
          getSelection()?.setBaseAndExtent(node, start as number, node, end as number);
        },
        [from, to, FIRST] as const,
      );
    const inside = FIRST.indexOf(FAMILY);
    const field = FIRST.indexOf('𠮷');
    const accent = FIRST.indexOf('é');
    for (const [from, to, key] of [
      [inside + 1, inside + 3, '1'],
      [field + 1, field + 2, '2'],
      [accent, accent + 1, '3'],
    ] as const) {
      await select(from, to);
      await press(key);
      await expect.poll(async () => Object.keys(await listPainted(page)).length).toBeGreaterThan(Number(key));
      await press('Escape');
    }
    expect(await listPainted(page)).toMatchObject({ 'mark-fact': [FAMILY], 'mark-quote': ['𠮷'] });
    // From the heading down to the middle of the last paragraph.
    await page.evaluate(() => {
      const blocks = [...document.querySelectorAll('[data-start]')];
      const [first, last] = [blocks[0]?.firstChild, blocks.at(-1)?.firstChild];
      if (first && last) getSelection()?.setBaseAndExtent(first, 2, last, 4);
    });
    await press('4');
    await expect
      .poll(() => listPainted(page))
      .toMatchObject({ 'mark-contradiction': [TITLE.slice(2), FIRST, ARABIC, LAST.slice(0, 4)] });
    expect(complaints.list()).toEqual([]);
  });

  here(
    'keys of an input method mark nothing; fifty marks on one word are all kept and each can be come to',
    async () => {
      const { page, rooms, press, complaints } = await openText();
      await selectWords(page, rooms.article, '积水退去');
      await page.evaluate(() => {
        for (const init of [{ isComposing: true }, { keyCode: 229 }])
          document
            .querySelector('[data-reader]')
            ?.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true, ...init }));
      });
      await page.waitForTimeout(300);
      expect(await listPainted(page)).toEqual({});
      await press('1');
      await rooms.card('积水退去').waitFor();
      const margin = rooms.article.getByRole('list', { name: rooms.words.marks.margin }).getByRole('article');
      for (let count = 2; count <= 50; count += 1) {
        await page.evaluate((text) => {
          const node = [...document.querySelectorAll('[data-start]')].find(
            (one) => one.textContent === text,
          )?.firstChild;
          if (node) getSelection()?.setBaseAndExtent(node, 5, node, 9);
        }, LAST);
        await press(String((count % 5) + 1));
        await expect.poll(() => margin.count()).toBe(count);
      }
      await press('Escape', '[');
      await expect.poll(() => page.locator('article[data-active]').count()).toBe(1);
      const last = await page.locator('article[data-active]').getAttribute('id');
      await press('[');
      await expect.poll(() => page.locator('article[data-active]').getAttribute('id')).not.toBe(last);
      expect(complaints.list()).toEqual([]);
    },
  );
});
