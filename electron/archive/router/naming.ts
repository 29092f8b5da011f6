import { setImmediate } from 'node:timers/promises';
import { implement } from '@orpc/server';
import { archiveContract } from '#contract/archive.ts';
import type { NameReading } from '#contract/name-rule.ts';
import type { NamedSource, NamesOf } from '#contract/naming.ts';
import type { ArchiveContext } from '../context.ts';
import type { History } from '../history.ts';
import { deskQueueReads } from '../store/desk-queue.ts';
import { placementReads, type SourcePath } from '../store/placements.ts';

/** Names read in one turn: whoever reads or searches meanwhile does not wait longer. */
const NAMES_A_TURN = 500;

/** Most sessions read no names: the engine of expressions is loaded when one does. */
const rules = () => import('#contract/name-rule.ts');

/** So many names tell the usual forms apart, taken from all over. */
const NAMES_TRIED = 5_000;
const FIRST_SHOWN = 50;

export function namingRoutes({ reader }: Pick<ArchiveContext, 'reader'>, history: History) {
  const os = implement(archiveContract).naming;
  const placements = placementReads(reader);
  const pages = deskQueueReads(reader);

  /** The names of one turn after another. */
  function turnsOf(of: NamesOf): (turn: number, last: string) => SourcePath[] {
    if ('all' in of) return (_, last) => placements.pathsAfter(last, NAMES_A_TURN);
    if ('queue' in of) return (_, last) => placements.pathsOf(pages.idsAfter(last, NAMES_A_TURN, of.queue));
    const ids = 'sources' in of ? of.sources : placements.sourcesOf(of.articles);
    return (turn) => placements.pathsOf(ids.slice(turn * NAMES_A_TURN, (turn + 1) * NAMES_A_TURN));
  }

  async function* names(of: NamesOf, signal?: AbortSignal) {
    const turnOf = turnsOf(of);
    let last = '';
    for (let turn = 0; !signal?.aborted; turn += 1) {
      const paths = turnOf(turn, last);
      yield* paths;
      last = paths.at(-1)?.id ?? '';
      if (last === '') return;
      await setImmediate();
    }
  }

  return {
    preview: os.preview.handler(async ({ input: { rule, of, offset, limit }, errors, signal }) => {
      const { readName, readNameRule } = await rules();
      const made = readNameRule(rule);
      if ('problem' in made) throw errors.BAD_RULE({ data: made.problem });
      const said = { read: 0, first: [] as NamedSource[], total: 0, items: [] as NamedSource[] };
      // Whoever writes on asks anew, and nobody waits for this answer.
      for await (const source of names(of, signal)) {
        const reading = readName(made.rule, source.path);
        if (reading.is === 'read') {
          if (said.read < FIRST_SHOWN) said.first.push(toNamed(source, reading));
          said.read += 1;
        } else {
          if (said.total >= offset && said.items.length < limit) said.items.push(toNamed(source, reading));
          said.total += 1;
        }
      }
      return said;
    }),
    suggest: os.suggest.handler(async ({ input: { of } }) => {
      const { suggestNameRule } = await rules();
      const some: string[] = [];
      let files = 0;
      for await (const { path } of names(of)) {
        files += 1;
        if (some.length < NAMES_TRIED) some.push(path);
      }
      return { rule: suggestNameRule(some) ?? null, files };
    }),
    apply: os.apply.handler(async ({ input: { rule, of }, errors }) => {
      const { readName, readNameRule } = await rules();
      const made = readNameRule(rule);
      if ('problem' in made) throw errors.BAD_RULE({ data: made.problem });
      const named = [];
      for await (const { id, path } of names(of)) {
        const reading = readName(made.rule, path);
        if (reading.is === 'read') named.push({ source: id, parts: reading.parts });
      }
      return history.perform(history.acts.placeByNames, { rule, sources: named });
    }),
  };
}

function toNamed({ id, path }: SourcePath, reading: NameReading): NamedSource {
  const parts = reading.is === 'read' ? reading.parts : undefined;
  return {
    source: id,
    path,
    is: reading.is,
    said: 'said' in reading ? reading.said : null,
    publication: parts?.publication ?? null,
    date: parts?.date ?? null,
    page: parts?.pageLabel ?? null,
    section: parts?.section ?? null,
  };
}
