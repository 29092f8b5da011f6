import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { applyCommand } from '#archive/desk/edit/apply.ts';
import { CommandRefused } from '#archive/desk/edit/refusal.ts';
import { workingPages } from '#archive/desk/edit/work.ts';
import { checkArchive } from '#archive/safety/check.ts';
import { terms } from '#archive/search/terms.ts';
import { HighlightColour } from '#contract/annotations.ts';
import type { Derivation } from '#contract/derivation.ts';
import type { DeskCommand } from '#contract/desk-commands.ts';
import { randomCommand } from '../desk/edit/random-commands.ts';
import { readArticles } from '../desk/scramble/article.ts';
import { type Random, seeded } from '../desk/scramble/random.ts';
import { scramblePage } from '../desk/scramble/scramble.ts';
import { separatedPage } from '../desk-pages.ts';
import { snapshotOf } from '../snapshot.ts';
import { type TemporaryArchive, temporaryArchive } from '../temporary-archive.ts';

const SAMPLES = fileURLToPath(new URL('../../../resources/samples/', import.meta.url));
const samples = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => [name, readFileSync(SAMPLES + name, 'utf8').replace(/^\uFEFF/, '')] as const);
const anew = 1000 + Math.floor(Math.random() * 1e6);
const scrambled = [3, anew].map((seed) => [`page ${seed}`, scramblePage(seed, readArticles()).raw] as const);

/** So many commands that can be done one after the other. */
function randomWork(page: Derivation, random: Random): DeskCommand[] {
  const done: DeskCommand[] = [];
  for (let now = page, tries = 0; done.length < 12 && tries < 200; tries++) {
    const command = randomCommand(now, random);
    try {
      now = applyCommand(now, command);
      done.push(command);
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error;
    }
  }
  return done;
}

/** Highlights, notes, tags and reading states on whatever articles there are. */
async function belong({ client }: TemporaryArchive, random: Random): Promise<void> {
  for (const { id } of (await client.articles.list({})).items) {
    const { body } = await client.articles.get({ id });
    for (let marks = random.int(0, 4); marks > 0 && body.length > 12; marks--) {
      const start = random.int(0, body.length - 10);
      const span = { start, end: start + random.int(1, 10) };
      const note = random.chance(0.3) ? `注 ${start}` : '';
      await client.annotations.create({ article: id, span, colour: random.pick(HighlightColour.options), note });
    }
    if (random.chance(0.4)) await client.articles.setNote({ id, note: `关于 ${random.int(1, 99)}` });
    if (random.chance(0.5)) await client.tags.apply({ articles: [id], add: [random.pick(['城市', '阅读', '桥梁'])] });
    if (random.chance(0.3)) await client.articles.setReadingState({ ids: [id], state: 'read' });
    await client.articles.setReadingPosition({ id, position: random.int(0, body.length) });
  }
}

test.each([...samples, ...scrambled])(
  '%s: whatever is accepted, undoing gives every row back and redoing takes it again',
  async (name, text) => {
    const here = await temporaryArchive();
    const random = seeded(name.length * text.length);
    const source = await separatedPage(here, text, { publication: '江城日报', pageLabel: '4' });
    const { client, archive } = here;
    const snapshot = () => snapshotOf(archive.context.reader);
    const step = async () => ({ source, revision: (await client.desk.page({ source })).revision });
    const sides: ReturnType<typeof snapshot>[] = [];
    for (let round = 0; round < 2; round++) {
      await belong(here, random);
      sides.push(snapshot());
      const page = workingPages(archive.context.reader).find(source);
      if (!page) throw new Error('no page');
      await client.desk.apply({ ...(await step()), commands: randomWork(page.working, random) });
      const shown = (await client.annotations.list({})).total;
      const { marks, page: accepted } = await client.desk.accept(await step());
      expect(accepted.text).toBe(text);
      expect(marks.kept + marks.moved + marks.changed + marks.orphan).toBe(shown);
      expect((await client.annotations.list({})).total).toBe(shown);
      const after = snapshot();
      await client.history.undo({});
      expect(snapshot()).toEqual(sides.at(-1));
      await client.history.redo();
      expect(snapshot()).toEqual(after);
      // A highlight that says it is exact stands on its words.
      for (const { articleId, quote, state } of (await client.annotations.list({})).items) {
        const { body } = await client.articles.get({ id: articleId });
        if (state === 'exact' || state === 'moved') expect(body.slice(quote.start, quote.end)).toBe(quote.exact);
      }
    }
    expect(await checkArchive(here.dir, { terms })).toMatchObject({ ok: true });
    await here.close();
  },
);
