import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { doubtsOf } from '#archive/desk/edit/doubts.ts';
import { withLikelyPlaces } from '#archive/desk/edit/likely-place.ts';
import { separate } from '#archive/desk/separate.ts';
import { looksLikePage } from '#archive/desk/sniff.ts';
import { readArticles } from '../archive/desk/scramble/article.ts';
import { scramblePage } from '../archive/desk/scramble/scramble.ts';
import { enterDesk } from './desk-room.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { listPainted } from './rooms.ts';
import { useWindow } from './use-window.ts';

const NAME = 'jichuan-daily-2024-03-18-p3.txt';
const PAGE = resolve('resources/samples', NAME);
const STREET = '柳荫巷：一条老街的 慢与暖';
const LEDGER = '陆明溪算过一笔账';
const UNTIL = 15_000;

const MIXED_NAME = 'mixed.txt';
/** A damaged page of which a paragraph stands where its words do not belong: which one that is changes with the desk. */
function mixedPage(): string {
  const articles = readArticles();
  for (let seed = 1; seed <= 100; seed += 1) {
    const { raw } = scramblePage(seed, articles);
    const derivation = separate(raw);
    const doubts = withLikelyPlaces(derivation, doubtsOf(derivation));
    if (looksLikePage(raw) && doubts.some(({ instead }) => instead !== null)) return raw;
  }
  throw new Error('the desk misplaces nothing any more');
}

/** A raw page becomes articles at the desk; but for one journey everything after the drop is done with the keyboard. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  async function openPage(file = PAGE, name = NAME) {
    const opened = await window.open();
    const { rooms, page } = opened;
    await rooms.places.waitFor();
    await rooms.drop([file]);
    await rooms.waitForImport();
    const desk = enterDesk(page, rooms);
    await desk.open(name);
    return { ...opened, desk };
  }

  here(
    'doubts are stepped through, confirmed and taken back, each at its own spot; undo brings each back',
    async () => {
      const { desk, rooms, complaints } = await openPage();
      const { doubt: said } = rooms.words.deskActs;
      const first = await desk.articles();
      const count = await desk.doubts();
      expect(count).toBeGreaterThan(2);
      await desk.press('j', 'j', 'k');
      await expect.poll(() => desk.rail.getByText(`2 / ${count}`).count()).toBe(1);

      await desk.press('y');
      await expect.poll(desk.doubts).toBe(count - 1);
      expect(await desk.articles()).toEqual(first);

      // To the next seam that is in doubt: taken back, its halves stand apart and nothing else moved.
      for (let step = 0; step < count && !(await desk.doubt()).includes(said.seam); step += 1) await desk.press('j');
      expect(await desk.doubt()).toContain(said.seam);
      await desk.press('n');
      await expect.poll(async () => (await desk.articles()).flat().length).toBe(first.flat().length + 1);
      const cut = (await desk.articles()).flat();
      const whole = first.flat().filter((block) => !cut.some(({ text }) => text === block.text));
      expect(whole).toHaveLength(1);
      expect(cut.map(({ text }) => text).join('')).toBe(
        first
          .flat()
          .map(({ text }) => text)
          .join(''),
      );

      await desk.press('u');
      await expect.poll(desk.articles).toEqual(first);
      await desk.press('Control+z');
      await expect.poll(desk.doubts).toBe(count);
      expect(complaints.list()).toEqual([]);
    },
  );

  here(
    'no to a paragraph that looks like another article’s moves it there and nothing else; undo brings it back',
    async () => {
      const mixed = join(window.ground.room, MIXED_NAME);
      mkdirSync(window.ground.room, { recursive: true });
      writeFileSync(mixed, mixedPage());
      const { desk, rooms, complaints } = await openPage(mixed, MIXED_NAME);
      const { doubt: said } = rooms.words.deskActs;
      const first = await desk.articles();
      const count = await desk.doubts();
      const hint = desk.rail.getByText(new RegExp(said.instead.replace('{{number}}', '\\d+')));
      for (let step = 0; step < count && (await hint.count()) === 0; step += 1) await desk.press('j');
      const target = Number(/\d+/.exec(await hint.innerText())?.[0]) - 1;
      const place = (await desk.current()) ?? '';
      expect(first[target]?.map((block) => block.place)).not.toContain(place);
      await desk.press('n');
      await expect.poll(async () => (await desk.places())[target]).toContain(place);
      // What stood behind it and was asked for with it goes along.
      const there = first[target]?.map((block) => block.place);
      const moved = new Set((await desk.places())[target]?.filter((other) => !there?.includes(other)));
      const without = (blocks: typeof first) => blocks.flat().filter((block) => !moved.has(block.place));
      expect(without(await desk.articles())).toEqual(without(first));
      expect(await desk.doubts()).toBe(count - 1);
      await desk.press('u');
      await expect.poll(desk.articles).toEqual(first);
      expect(complaints.list()).toEqual([]);
    },
  );

  here(
    'split, merge, send, set, cut, join, leave out and put back: every act by its key, and all of it undone',
    async () => {
      const { desk, complaints } = await openPage();
      const first = await desk.places();
      const [story = [], second = []] = first;
      const at = async () => (await desk.places()).map((blocks) => blocks.length);
      const sizes = first.map((blocks) => blocks.length);
      const [own = 0, other = 0, ...rest] = sizes;

      await desk.walkTo(LEDGER);
      const ledger = (await desk.current()) ?? '';
      const before = story.indexOf(ledger);
      await desk.press('s');
      await expect.poll(at).toEqual([before, own - before, other, ...rest]);
      await desk.press('m');
      await expect.poll(at).toEqual(sizes);

      await desk.press('Shift+ArrowDown', '2');
      await expect.poll(at).toEqual([own - 2, other + 2, ...rest]);
      expect((await desk.places())[1]?.slice(-2)).toEqual([ledger, story[before + 1]]);
      await desk.press('Escape', 'a');
      await expect.poll(at).toEqual(expect.arrayContaining([own - 2, other + 1, 1]));
      await desk.press('u', 'u');
      await expect.poll(desk.places).toEqual(first);

      await desk.walkTo(LEDGER);
      await desk.press('h');
      await expect
        .poll(async () => (await desk.articles())[0]?.find(({ place }) => place === ledger)?.role)
        .toBe('subhead');
      await desk.press('p');
      await expect
        .poll(async () => (await desk.articles())[0]?.find(({ place }) => place === ledger)?.role)
        .toBe('paragraph');
      await desk.press('Alt+ArrowUp');
      await expect.poll(async () => (await desk.places())[0]?.indexOf(ledger)).toBe(before - 1);
      await desk.press('u', 'u', 'u');
      await expect.poll(desk.places).toEqual(first);

      await desk.walkTo(LEDGER);
      await desk.press('/', 'ArrowRight', 'ArrowRight', 'Enter');
      await expect.poll(at).toEqual([own + 1, other, ...rest]);
      const half = (await desk.current()) ?? '';
      expect(half).not.toBe(ledger);
      await desk.press('ArrowUp', '+', 'ArrowDown', '+');
      await expect.poll(desk.places).toEqual(first);

      await desk.press('x');
      await expect.poll(at).toEqual([own - 1, other, ...rest]);
      await desk.press('End');
      const left = desk.clean.getByRole('option').and(desk.clean.locator(`[data-place="${ledger}"]`));
      await left.waitFor();
      for (let step = 0; step < 80 && (await desk.current()) !== ledger; step += 1) await desk.press('ArrowDown');
      await desk.press('r');
      await expect.poll(at).toEqual(sizes);
      expect(second.length).toBe(other);
      expect(complaints.list()).toEqual([]);
    },
  );

  here('what is accepted is in the library; a highlight made meanwhile goes where its words go', async () => {
    const { page, desk, rooms, complaints } = await openPage();
    const titles = await desk.clean.getByRole('article').count();
    await desk.press('Enter');
    await desk.notice(rooms.words.deskActs.acceptedLast.split('，')[1] ?? '').waitFor();
    await desk.press('Escape');
    await desk.queue.getByRole('option').first().waitFor();
    await desk.press('Escape');
    await rooms.list.getByRole('option').first().waitFor();
    expect(await rooms.list.getByRole('option').count()).toBe(titles);

    await desk.press('j');
    await rooms.article.getByRole('heading', { name: STREET }).waitFor();
    const toolbar = rooms.article.getByRole('toolbar', { name: rooms.words.marks.toolbar });
    await expect
      .poll(
        async () => {
          await desk.press('p');
          return toolbar.waitFor({ timeout: 3_000 }).then(() => 'chosen', String);
        },
        { timeout: UNTIL },
      )
      .toBe('chosen');
    await desk.press('1');
    await expect.poll(async () => (await listPainted(page))['mark-fact']?.length).toBe(1);
    const [marked = ''] = (await listPainted(page))['mark-fact'] ?? [];

    await desk.open(NAME);
    await desk.walkTo(marked.slice(0, 8));
    await desk.press('a');
    await expect.poll(() => desk.clean.getByRole('article').count()).toBe(titles + 1);
    await desk.press('Enter');
    await desk.notice(rooms.words.deskActs.accepted.split('》')[1]?.slice(0, 3) ?? '').waitFor();
    await page.evaluate(() => {
      location.hash = '#/highlighted';
    });
    await rooms.list.getByRole('option').first().waitFor();
    expect(await rooms.list.getByRole('option').count()).toBe(1);
    await desk.press('j');
    await expect.poll(async () => (await listPainted(page))['mark-fact']).toEqual([marked]);
    expect(complaints.list()).toEqual([]);
  });

  here(
    'with a mouse: a drag over raw lines and Shift choose several, a click on a seam is where it is cut',
    async () => {
      const { page, desk, rooms, complaints } = await openPage();
      await rooms.dismissImport();
      const first = (await desk.articles()).flat().length;
      const raw = page.getByRole('region', { name: rooms.words.desk.raw });
      const inView = await raw.locator('[data-start][data-place]').evaluateAll((runs) =>
        runs
          .map((run) => ({
            place: (run as HTMLElement).dataset.place,
            ...(run.getBoundingClientRect().toJSON() as DOMRect),
          }))
          .filter(({ top, bottom }) => top > 160 && bottom < innerHeight - 60),
      );
      const [from, to] = [inView[0], inView.at(-1)];
      if (!from || !to) throw new Error('no lines are in view');
      await page.mouse.move(from.x + 6, from.y + 6);
      await page.mouse.down();
      await page.mouse.move(to.x + 6, to.y + 6, { steps: 6 });
      await page.mouse.up();
      const drawn = new Set(inView.map(({ place }) => place));
      expect(drawn.size).toBeGreaterThan(2);
      await expect.poll(async () => new Set(await desk.chosen())).toEqual(drawn);

      const blocks = desk.clean.getByRole('option');
      await blocks.nth(2).click();
      await blocks.nth(4).click({ modifiers: ['Shift'] });
      await expect.poll(async () => (await desk.chosen()).length).toBe(3);

      await desk.clean.locator('[data-seam]').first().click();
      await desk.press('/');
      await expect.poll(async () => (await desk.articles()).flat().length).toBe(first + 1);
      await desk.press('u');
      await expect.poll(async () => (await desk.articles()).flat().length).toBe(first);
      expect(complaints.list()).toEqual([]);
    },
  );

  here('the service dies: what was done at the desk stands there again, and goes on', async () => {
    const { page, desk, rooms, complaints, killService } = await openPage();
    const first = await desk.places();
    await desk.walkTo(LEDGER);
    await desk.press('s');
    await expect.poll(async () => (await desk.places()).length).toBe(first.length + 1);
    await killService();
    await page.getByText(rooms.words.app.connection.lost).waitFor();
    await page.getByText(rooms.words.app.connection.lost).waitFor({ state: 'detached' });
    await page.reload();
    await desk.clean.locator('[role="option"][data-current]').waitFor();
    expect((await desk.places()).length).toBe(first.length + 1);
    complaints.forget();
    await desk.press('u');
    await expect.poll(desk.places).toEqual(first);
    expect(complaints.list()).toEqual([]);
  });
});
