import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enterDesk } from './desk-room.ts';
import { JOURNEY_HOSTS } from './hosts.ts';
import { useWindow } from './use-window.ts';

const NAME = 'harrow-vale-courier-2023-06-02-p1.txt';
const PAGE = resolve('resources/samples', NAME);

interface Movement {
  readonly of: string;
  readonly milliseconds: number;
}

/** Accepting a page sends its fragments to their paragraphs, once, and for whoever wants no motion not at all. */
describe.each(JOURNEY_HOSTS)('$name', (host) => {
  const here = test.skipIf(!host.isHere);
  const window = useWindow(host);

  /** What moved while the page was accepted, and whether all of it came to its end and left nothing behind. */
  async function accept(motion: 'reduce' | 'no-preference') {
    const { page, rooms, complaints } = await window.open();
    await page.emulateMedia({ reducedMotion: motion });
    await rooms.places.waitFor();
    await rooms.drop([PAGE]);
    await rooms.waitForImport();
    await rooms.dismissImport();
    const desk = enterDesk(page, rooms);
    await desk.open(NAME);
    const paragraphs = (await desk.articles()).flat().filter(({ role }) => role === 'paragraph');
    // Counted where they begin: what is over by the time one looks was there all the same.
    const seen = await page.evaluateHandle(() => {
      const begun: { of: string; milliseconds: number }[] = [];
      const ends: Promise<unknown>[] = [];
      const animate = Element.prototype.animate;
      Element.prototype.animate = function (...given) {
        const animation = animate.apply(this, given);
        const { delay = 0, duration = 0 } = animation.effect?.getTiming() ?? {};
        begun.push({ of: this.textContent ?? '', milliseconds: delay + Number(duration) });
        ends.push(animation.finished);
        return animation;
      };
      return { begun, ends };
    });
    await desk.press('Enter');
    await desk.notice(rooms.words.deskActs.acceptedLast.split('，')[1] ?? '').waitFor();
    const movements: Movement[] = await seen.evaluate(async ({ begun, ends }) => {
      await Promise.all(ends);
      return begun;
    });
    const left = await page.evaluate(() => document.querySelectorAll('body > [aria-hidden="true"]').length);
    expect(complaints.list()).toEqual([]);
    return { movements, left, text: paragraphs.map(({ text }) => text).join('\n') };
  }

  here('fragments of the raw page travel to where they went, for 600 ms together, and are gone', async () => {
    const { movements, left, text } = await accept('no-preference');
    expect(movements.length).toBeGreaterThan(2);
    expect(new Set(movements.map(({ milliseconds }) => Math.round(milliseconds)))).toEqual(new Set([600]));
    const solid = (words: string) => words.replace(/\s/gu, '');
    const fragments = movements.map(({ of }) => solid(of)).filter((words) => words.length > 8);
    // Which of them are in sight depends on the height of the window.
    expect(fragments.filter((words) => solid(text).includes(words)).length).toBeGreaterThan(0);
    expect(left).toBe(0);
  });

  here('whoever wants no motion sees none', async () => {
    const { movements, left } = await accept('reduce');
    expect(movements).toEqual([]);
    expect(left).toBe(0);
  });
});
