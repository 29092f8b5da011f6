import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { archiveContract } from '#contract/archive.ts';
import { CheckOutput } from '#contract/commands.ts';
import { hostContract } from '#contract/host.ts';
import type { BatchId, SourceId } from '#contract/ids.ts';
import { anything, argumentsOf, type Known, type KnownPage, type KnownText } from './arguments.ts';
import { runCommand } from './run-command.ts';
import { type StartedLoopback, startLoopback } from './start-loopback.ts';
import { connectTo } from './wire.ts';

/** What a page that was taken over could send: 60 arguments a procedure here, 2,000 with JIANBAO_FULL. */
const ARGUMENTS = process.env.JIANBAO_FULL ? 2_000 : 60;
const MINUTES = process.env.JIANBAO_FULL ? 60 : 3;
/** Asks the machine to open another program. */
const LEFT_OUT = new Set(['openExternal']);

function* proceduresOf(router: object, path: string[] = []): Generator<[string[], AnyContractProcedure]> {
  for (const [name, value] of Object.entries(router)) {
    if (isContractProcedure(value)) yield [[...path, name], value];
    else yield* proceduresOf(value as object, [...path, name]);
  }
}

let host: StartedLoopback;
let known: Known;
beforeAll(async () => {
  host = await startLoopback();
  known = await fill();
});
afterAll(() => host.close());

/** An archive with the samples, a highlight, a tag and a deleted article, so that the calls have something to meet. */
async function fill(): Promise<Known> {
  const { client, socket } = await connectTo(host, 'archive');
  const { batch } = await client.archive.importSamples();
  for await (const event of await client.intake.events({ batch: batch as BatchId }))
    if (event.state === 'finished') break;
  const { items } = await client.articles.list({});
  const articles = items.map(({ id }) => id);
  const [article, other] = articles;
  if (!article || !other) throw new Error('there are no samples');
  const marked = await client.annotations.create({ article, span: { start: 0, end: 4 }, colour: 'fact', note: '核实' });
  const tagged = await client.tags.apply({ articles: [article], add: ['城市/老街'] });
  await client.articles.remove({ ids: [other] });
  const open = await client.intake.begin();
  socket.close();
  const shell = await connectTo(host, 'host');
  const place = await shell.client.choosePlace({ purpose: 'export' });
  shell.socket.close();
  const sources = items.map(({ sourceId }) => sourceId);
  return {
    ids: [
      ...articles.slice(0, 4),
      ...sources.slice(0, 3),
      ...Array(3).fill(marked.annotation.id),
      marked.change,
      tagged.change,
      batch,
      open.batch,
    ],
    handles: place.by === 'draw' ? [place.root.handle] : [],
  };
}

/** What a procedure reads of a page needs one that has it. */
const DRAWN_FROM: Readonly<Record<string, 'image' | 'pdf'>> = { 'positions.image': 'image', 'positions.pdf': 'pdf' };

/** The page that arguments are made for: what is done to it counts its revision on, so it is read before each procedure. */
async function readPage(drawnFrom?: 'image' | 'pdf'): Promise<KnownPage> {
  const { client, socket } = await connectTo(host, 'archive');
  const { pages } = await client.desk.queue({});
  let source: SourceId | undefined;
  for (const queued of pages) {
    const places = await client.positions.of({ source: queued.source });
    const isDrawn = drawnFrom === 'pdf' ? places?.pdf : drawnFrom && places?.pages[0]?.image;
    if (!source || isDrawn) source = queued.source;
  }
  const page = await client.desk.page({ source: source as SourceId });
  socket.close();
  const blocks = page.articles.flatMap((article) => article.blocks);
  const doubts = page.articles.map((article) => `article@${article.blocks[0]?.place ?? 0}`);
  return { source: page.source, revision: page.revision, places: blocks.map(({ place }) => place), doubts };
}

/** What answers a waiting highlight, or goes on from a correction, needs one: of a text that no desk made. */
const WAITS_ON: Readonly<Record<string, 'mark' | 'conflict'>> = {
  'annotations.answer': 'mark',
  'annotations.place': 'mark',
  'corrections.goBack': 'conflict',
  'corrections.dismiss': 'conflict',
};

/** What was announced is accepted whole or not at all: no guess hits it. */
async function readAnnounced(): Promise<unknown> {
  const { client, socket } = await connectTo(host, 'archive');
  const announced = await client.desk.sample({});
  socket.close();
  return announced;
}

let corrected = 0;
async function readText(waits: 'mark' | 'conflict'): Promise<KnownText> {
  const { client, socket } = await connectTo(host, 'archive');
  const { items } = await client.articles.list({});
  const found = items.find((item) => item.desk === 'none');
  if (!found) throw new Error('no sample is a text of its own');
  const { revision } = await client.articles.get({ id: found.id });
  const span = { start: 0, end: 3 };
  const { annotation } = await client.annotations.create({ article: found.id, span, colour: 'fact', note: '' });
  const correct = (text: string) =>
    client.corrections.make({ article: found.id, revision, edits: [{ span: { start: 1, end: 2 }, text }] });
  corrected += 2;
  await correct(String.fromCodePoint(0x4e00 + corrected));
  // Whoever saw the text before is too late.
  const { correction } = await correct(String.fromCodePoint(0x4e01 + corrected));
  const now = await client.articles.get({ id: found.id });
  socket.close();
  return { article: found.id, revision: now.revision, id: waits === 'mark' ? annotation.id : correction.id };
}

/** The answer, or all that a stream says until it ends; one that may never end is heard to its first word and left. */
async function read(name: string, answer: unknown): Promise<string> {
  if (typeof answer !== 'object' || answer === null || !(Symbol.asyncIterator in answer))
    return JSON.stringify(answer) ?? '';
  const said: unknown[] = [];
  for await (const event of answer as AsyncIterable<unknown>) {
    said.push(event);
    if (name !== 'exports.markdown') break;
  }
  return JSON.stringify(said);
}
/** Streams that are silent until something happens. */
const SILENT = new Set(['archive.watch', 'commands', 'intake.events']);

test.each([
  ['host', hostContract],
  ['archive', archiveContract],
] as const)(
  'whatever a page sends over the %s link is answered or refused by name, and the service lives',
  { timeout: MINUTES * 60_000 },
  async (link, contract) => {
    const wrong: string[] = [];
    const answered = new Set<string>();
    let [asked, refused] = [0, 0];
    for (const [path, procedure] of proceduresOf(contract)) {
      const name = path.join('.');
      if (LEFT_OUT.has(name)) continue;
      let connection = await connectTo(host, link);
      const call = (input: unknown) => {
        const found = path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], connection.client);
        return (found as (input: unknown) => Promise<unknown>)(input);
      };
      const schema = procedure['~orpc'].inputSchema as z.ZodType | undefined;
      const waits = WAITS_ON[name];
      const meeting = {
        ...known,
        page: await readPage(DRAWN_FROM[name]),
        ...(waits ? { text: await readText(waits) } : {}),
      };
      // What takes no argument is asked a few times; an import of the samples would be two thousand imports.
      const runs = schema ? ARGUMENTS : Math.min(ARGUMENTS, name === 'archive.importSamples' ? 2 : 60);
      const sent: unknown[] = fc.sample(schema ? argumentsOf(schema, meeting) : anything, { numRuns: runs, seed: 7 });
      if (name === 'desk.acceptClean') sent.push(await readAnnounced());
      for (const [at, input] of sent.entries()) {
        // Streams that were opened end with their connection.
        if (at % 100 === 99) {
          connection.socket.close();
          connection = await connectTo(host, link);
        }
        asked += 1;
        try {
          const answer = await call(input);
          answered.add(name);
          if (!SILENT.has(name) && /root:x:|BEGIN OPENSSH/.test(await read(name, answer)))
            wrong.push(`${name} read a file of the machine`);
        } catch (error) {
          refused += 1;
          const { code = String(error) } = error as { code?: string };
          const declared = /^[A-Z_]+$/.test(code) && code !== 'INTERNAL_SERVER_ERROR';
          if (!declared) wrong.push(`${name} ${JSON.stringify(input)}: ${code}`);
        }
      }
      connection.socket.close();
    }
    expect([...new Set(wrong)].slice(0, 20)).toEqual([]);
    expect(asked).toBeGreaterThan(ARGUMENTS * 3);
    // The arguments came further than the schema: nearly every procedure did its work at least once.
    const names = [...proceduresOf(contract)].map(([path]) => path.join('.')).filter((name) => !LEFT_OUT.has(name));
    expect(names.filter((name) => !answered.has(name))).toEqual([]);
    expect(refused).toBeGreaterThan(asked / 20);
    // One process from the first call to the last.
    const { client, socket } = await connectTo(host, 'archive');
    expect(await client.archive.info()).toMatchObject({ name: 'test' });
    socket.close();
    expect(host.errors()).not.toMatch(/etc|passwd|id_rsa|win\.ini/);
    // Nothing was written beside the archive, the settings and the folder that was granted.
    expect(['home', 'settings', 'test.jianbao']).toEqual(expect.arrayContaining(readdirSync(join(host.archive, '..'))));
  },
);

test('after all of it every original, text, index row and journal entry is what it should be', async () => {
  const { out } = await runCommand(['check', '-a', host.archive, '--json']);
  expect(CheckOutput.parse(JSON.parse(out))).toMatchObject({ ok: true, failed: [] });
});
